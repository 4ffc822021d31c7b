import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { CODE_PAGES } from '../../../../../shared/formats/stl/code-pages';
import { ISO_6937 } from '../../../../../shared/formats/stl/iso6937';
import { parseStl } from '../../../../../shared/formats/stl/parse';
import { writeStl } from '../../../../../shared/formats/stl/write';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1');
const one = (text: string, position: 'top' | 'bottom' = 'bottom') => [
  { startMs: 3_723_040, endMs: 3_725_960, text, position, speaker: 'Aya' },
];

describe('writeStl, byte for byte as EBU Tech 3264-E has it', () => {
  const { bytes } = writeStl(one('Ça <i>va</i>\nñ'), 'fr');
  test('header', () => {
    expect(bytes.length).toBe(1024 + 128);
    expect(ascii(bytes, 0, 16)).toBe('850STL25.010000F');
    expect(ascii(bytes, 16, 224).trim()).toBe('');
    expect(ascii(bytes, 224, 277)).toBe('8001018001010000001000010010523100000000010203011' + '1   ');
    expect(ascii(bytes, 277, 1024).trim()).toBe('');
  });
  test('block', () => {
    const block = [...bytes.subarray(1024)];
    expect(block.slice(0, 16)).toEqual([0, 1, 0, 0xff, 0, 1, 2, 3, 1, 1, 2, 5, 24, 22, 2, 0]);
    const text = [0xcb, 0x43, 0x61, 0x20, 0x80, 0x76, 0x61, 0x81, 0x8a, 0xc4, 0x6e];
    expect(block.slice(16, 16 + text.length)).toEqual(text);
    expect(new Set(block.slice(16 + text.length))).toEqual(new Set([0x8f]));
  });
  test('the top row is 1', () => expect(writeStl(one('x', 'top'), 'en').bytes[1024 + 13]).toBe(1));
  test('long text goes on in extension blocks', () => {
    const long = writeStl(one('x'.repeat(250)), 'en').bytes;
    expect([3, 131, 259].map((at) => long[1024 + at])).toEqual([0, 1, 0xff]);
    expect(parseStl(long).cues[0]?.text).toBe('x'.repeat(250));
  });
});

describe('code pages', () => {
  test.each([
    ['01', 'iso-8859-5'],
    ['02', 'iso-8859-6'],
    ['03', 'iso-8859-7'],
    ['04', 'iso-8859-8'],
  ])('%s is %s', (number, name) => {
    const page = CODE_PAGES.find((each) => each.number === number);
    // Later editions of ISO 8859-7 and -8 filled gaps; the 1987/88 ones that EBU names left them open.
    const later =
      name === 'iso-8859-7' ? [0xa4, 0xa5, 0xaa] : name === 'iso-8859-8' ? [0xaf, 0xfd, 0xfe] : [];
    for (let byte = 0xa0; byte <= 0xff; byte++) {
      if (later.includes(byte)) continue;
      expect([byte, page?.decode([byte])]).toEqual([byte, iconv.decode(Buffer.from([byte]), name)]);
    }
  });
  test('Latin: marks before letters, as glibc’s iconv has them', () => {
    const bytes = [0xc2, 0x65, 0x20, 0xcf, 0x53, 0xe1, 0xf1, 0xa4, 0xd5, 0xa9, 0xb9];
    expect(ISO_6937.decode(bytes)).toBe('é ŠÆæ$♪‘’');
  });
  test('every character that a table decodes it encodes again', () => {
    for (const page of CODE_PAGES)
      for (let byte = 0x20; byte <= 0xff; byte++) {
        const text = page.decode([byte]);
        if (text.includes('\ufffd') || text === '') continue;
        expect(page.decode(page.encode(text) ?? [])).toBe(text);
      }
  });
  test.each([
    ['ru', 'Права человека — ёж', '01'],
    ['ar', 'حقوق الإنسان', '02'],
    ['el', 'Ανθρώπινα δικαιώματα', '03'],
    ['he', 'זכויות אדם', '04'],
    ['pl', 'Zażółć gęślą jaźń', '00'],
    ['ru', 'Only Latin here', '00'],
  ])('%s %s', (language, text, number) => {
    const { bytes, issues } = writeStl(one(text), language);
    expect(ascii(bytes, 12, 14)).toBe(number);
    expect(issues.map(({ code }) => code)).not.toContain('stl-characters');
    expect(parseStl(bytes).cues[0]?.text).toBe(text.replace('—', '-'));
  });
  test('the table that simplifies nothing is taken before the one of the script', () => {
    const { bytes, issues } = writeStl(one('“?Ω'), 'en');
    expect(ascii(bytes, 12, 14)).toBe('00');
    expect(issues.map(({ code }) => code)).not.toContain('stl-simplified');
  });
  test('Kazakh letters that no table has are named', () => {
    const { issues } = writeStl(one('Адам құқықтары'), 'kk');
    expect(issues.find(({ code }) => code === 'stl-characters')?.message).toContain('қ ұ');
  });
});

describe('parseStl', () => {
  const file = (text: number[], header: Record<number, string> = {}) => {
    const { bytes } = writeStl(one('x'), 'en');
    for (const [at, value] of Object.entries(header)) bytes.set(Buffer.from(value, 'latin1'), Number(at));
    bytes.fill(0x8f, 1024 + 16);
    bytes.set(text, 1024 + 16);
    return bytes;
  };
  test('teletext: boxes and double height are no text', () => {
    const text = [0x0d, 0x0b, 0x0b, 0x48, 0x69, 0x0a, 0x0a, 0x8a, 0x8a, 0x0d, 0x0b, 0x0b, 0x79, 0x6f, 0x0a];
    const { cues, issues } = parseStl(file(text, { 11: '1' }));
    expect(cues[0]?.text).toBe('Hi\nyo');
    expect(issues).toEqual([]);
  });
  test('colours are said', () =>
    expect(parseStl(file([0x03, 0x48])).issues.map(({ code }) => code)).toEqual(['stl-control']));
  test('times count from the programme’s start', () => {
    const { cues, issues } = parseStl(file([0x48], { 256: '01000000' }));
    expect(cues[0]?.startMs).toBe(123_040);
    expect(issues.map(({ code }) => code)).toEqual(['stl-start']);
  });
  test('names in the header are said and left out', () =>
    expect(parseStl(file([0x48], { 144: 'Somebody' })).issues[0]).toMatchObject({ code: 'stl-header' }));
  test('a file cut short', () =>
    expect(parseStl(file([0x48]).subarray(0, 1100)).issues.map(({ code }) => code)).toEqual([
      'no-cues',
      'stl-short',
    ]));
});
