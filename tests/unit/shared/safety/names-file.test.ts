import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNames, writeNames } from '../../../../shared/safety/names-file';
import { ownColumnsAfter } from '../../../../shared/safety/own-columns';

const PLAIN = { kind: 'person', languages: [], pseudonym: null };
const names = fc
  .string({ minLength: 1, maxLength: 10 })
  .filter((name) => /^\p{L}[\p{L} .;'-]*\p{L}$/u.test(name));

describe('a do-not-name list', () => {
  it('goes through its file', () => {
    const entry = fc.record({
      name: names,
      aliases: fc.array(names, { maxLength: 3 }),
      kind: fc.constantFrom('person', 'place', 'other'),
      languages: fc.subarray(['ru', 'kk', 'zh-Hans']),
      pseudonym: fc.option(names),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const read = readNames(writeNames(entries, ['# who keeps this list']));
        expect(read.names).toEqual(entries);
        expect(read.remarks).toEqual(['# who keeps this list']);
        expect(read.issues).toEqual([]);
      }),
    );
  });

  it('loses no letter behind a closing quotation mark', () => {
    const spelt = (text: string) => readNames(text).names.map(({ name, aliases }) => [name, ...aliases]);
    expect(spelt('name,aliases\n"Al"Khatib,Omar\n"Zhako" Saparova,Zhanar\n')).toEqual([
      ['AlKhatib', 'Omar'],
      ['Zhako Saparova', 'Zhanar'],
    ]);
  });

  it('keeps a hashtag that was typed as a name', () => {
    const hashtag = { ...PLAIN, name: '#FreeZhanar', aliases: ['#Жанар'], kind: 'other' as const };
    expect(readNames(writeNames([hashtag])).names).toEqual([{ ...hashtag, name: 'FreeZhanar' }]);
  });

  it('reads lists with the line ends of old Macs, quickly too', () => {
    const list = `name;kind\r${'Жанар;person\r'.repeat(20_000)}`;
    const began = performance.now();
    expect(readNames(list).names).toHaveLength(20_000);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('keeps columns that mean nothing to the app, with the name they belong to, through edits', () => {
    const list = readNames(
      'name,consent,aliases,"signed, where"\nЖанар,yes,Zhanar,"Almaty, 3 May"\nАйгуль,=no,,\n',
    );
    expect(list.own).toEqual({
      titles: ['consent', 'signed, where'],
      rows: [
        ['yes', 'Almaty, 3 May'],
        ['=no', ''],
      ],
    });
    const [zhanar, aigul] = list.names;
    if (!zhanar || !aigul) throw new Error('two names');
    const added = { ...zhanar, name: 'Асель', aliases: [] };
    const rowsAfter = (after: readonly (typeof zhanar)[]) => {
      const again = readNames(writeNames(after, [], ownColumnsAfter(list, after)));
      expect(again.names).toEqual(after);
      return again.own.rows;
    };
    expect(rowsAfter([aigul, added, zhanar])).toEqual([
      ['=no', ''],
      ['', ''],
      ['yes', 'Almaty, 3 May'],
    ]);
    expect(rowsAfter([{ ...zhanar, name: 'Жанар С.', aliases: ['Жанар'] }])).toEqual([
      ['yes', 'Almaty, 3 May'],
    ]);
    expect(rowsAfter([{ ...zhanar, name: 'Жанна', aliases: [] }, aigul])).toEqual([
      ['yes', 'Almaty, 3 May'],
      ['=no', ''],
    ]);
    expect(rowsAfter([aigul, added])[1]).toEqual(['', '']);
  });

  it('may be plain lines, with a byte order mark, Windows line ends, remarks and semicolons', () => {
    expect(readNames('\ufeff# campaign\r\nЖанар;Zhanar|Janar\r\n\r\nАйгуль').names).toEqual([
      { name: 'Жанар', aliases: ['Zhanar', 'Janar'], ...PLAIN },
      { name: 'Айгуль', aliases: [], ...PLAIN },
    ]);
  });

  it('may be a table with tabs, as spreadsheets save text', () => {
    expect(readNames('name\taliases\tpseudonym\nЖанар\tЖ.С.|Zhanar\tАсель\n').names).toEqual([
      { ...PLAIN, name: 'Жанар', aliases: ['Ж.С.', 'Zhanar'], pseudonym: 'Асель' },
    ]);
  });

  it('loses no name behind a quotation mark that is never closed', () => {
    expect(readNames('"Жанар\nАйгуль\nАсель\n').names.map(({ name }) => name)).toEqual([
      'Жанар',
      'Айгуль',
      'Асель',
    ]);
  });

  it('takes columns in any order behind the name, and passes over others', () => {
    const { names: read } = readNames(
      'Name;Say instead;Remarks;Languages\nАйгуль;Speaker A;our cousin;kk|ru\nАлматы;;;\n',
    );
    expect(read).toEqual([
      { name: 'Айгуль', aliases: [], kind: 'person', languages: ['kk', 'ru'], pseudonym: 'Speaker A' },
      { name: 'Алматы', aliases: [], ...PLAIN },
    ]);
  });

  it('says by line what it cannot look for', () => {
    const { names: read, issues } = readNames('name,languages\n123,\nАйгуль,Russian!\n');
    expect(read).toEqual([{ name: 'Айгуль', aliases: [], ...PLAIN }]);
    expect(issues.map(({ line, code }) => [line, code])).toEqual([
      [2, 'names.issue.noLetter'],
      [3, 'names.issue.language'],
    ]);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void readNames(text)));
  });
});
