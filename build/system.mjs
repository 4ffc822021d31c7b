/**
 * What Outspoken needs from the system besides Node: found, or installed where that is allowed, or said exactly.
 * `ffmpeg` to read and write video; `chromium` for the tests' browser (and to open the web host); `firefox` for the tests of review packets;
 * `webkit`, the engine of Safari, for those too, where Debian has it; `exiftool` for the tests' second opinion on metadata; `fonts` so that the browser under test can draw every script.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NEEDS = {
  ffmpeg: {
    debian: ['ffmpeg'],
    mac: 'brew install ffmpeg',
    windows: 'winget install Gyan.FFmpeg',
    found: () => which('ffmpeg') && which('ffprobe'),
  },
  chromium: {
    debian: ['chromium'],
    mac: 'brew install --cask chromium',
    windows: 'winget install Google.Chrome',
    found: findChromium,
  },
  firefox: {
    debian: ['firefox-esr'],
    mac: 'brew install --cask firefox',
    windows: 'winget install Mozilla.Firefox',
    found: findFirefox,
  },
  webkit: {
    debian: ['webkit2gtk-driver', 'xvfb', 'gstreamer1.0-libav', 'gstreamer1.0-plugins-good'],
    mac: null,
    windows: null,
    found: () => process.platform !== 'linux' || (which('WebKitWebDriver') && which('Xvfb')),
  },
  exiftool: {
    debian: ['libimage-exiftool-perl'],
    mac: 'brew install exiftool',
    windows: 'winget install OliverBetz.ExifTool',
    found: () => which('exiftool'),
  },
  fonts: {
    debian: ['fonts-noto-core'],
    mac: null,
    windows: null,
    found: () => process.platform !== 'linux' || hasNotoFonts(),
  },
};

/** The full path of a program on PATH, or null. */
export function which(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const ending of endings)
      if (folder && existsSync(join(folder, name + ending))) return join(folder, name + ending);
  return null;
}

/** A Chromium-family browser: `OUTSPOKEN_CHROMIUM` first, then the usual places. Null when there is none. */
export function findChromium() {
  const named = process.env.OUTSPOKEN_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']) {
    const path = which(name);
    if (path) return path;
  }
  const apps = [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ];
  return apps.find((path) => existsSync(path)) ?? null;
}

/** A Firefox, for the tests of review packets: volunteers have it. Null when there is none. */
export function findFirefox() {
  const apps = [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ];
  return which('firefox-esr') ?? which('firefox') ?? apps.find((path) => existsSync(path)) ?? null;
}

function hasNotoFonts() {
  const list = spawnSync('fc-list', [':family=Noto Sans', 'family'], { encoding: 'utf8' });
  return list.status === 0 && list.stdout.includes('Noto Sans');
}

/** Makes sure of each of `names`; returns those still missing after trying. Says on stderr what it does. */
export function ensure(names) {
  const missing = names.filter((name) => !NEEDS[name].found());
  if (!missing.length) return [];
  const packages = missing.flatMap((name) => NEEDS[name].debian);
  const root = process.getuid?.() === 0;
  if (process.platform === 'linux' && which('apt-get') && root) {
    console.error(
      `outspoken: installing ${packages.join(', ')} from the system's packages (needed: ${missing.join(', ')})`,
    );
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  }
  const still = names.filter((name) => !NEEDS[name].found());
  for (const name of still)
    console.error(
      `outspoken: ${name} is missing and could not be installed from here. Type: ${instruction(name)}`,
    );
  return still;
}

function apt(options) {
  spawnSync('apt-get', options, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function instruction(name) {
  const need = NEEDS[name];
  if (process.platform === 'darwin') return need.mac ?? 'nothing: macOS has it';
  if (process.platform === 'win32') return need.windows ?? 'nothing: Windows has it';
  return `sudo apt-get install ${need.debian.join(' ')}`;
}
