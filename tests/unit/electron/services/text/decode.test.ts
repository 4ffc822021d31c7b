import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../../../electron/services/text/decode';
import { encodeText } from '../../../../../electron/services/text/encode';
import { AppError } from '../../../../../shared/api/errors';

/** Article 1 of the Universal Declaration of Human Rights. */
const SAMPLES = {
  ru: 'Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.',
  kk: 'Барлық адамдар тумысынан азат және қадір-қасиеті мен кұқықтары тең болып дүниеге келеді. Адамдарға ақыл-парасат, ар-ождан берілген, сондықтан олар бір-бірімен туыстық, бауырмалдық қарым-қатынас жасаулары тиіс.',
  ar: 'يولد جميع الناس أحراراً متساوين في الكرامة والحقوق. وقد وهبوا عقلاً وضميراً وعليهم أن يعامل بعضهم بعضاً بروح الإخاء.',
  fr: 'Tous les êtres humains naissent libres et égaux en dignité et en droits. Ils sont doués de raison et de conscience et doivent agir les uns envers les autres dans un esprit de fraternité. Où êtes-vous né, à l’été ?',
  en: 'All human beings are born free and equal in dignity and rights.',
} as const;

/** The sample as the subtitles of a short file: digits and arrows weigh in, as they do in real files. */
function asSrt(text: string): string {
  const words = text.split(' ');
  const cues: string[] = [];
  for (let at = 0; at < words.length; at += 6)
    cues.push(
      `${cues.length + 1}\n00:00:${10 + cues.length},000 --> 00:00:${10 + cues.length},900\n${words.slice(at, at + 6).join(' ')}\n`,
    );
  return cues.join('\n');
}

describe('decodeText recognises', () => {
  test.each([
    ['ru', 'windows-1251'],
    ['ru', 'koi8-r'],
    ['ru', 'cp866'],
    ['kk', 'rk1048'],
    ['kk', 'pt154'],
    ['ar', 'windows-1256'],
    ['fr', 'windows-1252'],
    ['ru', 'utf-16le'],
    ['ar', 'utf-16be'],
    ['en', 'utf-16le'],
    ['kk', 'utf8'],
    ['en', 'utf8'],
  ] as const)('%s in %s', (language, encoding) => {
    for (const text of [SAMPLES[language], asSrt(SAMPLES[language])]) {
      const decoded = decodeText(iconv.encode(text, encoding));
      expect(decoded.text).toBe(text);
      expect(decoded.guess).toMatchObject({ encoding, bom: false });
      expect(decoded.guess.confidence).toBeGreaterThan(0.1);
    }
  });

  test.each(['utf8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('the mark of %s', (encoding) => {
    const decoded = decodeText(iconv.encode(SAMPLES.kk, encoding, { addBOM: true }));
    expect(decoded).toMatchObject({
      text: SAMPLES.kk,
      guess: { encoding, bom: true, confidence: 1 },
      issues: [],
    });
  });

  test('an empty file as UTF-8', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ text: '', guess: { encoding: 'utf8' }, issues: [] });
  });

  test('UTF-8 that is broken in one place, and says so', () => {
    const bytes = Uint8Array.from([...iconv.encode(SAMPLES.kk, 'utf8'), 0xff, 0x20]);
    const decoded = decodeText(bytes);
    expect(decoded.guess).toMatchObject({ encoding: 'utf8', confidence: 0.6 });
    expect(decoded.text).toBe(`${SAMPLES.kk}\ufffd `);
    expect(decoded.issues.map(({ code }) => code)).toEqual(['mostly-utf8']);
  });

  test('UTF-8 cut in the middle of a character', () => {
    const bytes = iconv.encode(SAMPLES.ru, 'utf8');
    expect(decodeText(bytes.subarray(0, 40)).issues.map(({ code }) => code)).toEqual(['mostly-utf8']);
  });

  test('a sound replacement character in UTF-8, without complaint', () => {
    expect(decodeText(iconv.encode('a \ufffd b ж', 'utf8')).issues).toEqual([]);
  });
});

describe('a guess', () => {
  test('is said to be one, with other encodings to choose from', () => {
    const { guess, issues } = decodeText(iconv.encode(SAMPLES.ru, 'windows-1251'));
    expect(issues.map(({ code }) => code)).toEqual(['encoding-guessed']);
    expect(guess.alternatives).toEqual(expect.arrayContaining(['koi8-r', 'cp866', 'rk1048', 'windows-1252']));
    expect(guess.alternatives).not.toContain('windows-1251');
  });

  test('of a few letters is unsure', () => {
    const { guess, issues } = decodeText(Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
    expect(guess.confidence).toBeLessThan(0.1);
    expect(issues.map(({ code }) => code)).toContain('encoding-unsure');
  });

  test('is overruled by the person', () => {
    const bytes = iconv.encode(SAMPLES.ru, 'koi8-r');
    const decoded = decodeText(bytes, 'cp866');
    expect(decoded.guess).toMatchObject({ encoding: 'cp866', confidence: 1 });
    expect(decoded.text).toBe(iconv.decode(bytes, 'cp866'));
    expect(decodeText(bytes, 'KOI8-R').text).toBe(SAMPLES.ru);
  });

  test('overruled against a byte order mark says so', () => {
    const decoded = decodeText(iconv.encode(SAMPLES.en, 'utf8', { addBOM: true }), 'windows-1251');
    expect(decoded.issues.map(({ code }) => code)).toEqual(['bom-mismatch']);
    expect(decoded.guess.alternatives).toContain('utf8');
  });
});

describe('decodeText refuses', () => {
  test.each([
    ['NUL bytes', [0x61, 0, 0x62, 0, 0, 0x63, 0x64, 0x65]],
    ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]],
    ['an MP4', [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d, 0, 0, 2, 0]],
    ['silence', Array<number>(400).fill(0)],
    ['control characters', [1, 2, 3, 4, 5, 6, 0x61, 0x62]],
  ])('%s', (_, bytes) => {
    const attempt = () => decodeText(Uint8Array.from(bytes), null, 'film.srt');
    expect(attempt).toThrow(AppError);
    expect(attempt).toThrow(/“film\.srt” could not be read as text \(it is not text/);
  });

  test('an encoding nobody knows', () => {
    expect(() => decodeText(Uint8Array.of(0x61), 'klingon')).toThrow(/klingon/);
  });

  test('but not NUL in WebVTT, which says what it means', () => {
    const decoded = decodeText(iconv.encode('WEBVTT\n\n00:00.000 --> 00:01.000\na\0b\n', 'utf8'));
    expect(decoded.text).toContain('a\0b');
    expect(decoded.issues.map(({ code }) => code)).toEqual(['nul-bytes']);
  });
});

test('UTF-16 with a lone last byte says so', () => {
  const bytes = iconv.encode('Жаңа', 'utf-16le', { addBOM: true });
  const decoded = decodeText(Uint8Array.from([...bytes, 0x41]));
  expect(decoded.text).toBe('Жаңа');
  expect(decoded.issues.map(({ code }) => code)).toEqual(['odd-utf16']);
});

describe('encodeText', () => {
  test.each([
    ['utf8', SAMPLES.kk, true],
    ['utf8', SAMPLES.ar, false],
    ['utf-16le', SAMPLES.kk, true],
    ['rk1048', SAMPLES.kk, false],
    ['windows-1256', SAMPLES.ar, false],
  ] as const)('%s is read back as it was', (encoding, text, bom) => {
    const { bytes, issues } = encodeText(text, { encoding, bom, lineEnd: 'lf' });
    expect(issues).toEqual([]);
    expect(decodeText(bytes)).toMatchObject({ text, guess: { encoding, bom } });
  });

  test('counts what an encoding lacks', () => {
    const [invisible] = encodeText('a\u2060', { encoding: 'windows-1251', bom: false, lineEnd: 'lf' }).issues;
    expect(invisible?.message).toContain('U+2060');
    const { bytes, issues } = encodeText('Қазақ?', { encoding: 'windows-1251', bom: false, lineEnd: 'lf' });
    expect(iconv.decode(Buffer.from(bytes), 'windows-1251')).toBe('?аза??');
    expect(issues).toMatchObject([
      { code: 'not-encodable', message: expect.stringContaining('Қ қ') as string },
    ]);
    expect(issues[0]?.message).toMatch(/^2 characters/);
  });
});

test('any bytes are text or a clear refusal, never a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        const { text, guess } = decodeText(bytes, null, 'x');
        expect(typeof text).toBe('string');
        expect(guess.confidence).toBeGreaterThanOrEqual(0);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
    { numRuns: 200 },
  );
});

test('line ends are as asked for', () =>
  expect(String(encodeText('a\nb', { encoding: 'utf8', bom: false, lineEnd: 'crlf' }).bytes)).toBe('a\r\nb'));

test('any well-formed text comes back from UTF-8, byte for byte', () => {
  const marked = { encoding: 'utf8', bom: true, lineEnd: 'lf' } as const;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const bytes = encodeText(text.replaceAll('\0', ''), marked).bytes;
      const decoded = decodeText(bytes);
      expect(Buffer.from(encodeText(decoded.text, marked).bytes)).toEqual(Buffer.from(bytes));
    }),
  );
});
