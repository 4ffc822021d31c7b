import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAss } from '../../../../../shared/formats/ass/parse';
import { differenceInAss } from '../../../../../shared/formats/ass/verify';
import { writeAss, type AssDocument } from '../../../../../shared/formats/ass/write';
import { defaultStyles } from '../../../../../shared/style/styles';

const [outspoken, box] = defaultStyles();
const cue = (text: string, more: Partial<AssDocument['cues'][number]> = {}): AssDocument['cues'][number] => ({
  startMs: 1000,
  endMs: 2000,
  text,
  position: 'bottom',
  ...more,
});
const document = (more: Partial<AssDocument> = {}): AssDocument => ({
  cues: [],
  track: { language: 'en', direction: 'ltr' },
  style: outspoken,
  video: { width: 1920, height: 1080 },
  title: null,
  ...more,
});
const write = (text: string, language = 'en', direction: 'ltr' | 'rtl' = 'ltr') => {
  const ass = writeAss(document({ cues: [cue(text)], track: { language, direction } }));
  return /^Dialogue: (?:[^,]*,){9}(.*)$/m.exec(ass)?.[1];
};

const ARABIC = '{\\fnNoto Sans Arabic\\fs112.44}';
const LATIN = '{\\fnNoto Sans\\fs78.74}';

describe('text that must stay text', () => {
  test.each([
    ['plain', 'Hello, world', 'Hello, world'],
    ['lines', 'one\ntwo', 'one\\Ntwo'],
    ['every kind of line end', 'a\r\nb\rc\u2028d\u2029e\u0085f\vg', 'a\\Nb\\Nc\\Nd\\Ne\\Nf\\Ng'],
    ['italics', 'so <i>very</i> true', 'so {\\i1}very{\\i0} true'],
    ['italics over lines', '<i>a\nb</i>', '{\\i1}a\\Nb'],
    ['italics never closed', 'a <i>b', 'a {\\i1}b'],
    ['italics closed twice', '<i>a</i></i>', '{\\i1}a'],
    ['other tags are text', '<b>a</b> <I>', '<b>a</b> <I>'],
    ['an override block', '{\\an8}x', '\\{\\an8}x'],
    ['a drawing', '{\\p1}m 0 0 l 9 9{\\p0}', '\\{\\p1}m 0 0 l 9 9\\{\\p0}'],
    ['a line break that is none', 'C:\\New', 'C:\\\u2060New'],
    ['soft break and hard space', '\\n\\h', '\\\u2060n\\\u2060h'],
    ['backslash before braces', '\\{ \\}', '\\\\{ \\\u2060}'],
    ['backslash before our own block', '\\<i>a</i>', '\\\u2060{\\i1}a'],
    ['backslash at the end', 'a\\', 'a\\\u2060'],
    ['leading spaces', '  a', '{}  a'],
    ['a line that looks like another event', 'a\nDialogue: 0,0:00:00.00', 'a\\NDialogue: 0,0:00:00.00'],
    ['characters without a picture', 'a\u0000b\u0007c\ufeff', 'abc'],
    ['half a surrogate pair', 'a\ud800', 'a\ufffd'],
    ['emoji', '🏳️‍🌈', '🏳️‍🌈'],
  ])('%s', (_, text, expected) => {
    expect(write(text)).toBe(expected);
  });
});

describe('scripts and directions', () => {
  test.each([
    ['Kazakh', 'Біз әіңғүұқөһ', 'kk', 'ltr', 'Біз әіңғүұқөһ'],
    ['Arabic in an Arabic track', 'حقوق', 'ar', 'rtl', 'حقوق'],
    ['no letters in an Arabic track', '2024!', 'ar', 'rtl', '\u200f2024!'],
    ['Latin in an Arabic track', 'UN', 'ar', 'rtl', `${LATIN}UN`],
    ['both in an Arabic track', 'UN حقوق', 'ar', 'rtl', `\u200f${LATIN}UN ${ARABIC}حقوق`],
    ['Arabic in an English track', 'حقوق', 'en', 'ltr', `${ARABIC}حقوق`],
    ['both in an English track', 'a حق b', 'en', 'ltr', `\u200ea ${ARABIC}حق ${LATIN}b`],
    ['italic Latin among Arabic', 'حق <i>UN</i>', 'ar', 'rtl', `\u200fحق {\\i1}${LATIN}UN`],
    ['a mark that is there already', '\u200fUN حق', 'ar', 'rtl', `\u200f${LATIN}UN ${ARABIC}حق`],
    ['Arabic punctuation and digits', 'حق، ٢؟', 'en', 'ltr', `${ARABIC}حق، ٢؟`],
  ] as const)('%s', (_, text, language, direction, expected) => {
    expect(write(text, language, direction)).toBe(expected);
  });

  test('the style of an Arabic track names the Arabic font at the same em', () => {
    const style = (language: string) =>
      /^Style: (.*)$/m.exec(writeAss(document({ track: { language, direction: 'ltr' } })))?.[1]?.split(',');
    expect(style('ar')?.slice(1, 3)).toEqual(['Noto Sans Arabic', '112.44']);
    expect(style('fa')?.[1]).toBe('Noto Sans Arabic');
    expect(style('kk')?.slice(1, 3)).toEqual(['Noto Sans', '78.74']);
    expect(style('kk-Arab')?.[1]).toBe('Noto Sans Arabic');
  });
});

describe('italics', () => {
  test('only fonts that have some are slanted, so that no libass slants others in its own way', () => {
    expect(write('<i>Feminita منظمة</i>!', 'ar', 'rtl')).toBe(
      `\u200f{\\i1}${LATIN}Feminita {\\i0}${ARABIC}منظمة!`,
    );
  });

  test('a file says them everywhere: others draw it with their own fonts', () => {
    const cues = [cue('<i>منظمة</i>')];
    const track = { language: 'ar', direction: 'rtl' } as const;
    expect(writeAss(document({ cues, track, purpose: 'file' }))).toContain('{\\i1}منظمة{\\i0}');
    expect(writeAss(document({ cues, track }))).not.toContain('\\i1');
  });
});

describe('header and style', () => {
  test('is the same bytes every time and names nobody', () => {
    const ass = writeAss(document({ cues: [cue('a')] }));
    expect(ass).toBe(writeAss(document({ cues: [cue('a')] })));
    expect(ass).toBe(`[Script Info]
ScriptType: v4.00+
WrapStyle: 0
ScaledBorderAndShadow: yes
YCbCr Matrix: None
PlayResX: 1920
PlayResY: 1080

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Outspoken,Noto Sans,78.74,&H00FFFFFF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3.46,1.51,2,54,54,54,-1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:02.00,Outspoken,,0,0,0,,a
`);
  });

  test('a box has its colour and opacity, and no outline', () => {
    const style = { ...box, boxColour: '#102030', boxOpacity: 0.2, bold: true };
    const fields = /^Style: (.*)$/m.exec(writeAss(document({ style })))?.[1]?.split(',');
    expect(fields?.slice(6, 8)).toEqual(['&HCC302010', '-1']);
    expect(fields?.slice(15, 18)).toEqual(['4', '0', '6.65']);
  });

  test('a font that is not bundled becomes Noto Sans, whatever its name holds', () => {
    const style = { ...outspoken, fontFamily: 'Evil,Font\nDialogue: 0' };
    expect(writeAss(document({ style }))).toBe(writeAss(document()));
  });

  test('lengths follow the height, not the width', () => {
    const small = writeAss(document({ video: { width: 360, height: 540 } }));
    expect(small).toContain('PlayResX: 360\nPlayResY: 540');
    expect(small).toContain('Style: Outspoken,Noto Sans,39.37,');
  });
});

describe('events', () => {
  test('top, order and overlaps are kept; a cue that lasts gets at least a centisecond', () => {
    const cues = [
      cue('a', { position: 'top' }),
      cue('b', { startMs: 1001, endMs: 1003 }),
      cue('c', { endMs: 1000 }),
    ];
    expect(writeAss(document({ cues })).split('\n').slice(-4, -1)).toEqual([
      'Dialogue: 0,0:00:01.00,0:00:02.00,Outspoken,,0,0,0,,{\\an8}a',
      'Dialogue: 0,0:00:01.00,0:00:01.01,Outspoken,,0,0,0,,b',
      'Dialogue: 0,0:00:01.00,0:00:01.00,Outspoken,,0,0,0,,c',
    ]);
  });

  test('frame times move what they must and no more', () => {
    const frameTimes = Array.from({ length: 100 }, (_, n) => n * 40);
    const ass = writeAss(document({ cues: [cue('a', { startMs: 1000, endMs: 1021 })], frameTimes }));
    expect(ass).toContain('0:00:00.99,0:00:01.02,');
  });
});

describe('lines at a distance of their own', () => {
  const close = { ...outspoken, lineSpacingEm: 1.2 };
  const lines = (more: Partial<AssDocument>) =>
    writeAss(document({ style: close, ...more }))
      .split('\n')
      .filter((line) => line.startsWith('Dialogue'))
      .map((line) => line.split(',').slice(9).join(','));
  const rows = (found: readonly string[]) =>
    found.map((line) => Number(/\\pos\(\d+,(\d+)\)/.exec(line)?.[1]));

  test('the last line stays where libass would put it, the one above is 1.2 em higher', () => {
    const [upper, lower] = rows(lines({ cues: [cue('one\ntwo')] }));
    expect(lower).toBe(1080 - 54);
    expect((lower ?? 0) - (upper ?? 0)).toBe(Math.round(1.2 * 0.048 * 1080));
  });

  test('a cue at the top begins at its margin', () => {
    const [first] = rows(lines({ cues: [cue('one\ntwo', { position: 'top' })] }));
    expect(first).toBe(54 + Math.round(1.519 * 0.048 * 1080));
  });

  test('cues at one time do not lie on each other, and one after them falls back', () => {
    const cues = [
      cue('a'),
      cue('b', { startMs: 1500, endMs: 2500 }),
      cue('c', { startMs: 2000, endMs: 3000 }),
      cue('d', { startMs: 3000, endMs: 4000 }),
    ];
    const [a = 0, b = 0, c, d] = rows(lines({ cues }));
    expect(a - b).toBe(62);
    expect([c, d]).toEqual([a, a]);
  });

  test('a line too wide for the picture is broken in even parts, since libass may not', () => {
    const found = lines({ cues: [cue('word '.repeat(30).trim())] });
    expect(found).toHaveLength(3);
    expect(found.every((line) => line.includes('\\q2') && /(?:word ){8,9}word$/.test(line))).toBe(true);
  });

  test('clear boxes meet and do not overlap; the text lies above them all', () => {
    const style = { ...box, lineSpacingEm: 1.2 };
    const found = writeAss(document({ style, cues: [cue('one\ntwo')] })).match(/^Dialogue: .*$/gm) ?? [];
    const cuts = found.flatMap((line) => /clip\(0,(\d+),1920,(\d+)\)/.exec(line)?.slice(1).map(Number) ?? []);
    expect(cuts).toHaveLength(4);
    expect(cuts[1]).toBe(cuts[2]);
    expect(found.map((line) => /^Dialogue: (\d)/.exec(line)?.[1])).toEqual(['0', '1', '0', '1']);
  });

  test('italics go on in the next line', () => {
    expect(lines({ cues: [cue('<i>a\nb</i> c')] }).map((line) => line.replace(/^\{[^}]*\}/, ''))).toEqual([
      '{\\i1}a',
      '{\\i1}b{\\i0} c',
    ]);
  });

  test('a file has one event for each cue', () => {
    expect(lines({ cues: [cue('one\ntwo')], purpose: 'file' })).toEqual(['one\\Ntwo']);
  });
});

test('letters take their speaker’s colour', () => {
  const style = { ...outspoken, speakerColours: true };
  const speakers = [{ id: 's', order: 1, name: 'Aya', pseudonym: null, colour: '#123456' }];
  const ass = writeAss(document({ style, speakers, cues: [cue('a', { speakerId: 's' }), cue('b')] }));
  expect(ass.match(/Outspoken,,0,0,0,,(.*)$/gm)).toEqual([
    'Outspoken,,0,0,0,,{\\c&H563412&}a',
    'Outspoken,,0,0,0,,b',
  ]);
});

test('lines may stand at either side, by the direction of the text', () => {
  const at = (alignment: 'start' | 'end', direction: 'ltr' | 'rtl') => {
    const style = { ...outspoken, alignment };
    return /^Style: (?:[^,]*,){18}(\d)/m.exec(
      writeAss(document({ style, track: { language: 'en', direction } })),
    )?.[1];
  };
  expect([at('start', 'ltr'), at('end', 'ltr'), at('start', 'rtl'), at('end', 'rtl')]).toEqual([
    '1',
    '3',
    '3',
    '1',
  ]);
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...['{', '}', '\\', 'N', 'n', 'h', '\n', '\r', '<i>', '</i>', ' ', ',', '\t', '\u200f', '\u2060'],
    ),
    fc.constantFrom(
      ...[
        '{\\an8}',
        '{\\p1}',
        '\\N',
        'Dialogue: ',
        'a',
        'ж',
        'ع',
        '،',
        '٣',
        'א',
        '1',
        '(',
        '😀',
        '\u0000',
        ';',
        '[Events]',
      ],
    ),
    fc.string({ maxLength: 4, unit: 'binary' }),
  );
  const texts = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));

  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ] as const)('reads back as it was, in %s', (language, direction) => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (many) => {
        const cues = many.map((text, index) => cue(text, { position: index % 2 ? 'top' : 'bottom' }));
        const ass = writeAss(document({ cues, track: { language, direction }, purpose: 'file' }));
        expect(differenceInAss(ass, cues)).toBeNull();
        expect(ass.match(/^Dialogue:/gm)).toHaveLength(cues.length);
      }),
      { numRuns: 400 },
    );
  });

  test('a word joiner of the text’s own behind a backslash is no difference (found by chance in CI)', () => {
    const cues = [cue('\\</i>\u2060')];
    expect(differenceInAss(writeAss(document({ cues })), cues)).toBeNull();
  });

  test('holds no block but our own', () => {
    const ours = /^(?:i[01]|an8|fnNoto Sans(?: Arabic| Hebrew| Thai)?|fs[\d.]+)?$/;
    fc.assert(
      fc.property(texts, (text) => {
        // As libass reads it (ass_parse.c, ass_get_next_char): \N \n \h \{ \} are characters, { opens a block.
        const written = (write(text) ?? '').replace(/\\[Nnh{}]/g, '');
        for (const [, block = ''] of written.matchAll(/\{([^}]*)\}/g))
          for (const tag of block.split('\\').slice(1)) expect(tag).toMatch(ours);
        expect(written.replace(/\{[^}]*\}/g, '')).not.toContain('{');
      }),
      { numRuns: 400 },
    );
  });

  test('a difference is seen', () => {
    const ass = writeAss(document({ cues: [cue('one'), cue('two')] }));
    expect(differenceInAss(ass, [cue('one'), cue('two')])).toBeNull();
    expect(differenceInAss(ass, [cue('one'), cue('to')])).toContain('2');
    expect(differenceInAss(ass, [cue('one'), cue('two', { position: 'top' })])).toContain('position');
    expect(differenceInAss(ass, [cue('one', { startMs: 1020 }), cue('two')])).toContain('times');
    expect(differenceInAss(ass, [cue('one')])).not.toBeNull();
    expect(differenceInAss(ass, [cue('one'), cue('two'), cue('three')])).not.toBeNull();
    expect(parseAss(ass).issues).toEqual([]);
  });
});
