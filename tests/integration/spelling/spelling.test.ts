/** The real dictionaries in the real worker: what ships, and what a person drops in. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { createCampaignWords } from '../../../electron/services/spelling/campaign-words';
import { dictionaryFolders } from '../../../electron/services/spelling/dictionaries';
import { createSpelling } from '../../../electron/services/spelling/spelling';
import { spelledWords } from '../../../shared/spelling/words';
import { TURNS } from '../../../electron/services/sample/texts';

const root = join(import.meta.dirname, '..', '..', '..');
const work = mkdtempSync(join(tmpdir(), 'outspoken-spelling-'));
const own = join(work, 'dictionaries');
mkdirSync(own);
const spelling = createSpelling(dictionaryFolders(work, join(root, 'dist'), {}).slice(0, 2));
afterAll(async () => {
  await spelling.end();
  rmSync(work, { recursive: true });
});

const wrongIn = (language: string, text: string) =>
  spelling.wrong(
    language,
    spelledWords(text).map(({ word }) => word),
  );

describe('the dictionaries that ship', () => {
  it.each([
    ['en', 'We recieved colour and color, don’t we? Women’s well-being.', ['recieved'], 'received'],
    ['en-US', 'the colour of it', ['colour'], 'color'],
    ['ru', 'Мы палучили ещё кое-что от правозащитников.', ['палучили'], 'получили'],
    ['kk', 'Әйелдердің құқықтарына және балаларымызға бостанық берілді.', ['бостанық'], 'бостандық'],
    ['es', 'Los derechos umanos, ¿dímelo?', ['umanos'], 'humanos'],
    ['fr', 'L’égalitée aujourd’hui, n’est-ce pas', ["L'égalitée"], 'L’égalité'],
    ['ar', 'حقوق الإنسان والمدافعات الإعتراف Feminita', ['الإعتراف'], 'الاعتراف'],
  ])('%s', async (language, text, wrong, meant) => {
    expect(await wrongIn(language, text)).toEqual(wrong);
    expect(await spelling.suggest(language, wrong[0] ?? '')).toContain(meant);
  });

  it('find next to nothing in a text of official make, in Kazakh too', async () => {
    for (const language of ['en', 'ru', 'kk'] as const) {
      const text = TURNS[language].flatMap(({ sentences }) => sentences).join(' ');
      const words = spelledWords(text).length;
      expect((await wrongIn(language, text)).length / words, language).toBeLessThan(0.05);
    }
  });

  it('have no say in other languages and other letters', async () => {
    expect(await spelling.has('ka')).toBe(false);
    expect(await wrongIn('ka', 'სამართალი')).toEqual([]);
    expect(await wrongIn('ru', 'Feminita, qqqq')).toEqual([]);
  });
});

describe('a dictionary dropped in', () => {
  const drop = (name: string, aff: Uint8Array | string, dic: Uint8Array | string) => {
    writeFileSync(join(own, `${name}.aff`), aff);
    writeFileSync(join(own, `${name}.dic`), dic);
  };

  it('works at once, in its own encoding and with its own flags', async () => {
    expect(await spelling.has('uk')).toBe(false);
    drop(
      'uk_UA',
      encode('SET KOI8-U\nSFX Я Y 1\nSFX Я 0 и .\n', 'koi8-u'),
      encode('2\nправо\nжінк/Я\n', 'koi8-u'),
    );
    expect(await wrongIn('uk', 'право жінки жінко')).toEqual(['жінко']);
  });

  it('that cannot be used is named, and others go on working', async () => {
    drop('de', 'SET KLINGON-1\n', '1\nHaus\n');
    await expect(spelling.wrong('de', ['Haus'])).rejects.toMatchObject({
      code: 'bad-dictionary',
      detail: { name: 'de' },
    });
    expect(await wrongIn('en', 'hose hoose')).toEqual(['hoose']);
  });
});

describe('the words of a campaign', () => {
  it('are one plain file a language, and learn several at once', async () => {
    const words = createCampaignWords();
    const project = join(work, 'a.outspoken');
    expect(await words.read(project, 'ru')).toEqual([]);
    await Promise.all(['Жанар', 'Айгүл', 'Жанар'].map((word) => words.set(project, 'ru-KZ', word, true)));
    expect(await words.read(project, 'ru')).toEqual(['Жанар', 'Айгүл']);
    expect(await words.set(project, 'ru', 'Жанар', false)).toEqual(['Айгүл']);
    expect(await words.read(project, 'kk')).toEqual([]);
  });
});
