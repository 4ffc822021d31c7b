/** The private folder a burn-in is run in. It holds subtitles, so only its owner may look inside, and it never outlives the run. */
import { copyFile, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BURN_IN_FONTS, BURN_IN_SUBTITLES } from '../../../shared/ffmpeg/burn-in';
import { fontConfiguration } from '../../../shared/style/font-configuration';
import { fontFaces } from '../../../shared/style/fonts';

const FONT_SETTINGS = 'fonts.conf';
const PREFIX = 'outspoken-burn-in-';
/** No burn-in takes this long: what is older was left by a process that was killed. */
const LEFT_OVER_MS = 24 * 3600 * 1000;

export interface WorkFolderOptions {
  /** The subtitles, as `writeAss` made them. */
  readonly ass: string;
  /** Holds the files of `fontFaces`. */
  readonly fontFolder: string;
  /** Where to make the folder; the system's temporary folder if left out. */
  readonly temporaryFolder?: string | undefined;
}

/** Calls `use` with a folder that holds the subtitles and every bundled font under safe names; removes it whatever happens. */
export async function withWorkFolder<T>(
  { ass, fontFolder, temporaryFolder = tmpdir() }: WorkFolderOptions,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  // mkdtemp gives the folder mode 0700.
  const folder = await mkdtemp(join(temporaryFolder, PREFIX));
  try {
    await writeFile(join(folder, BURN_IN_SUBTITLES), ass, { mode: 0o600 });
    await writeFile(join(folder, FONT_SETTINGS), fontConfiguration(process.env.FONTCONFIG_FILE));
    await mkdir(join(folder, BURN_IN_FONTS));
    await Promise.all(
      fontFaces.map(({ file }) => copyFile(join(fontFolder, file), join(folder, BURN_IN_FONTS, file))),
    );
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The environment for an ffmpeg that draws from a work folder: only the bundled fonts go by the bundled families' names. */
export function workFolderEnvironment(folder: string): NodeJS.ProcessEnv {
  const { FFREPORT: _, ...ours } = process.env;
  return { ...ours, FONTCONFIG_FILE: join(folder, FONT_SETTINGS) };
}

/** Removes what killed burn-ins left in `temporaryFolder`: it holds subtitles. `now` in ms since 1970. Never throws. */
export async function sweepWorkFolders(temporaryFolder: string, now: number): Promise<void> {
  const names = await readdir(temporaryFolder).catch(() => []);
  for (const name of names.filter((entry) => entry.startsWith(PREFIX))) {
    const path = join(temporaryFolder, name);
    const found = await stat(path).catch(() => null);
    if (found && now - found.mtimeMs > LEFT_OVER_MS)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}
