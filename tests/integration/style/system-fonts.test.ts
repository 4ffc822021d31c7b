/** Fonts of the computer for letters that no other font has: found by their small tables, best first, and then drawn with. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addCampaignFont } from '../../../electron/services/fonts/campaign-fonts';
import { readFontSketch } from '../../../electron/services/fonts/font-files';
import { findSystemFonts, systemFontFolders } from '../../../electron/services/fonts/system-fonts';
import { familiesOf } from '../../../shared/style/campaign-families';
import { readFontFile } from '../../../shared/style/font-file';
import { fontFamilies, missingCharacters } from '../../../shared/style/fonts';
import { fontWith } from '../../support/fonts';
import { temporaryFolder } from '../../support/media';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const put = (name: string, bytes: Uint8Array | string) => {
  mkdirSync(join(folder.path, 'system', 'deep'), { recursive: true });
  writeFileSync(join(folder.path, 'system', name), bytes);
};

/** The font as the first of a collection. */
function collection(font: Uint8Array): Uint8Array {
  const header = new Uint8Array(16);
  const view = new DataView(header.buffer);
  for (const [at, value] of [0x74746366, 0x00010000, 1, 16].entries()) view.setUint32(4 * at, value);
  const bytes = new Uint8Array([...header, ...font]);
  const file = new DataView(bytes.buffer);
  // Tables lie behind the header now.
  for (let n = 0; n < file.getUint16(20); n++) {
    const place = 16 + 12 + 16 * n + 8;
    file.setUint32(place, file.getUint32(place) + 16);
  }
  return bytes;
}

test('families that draw most come first, each once; what is no font is passed over', async () => {
  put('half.ttf', fontWith('漢A', 'Half Sans'));
  put('deep/whole.otf', fontWith('漢字🏳', 'Whole Serif'));
  put('deep/again.ttf', fontWith('漢字', 'Whole Serif'));
  put('set.ttc', collection(fontWith('漢字', 'Collected Gothic')));
  put('nothing.ttf', fontWith('abc', 'Latin Only'));
  put('evil.ttf', 'this is no font');
  put('bundled.ttf', fontWith('漢字', 'Noto Sans'));
  put('note.txt', fontWith('漢字', 'No Font By Name'));
  const found = await findSystemFonts(
    ['漢', '字', '🏳'],
    [join(folder.path, 'system'), join(folder.path, 'gone')],
  );
  expect(found.map(({ family, covered }) => [family, covered])).toEqual([
    ['Whole Serif', 3],
    ['Collected Gothic', 2],
    ['Half Sans', 1],
  ]);
  expect(await findSystemFonts(['ꯀ'], [join(folder.path, 'system')])).toEqual([]);
});

test('one that is chosen becomes a font of the campaign, and its letters are no longer missing', async () => {
  put('set.ttc', collection(fontWith('漢字', 'Collected Gothic')));
  const [found] = await findSystemFonts(['漢', '字'], [join(folder.path, 'system')]);
  if (!found) throw new Error('nothing was found');
  const added = await addCampaignFont(found.path, folder.path);
  expect(missingCharacters('漢字', [...fontFamilies, ...familiesOf([added])])).toEqual([]);
});

test('a file is told by its small tables as by all of it', async () => {
  const bytes = fontWith('漢字', 'Some Sans');
  put('some.ttf', bytes);
  expect(await readFontSketch(join(folder.path, 'system', 'some.ttf'))).toEqual(readFontFile(bytes));
});

test('each system’s own places are looked through', () => {
  expect(systemFontFolders({}, 'linux', '/home/a')).toEqual([
    '/home/a/.local/share/fonts',
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/home/a/.fonts',
  ]);
  expect(systemFontFolders({}, 'darwin', '/Users/a')).toContain('/System/Library/Fonts');
  expect(systemFontFolders({ SystemRoot: 'D:\\W' }, 'win32', 'C:\\Users\\a')[0]).toMatch(/^D:\\W.Fonts$/);
});
