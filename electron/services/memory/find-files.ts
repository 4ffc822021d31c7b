import { readdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { statOrNull } from '../../platform/files';

/** A glossary or a memory that somebody put beside a project or into a folder above it. */
export interface HelpFile {
  readonly path: string;
  readonly kind: 'tmx' | 'tbx' | 'csv';
  /** Changes with its content. */
  readonly stamp: string;
}

/** How far above a project its campaign may lie, and how many files are read at most. */
const MOST_FOLDERS = 12;
const MOST_FILES = 50;
/** Tables are many things; only those called so are glossaries. */
const GLOSSARY = /^glossary.*\.(?:csv|tsv)$/iu;

/** Memories (`*.tmx`) and glossaries (`*.tbx`, `glossary*.csv`) of a folder and those above it, the nearest first. */
export async function findHelpFiles(folder: string): Promise<HelpFile[]> {
  const found: HelpFile[] = [];
  let at = folder;
  for (let count = 0; count < MOST_FOLDERS && found.length < MOST_FILES; count++) {
    const names = await readdir(at).catch(() => []);
    for (const name of names.sort()) {
      const kind = kindOf(name);
      const stat = kind && (await statOrNull(join(at, name)).catch(() => null));
      if (kind && stat?.isFile())
        found.push({ path: join(at, name), kind, stamp: `${stat.size} ${stat.mtimeMs}` });
    }
    const above = dirname(at);
    if (above === at) break;
    at = above;
  }
  return found.slice(0, MOST_FILES);
}

function kindOf(name: string): HelpFile['kind'] | null {
  const ending = extname(name).toLowerCase();
  if (ending === '.tmx') return 'tmx';
  if (ending === '.tbx') return 'tbx';
  return GLOSSARY.test(name) ? 'csv' : null;
}
