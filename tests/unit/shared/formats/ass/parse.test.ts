import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAss } from '../../../../../shared/formats/ass/parse';

const FORMAT = 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text';
const events = (...lines: string[]) => ['[Script Info]', '[Events]', FORMAT, ...lines].join('\n');
const dialogue = (text: string, more = 'Default,,0,0,0,') =>
  `Dialogue: 0,0:00:01.00,0:00:02.50,${more},${text}`;
const one = (text: string) => {
  const { cues, issues } = parseAss(events(dialogue(text)));
  return { text: cues[0]?.text, top: cues[0]?.position === 'top', codes: issues.map(({ code }) => code) };
};

describe('text', () => {
  test.each([
    ['a\\Nb', 'a\nb', []],
    ['a\\nb', 'a b', []],
    ['a\\hb', 'a\u00a0b', []],
    ['\\{a\\}', '{a}', []],
    ['{\\i1}a{\\i0} b', '<i>a</i> b', []],
    ['{\\i1}a', '<i>a</i>', []],
    ['{\\i1\\b1}a{\\r}b', '<i>a</i>b', ['tag-not-kept']],
    ['commas, stay, here', 'commas, stay, here', []],
    ['{a note}b', 'b', ['ass-comment']],
    ['{\\p1}m 0 0 l 5 5{\\p0}a', 'a', ['ass-drawing']],
    ['{\\fnArial\\fs20}a', 'a', ['tag-not-kept']],
    ['{\\fnNoto Sans Arabic\\fs74.96}ع', 'ع', []],
    ['{\\k20}la{\\k30}la', 'lala', ['tag-not-kept']],
    ['{\\pos(1,2)}a', 'a', ['tag-not-kept']],
    ['{never closed', '{never closed', []],
    ['<i>literal</i>', '‹i›literal‹/i›', ['literal-italic']],
    ['C:\\temp\\x', 'C:\\temp\\x', []],
    ['', '', []],
  ])('%j', (field, text, codes) => {
    expect(one(field)).toEqual({ text, top: false, codes });
  });

  test.each([
    ['{\\an8}a', true, []],
    ['{\\an7}a', true, ['tag-not-kept']],
    ['{\\an2}a', false, []],
    ['{\\an5}a', false, ['tag-not-kept']],
    ['{\\a6}a', true, []],
    ['{\\an8}a{\\an2}', true, []],
  ])('position of %j', (field, top, codes) => {
    expect(one(field)).toEqual({ text: 'a', top, codes });
  });
});

describe('files', () => {
  test('fields in the order of the Format line, CRLF, byte order mark, names', () => {
    const text = `\ufeff[Events]\r\nFormat: Start, End, Name, Text\r\nDialogue: 0:00:01.00,0:00:02.00,Aya,a, b\r\n`;
    expect(parseAss(text)).toEqual({
      cues: [{ startMs: 1000, endMs: 2000, text: 'a, b', position: 'bottom', speaker: 'Aya', line: 3 }],
      issues: [],
    });
  });

  test('the style says italic and top', () => {
    const styles = [
      '[V4+ Styles]',
      'Format: Name, Italic, Alignment',
      'Style: Default,-1,8',
      'Style: *Low,0,2',
    ];
    const text = [
      ...styles,
      events(dialogue('a{\\i0}b{\\i}c'), dialogue('{\\an2}d'), dialogue('e', 'Low,,0,0,0,')),
    ];
    const { cues } = parseAss(text.join('\n'));
    expect(cues.map(({ text, position }) => [text, position])).toEqual([
      ['<i>a</i>b<i>c</i>', 'top'],
      ['<i>d</i>', 'bottom'],
      ['e', 'bottom'],
    ]);
  });

  test('SSA v4 counts its alignments differently', () => {
    const styles = '[V4 Styles]\nFormat: Name, Alignment\nStyle: Default,6\n';
    expect(parseAss(styles + events(dialogue('a'))).cues[0]?.position).toBe('top');
    expect(parseAss(styles.replace(',6', ',2') + events(dialogue('a'))).cues[0]?.position).toBe('bottom');
  });

  test('WrapStyle 2 makes \\n a line break', () => {
    expect(parseAss(`[Script Info]\nWrapStyle: 2\n${events(dialogue('a\\nb'))}`).cues[0]?.text).toBe('a\nb');
  });

  test('nothing is lost silently', () => {
    const text = events(
      'Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,hidden',
      'Dialogue: 0,0:00:xx.00,0:00:02.00,Default,,0,0,0,,bad time',
      'Dialogue: too few fields',
      dialogue('late').replace('0:00:02.50', '0:00:00.50'),
      dialogue('moves', 'Default,,0,0,0,Banner;5'),
      'Nonsense',
      '[Fonts]',
      'fontname: x.ttf',
      dialogue('after the end'),
    );
    const { cues, issues } = parseAss(text);
    expect(cues.map(({ text, line }) => [text, line])).toEqual([
      ['late', 7],
      ['moves', 8],
      ['after the end', 12],
    ]);
    expect(issues.map(({ line, code }) => [line, code])).toEqual([
      [4, 'ass-comment'],
      [5, 'unreadable-timing'],
      [6, 'unreadable-timing'],
      [7, 'ends-before-start'],
      [8, 'ass-effect'],
      [9, 'ass-unknown-line'],
      [10, 'ass-section'],
      [12, 'ass-outside'],
    ]);
    for (const { message } of issues) expect(message).toMatch(/\w+ \w+/);
  });

  test.each(['', '\ufeff', '\n\n', 'not a subtitle at all', '[Events]\n'])(
    '%j holds no cue and says so',
    (text) => {
      const { cues, issues } = parseAss(text);
      expect(cues).toEqual([]);
      expect(issues.some(({ code }) => code === 'no-cues')).toBe(true);
    },
  );
});

describe('hostile input', () => {
  test('never throws, and every readable Dialogue line is a cue', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ maxLength: 20 }).map((text) => dialogue(text.replace(/[\r\n]/g, ''))),
      fc.constantFrom(
        '[Events]',
        '[V4+ Styles]',
        '[Fonts]',
        FORMAT,
        'Format: Text',
        'Style: Default,,',
        'Dialogue:',
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('\n');
        const { cues, issues } = parseAss(text);
        const dialogues = text.split(/\r\n|\r|\n/).filter((each) => /^\s*dialogue\s*:/i.test(each)).length;
        const refused = issues.filter(({ code }) => code === 'unreadable-timing').length;
        expect(cues.length + refused).toBe(dialogues);
      }),
    );
  });

  test.each([
    ['open braces', '{'.repeat(300_000)],
    ['open braces before a closed one', `${'{'.repeat(300_000)}}`],
    ['backslashes', '\\'.repeat(300_000)],
    ['many blocks', '{\\i1}a{\\i0}'.repeat(30_000)],
    ['one block of tags', `{${'\\i1'.repeat(100_000)}}`],
    ['commas', ','.repeat(300_000)],
  ])('a line of %s is read in linear time', (_, text) => {
    // Quadratic work on these would outlast the test's time limit by far.
    expect(parseAss(events(dialogue(text))).cues).toHaveLength(1);
  });
});
