import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { readdir } from 'node:fs/promises';
import type { DictionaryFiles } from './question';

/** Where dictionaries are looked for, the first to have one of a name wins: dropped in by the person, ours, the system's. */
export function dictionaryFolders(
  dataFolder: string,
  distFolder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): readonly string[] {
  return [
    join(dataFolder, 'dictionaries'),
    join(distFolder, 'dictionaries'),
    ...(environment.DICPATH ?? '').split(delimiter).filter((path) => path !== ''),
    '/usr/share/hunspell',
    '/usr/share/myspell/dicts',
    join(homedir(), 'Library', 'Spelling'),
    '/Library/Spelling',
  ];
}

/** The pairs of `.aff` and `.dic` in these folders. A folder that cannot be read has none. */
export async function findDictionaries(folders: readonly string[]): Promise<DictionaryFiles[]> {
  const found = new Map<string, DictionaryFiles>();
  for (const folder of folders) {
    const names = new Set(await readdir(folder).catch(() => []));
    for (const file of names) {
      const name = /^([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\.aff$/.exec(file)?.[1];
      if (name === undefined || found.has(name) || !names.has(`${name}.dic`)) continue;
      found.set(name, { name, aff: join(folder, file), dic: join(folder, `${name}.dic`) });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
