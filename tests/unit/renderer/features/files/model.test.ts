import { describe, expect, it } from 'vitest';
import type { FileInfo } from '../../../../../shared/api/contract';
import {
  endingOf,
  folderMemory,
  targetName,
  visibleEntries,
} from '../../../../../renderer/features/files/model';

const entry = (name: string, kind: FileInfo['kind'] = 'file'): FileInfo => ({
  handle: `file_${name.replace(/\W/g, '').padEnd(22, 'x')}`,
  name,
  kind,
  sizeBytes: 1,
});

const all = [
  entry('folder', 'folder'),
  entry('.hidden', 'folder'),
  entry('a.MP4'),
  entry('b.txt'),
  entry('c.outspoken'),
  entry('noending'),
];
const names = (entries: readonly FileInfo[]) => entries.map(({ name }) => name);

describe('visibleEntries', () => {
  it.each([
    ['media', ['folder', 'a.MP4']],
    ['transcript', ['folder', 'b.txt']],
    ['project', ['folder', 'c.outspoken']],
    ['folder', ['folder']],
  ] as const)('for %s', (purpose, expected) => {
    expect(names(visibleEntries(all, purpose, false))).toEqual(expected);
  });

  it('shows everything on demand, but no files where a folder is wanted', () => {
    expect(visibleEntries(all, 'media', true)).toHaveLength(all.length);
    expect(names(visibleEntries(all, 'folder', true))).toEqual(['folder', '.hidden']);
  });
});

describe('targetName', () => {
  it.each([
    ['talk', 'save-subtitles', 'x.vtt', 'talk.vtt'],
    ['talk.vtt', 'save-subtitles', 'x.vtt', 'talk.vtt'],
    ['talk.ru', 'save-subtitles', 'x.ru.srt', 'talk.ru.srt'],
    ['  talk  ', 'save-project', null, 'talk.outspoken'],
    ['', 'save-project', null, ''],
  ] as const)('%s for %s (suggested %s) is %s', (typed, purpose, suggested, expected) => {
    expect(targetName(typed, purpose, suggested)).toBe(expected);
  });
});

describe('endingOf', () => {
  it.each([
    ['a.b.C', 'c'],
    ['.hidden', ''],
    ['none', ''],
  ])('%s: %s', (name, expected) => expect(endingOf(name)).toBe(expected));
});

it('remembers a folder for each purpose, not the one shown last', () => {
  const folders = folderMemory();
  expect(folders.recall('media')).toBe(null);
  folders.keep('media', 'footage');
  expect(folders.recall('folder')).toBe('footage');
  folders.keep('folder', 'exports');
  folders.keep('picture', 'logos');
  const purposes = ['media', 'folder', 'picture', 'font'] as const;
  expect(purposes.map(folders.recall)).toEqual(['footage', 'exports', 'logos', 'logos']);
});
