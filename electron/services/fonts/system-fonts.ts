/** Fonts installed on this computer, for letters that no font of the app or the campaign has. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Substitute } from '../../../shared/style/substitutes';
import { runWorker } from '../../platform/workers';

export interface SystemFont extends Substitute {
  readonly path: string;
}

const Found = z.array(
  z.object({
    path: z.string(),
    family: z.string(),
    weight: z.number(),
    italic: z.boolean(),
    covered: z.number().int(),
  }),
);

/** As many as anybody wants to choose from. */
const MOST = 6;

/** The families that draw most of these characters, best first; none where the computer has none. Looked for in a worker. */
export async function findSystemFonts(
  characters: readonly string[],
  folders: readonly string[],
): Promise<SystemFont[]> {
  return Found.parse(await runWorker('fonts', { folders, characters, most: MOST }));
}

/**
 * Where each system keeps fonts. Linux: fontconfig's usual folders (fonts.conf(5)); macOS and Windows: the system's, the
 * computer's and the person's.
 */
export function systemFontFolders(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string[] {
  if (platform === 'win32') {
    const windows = environment.SystemRoot ?? environment.windir ?? 'C:\\Windows';
    const local = environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
    return [join(windows, 'Fonts'), join(local, 'Microsoft', 'Windows', 'Fonts')];
  }
  if (platform === 'darwin')
    return [join(home, 'Library', 'Fonts'), '/Library/Fonts', '/System/Library/Fonts'];
  const shared = (environment.XDG_DATA_DIRS ?? '/usr/local/share:/usr/share').split(':').filter(Boolean);
  const own = environment.XDG_DATA_HOME ?? join(home, '.local', 'share');
  return [own, ...shared].map((folder) => join(folder, 'fonts')).concat(join(home, '.fonts'));
}
