import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCampaignWords } from '../../../../../electron/services/spelling/campaign-words';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outspoken-words-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it.each(['utf16le', 'windows-1251'])(
  'keeps the words of a list that an editor saved in %s',
  async (encoding) => {
    const names = ['Серкебаева', 'Жанар', 'Гульзада', 'Алматы', 'Шымкент'];
    const file = join(folder, 'spelling.ru.txt');
    const bytes = encode(names.join('\r\n'), encoding, { addBOM: encoding === 'utf16le' });
    writeFileSync(file, bytes);
    const words = createCampaignWords();
    expect(await words.set(join(folder, 'p.outspoken'), 'ru', 'Асель', true)).toEqual([...names, 'Асель']);
    expect(await words.read(join(folder, 'p.outspoken'), 'ru')).toEqual([...names, 'Асель']);
    expect(readFileSync(`${file}.before-1`)).toEqual(bytes);
  },
);
