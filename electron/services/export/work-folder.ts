/** The private folder an export of a video is run in. It holds subtitles, so only its owner may look inside, and it never outlives the run. */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BURN_IN_FONTS } from '../../../shared/ffmpeg/video-plan';
import type { PlacedFont } from '../fonts/campaign-fonts';
import { fontConfiguration } from '../../../shared/style/font-configuration';
import { usedFonts } from '../../../shared/formats/ass/used-fonts';
import { familyNamed, fontFaces, fontFamilies } from '../../../shared/style/fonts';
import { steadyFont } from '../../../shared/style/steady-font';

const FONT_SETTINGS = 'fonts.conf';
const PREFIX = 'outspoken-burn-in-';
/** No export takes this long: what is older was left by a process that was killed. */
const LEFT_OVER_MS = 24 * 3600 * 1000;

export interface WorkFolderOptions {
  /** Text files by name: the subtitles. */
  readonly texts: Readonly<Record<string, string>>;
  /** Files of the person's by the fixed name they get inside; they are copied. */
  readonly copies?: Readonly<Record<string, string>>;
  /** Holds the files of `fontFaces`; null where nothing is drawn. */
  readonly fontFolder: string | null;
  /** The campaign's own font files, beside those. */
  readonly ownFonts?: readonly PlacedFont[];
  /** Where to make the folder, made too if it is not there; the system's temporary folder if left out. */
  readonly temporaryFolder?: string | undefined;
}

/**
 * Calls `use` with a folder that holds the subtitles, copies and the fonts they may need under safe names; removes it whatever
 * happens. Throws what reading a copied file throws.
 */
export async function withWorkFolder<T>(
  { texts, copies = {}, fontFolder, ownFonts = [], temporaryFolder = tmpdir() }: WorkFolderOptions,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  await mkdir(temporaryFolder, { recursive: true });
  // mkdtemp gives the folder mode 0700.
  const folder = await mkdtemp(join(temporaryFolder, PREFIX));
  try {
    for (const [name, text] of Object.entries(texts))
      await writeFile(join(folder, name), text, { mode: 0o600 });
    for (const [name, path] of Object.entries(copies)) await copyFile(path, join(folder, name));
    if (fontFolder !== null) await addFonts(folder, fontFolder, ownFonts, Object.values(texts));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function addFonts(
  folder: string,
  fontFolder: string,
  ownFonts: readonly PlacedFont[],
  scripts: readonly string[],
): Promise<void> {
  const families = ownFonts.map(({ family }) => family);
  await writeFile(join(folder, FONT_SETTINGS), fontConfiguration(process.env.FONTCONFIG_FILE, families));
  await mkdir(join(folder, BURN_IN_FONTS));
  const named = new Set(scripts.flatMap((script) => [...usedFonts(script).families]));
  // Other weights are many; each goes by a name of its own, so one that no script names is never asked for.
  const needed = fontFaces.filter(
    ({ family }) => familyNamed(fontFamilies, family) !== null || named.has(family.toLowerCase()),
  );
  const bundled = needed.map(({ file }) => ({ file, path: join(fontFolder, file) }));
  await Promise.all(
    [...bundled, ...ownFonts].map(({ file, path }) => putFont(path, join(folder, BURN_IN_FONTS, file))),
  );
}

async function putFont(from: string, to: string): Promise<void> {
  await writeFile(to, steadyFont(await readFile(from)), { mode: 0o600 });
}

/** The environment for an ffmpeg that draws from a work folder: only the bundled fonts go by the bundled families' names. */
export function workFolderEnvironment(folder: string): NodeJS.ProcessEnv {
  const { FFREPORT: _, ...ours } = process.env;
  return { ...ours, FONTCONFIG_FILE: join(folder, FONT_SETTINGS) };
}

/** Removes what killed exports left in `temporaryFolder`: it holds subtitles. `now` in ms since 1970. Never throws. */
export async function sweepWorkFolders(temporaryFolder: string, now: number): Promise<void> {
  const names = await readdir(temporaryFolder).catch(() => []);
  for (const name of names.filter((entry) => entry.startsWith(PREFIX))) {
    const path = join(temporaryFolder, name);
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > LEFT_OVER_MS)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
