/** Seconds-long test media made with ffmpeg, kept in the system's temporary folder by recipe. */
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { ToolPaths } from '../../electron/services/tools/tools';

/** The tools on PATH. */
export const TOOLS: ToolPaths = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' };

/** A picture that differs in every frame, `seconds` long. */
export const picture = (rate = '25', seconds = 2, size = '320x180') => [
  ...['-f', 'lavfi', '-i', `testsrc=s=${size}:r=${rate}:d=${seconds}`],
];
/** Silence but for a tone in `[from, to)` seconds. */
export const tone = (from = 0, to = 1000, seconds = 2) => [
  ...[
    '-f',
    'lavfi',
    '-i',
    `aevalsrc=if(between(t\\,${from}\\,${to})\\,0.5*sin(2*PI*1000*t)\\,0):s=48000:d=${seconds}`,
  ],
];
export const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '2', '-pix_fmt', 'yuv420p'];
export const AAC = ['-c:a', 'aac', '-b:a', '64k'];

/** The file that ffmpeg makes with these arguments; `extension` with its dot. Made once a machine, whole or not at all. */
export function testMedia(args: readonly string[], extension = '.mp4'): string {
  const folder = join(tmpdir(), 'outspoken-test-media');
  const key = createHash('sha256').update(JSON.stringify(args)).digest('hex').slice(0, 16);
  const path = join(folder, `${key}${extension}`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${randomUUID()}${extension}`);
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args, temporary], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  renameSync(temporary, path);
  return path;
}

/** Two seconds of picture and tone: H.264 with B-frames and AAC. */
export const footage = (extension = '.mp4') =>
  testMedia([...picture(), ...tone(), ...H264, ...AAC, '-shortest'], extension);

/** The same picture and tone beginning a second late; the file says so in its own way. */
export const lateFootage = (extension: string) =>
  testMedia(['-itsoffset', '1', '-i', footage(), '-c', 'copy', '-copyts'], extension);

/** Any footage, beginning 0.41 s late. */
export const lateFootageOf = (path: string, extension: string) =>
  testMedia(['-itsoffset', '0.41', '-i', path, '-c', 'copy', '-copyts'], extension);

/** Uneven times: of each eight frames at 25 a second, two are dropped. */
export const unevenFootage = (extension = '.mp4') =>
  testMedia(
    [...picture('25', 4), '-vf', "select='gte(mod(n\\,8)\\,2)'", '-fps_mode', 'vfr', ...H264],
    extension,
  );

/** A new empty folder, and the function that removes it. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'outspoken-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** File names that break carelessly built command lines, each with the extension. */
export function hostileNames(extension: string): string[] {
  const names = [
    ...[
      "it's",
      'say "hi"',
      '[brackets]',
      'a:b',
      'a,b;c',
      '100%',
      '%03d',
      '-i',
      '--help',
      'new\nline',
      '$(id)',
      'a b ',
    ],
    ...[
      'интервью',
      'сұхбат',
      'مقابلة',
      '*?',
      'pipe:0',
      'file:x',
      '{a,b}',
      'back\\slash',
      "'",
      '#1',
      '~',
      '@list',
    ],
  ];
  const forbidden = process.platform === 'win32' ? /[<>:"/\\|?*\n]/ : /\//;
  return names
    .map((name) => `${name}${extname(extension) || extension}`)
    .filter((name) => !forbidden.test(name));
}
