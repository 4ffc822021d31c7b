import { describe, expect, test } from 'vitest';
import { documentCues } from '../../../../../shared/formats/document/cues';
import { parseSrt } from '../../../../../shared/formats/srt/parse';
import { parseVtt } from '../../../../../shared/formats/vtt/parse';

const srt = (text: string) => documentCues(parseSrt(`1\n00:00:01,000 --> 00:00:02,000\n${text}\n`));
const vtt = (text: string, settings = '') =>
  documentCues(parseVtt(`WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000${settings}\n${text}\n`));
const codes = ({ issues }: { issues: { line: number; code: string }[] }) =>
  issues.map(({ line, code }) => `${line} ${code}`);

describe('SRT text', () => {
  test.each([
    ['plain', 'plain', []],
    ['<i>all</i>\nnot', '<i>all</i>\nnot', []],
    ['<I>capital</I>', '<i>capital</i>', []],
    ['<em>as italic</em>', '<i>as italic</i>', []],
    ['<i>a <i>nested</i> b</i>', '<i>a nested b</i>', []],
    ['<i></i>empty', 'empty', []],
    ['{\\i1}by override{\\i0} end', '<i>by override</i> end', []],
    ['one<br>two<br />three', 'one\ntwo\nthree', []],
    ['<b>bold</b> word', 'bold word', ['3 tag-not-kept']],
    ['one\n<font color="red">two</font>', 'one\ntwo', ['4 tag-not-kept']],
    ['{\\pos(1,2)\\fs20}x', 'x', ['3 tag-not-kept', '3 tag-not-kept']],
    ['<i>never closed', '<i>never closed</i>', ['3 unbalanced-italic']],
    ['never opened</i>', 'never opened', ['3 unbalanced-italic']],
    ['I <3 you & 1 < 2', 'I <3 you & 1 < 2', []],
    ['a <sigh> b', 'a <sigh> b', ['3 unknown-tag']],
    ['<b', '<b', []],
    ['{comment}', '{comment}', []],
    ['&amp; stays', '&amp; stays', []],
    ['<b></b>', '', ['1 empty-cue', '3 tag-not-kept']],
  ])('%j', (text, expected, issues) => {
    const read = srt(text);
    expect(read.cues.map((cue) => cue.text)).toEqual([expected]);
    expect(codes(read)).toEqual(issues);
  });

  test.each([
    ['{\\an8}up', 'top', []],
    ['{\\an2}down', 'bottom', []],
    ['{\\a6}up', 'top', []],
    ['{\\an7}corner', 'top', ['3 tag-not-kept']],
    ['{\\an5}middle', 'bottom', ['3 tag-not-kept']],
  ])('%s is at the %s', (text, position, issues) => {
    const read = srt(text);
    expect(read.cues).toMatchObject([{ position, text: text.slice(text.indexOf('}') + 1) }]);
    expect(codes(read)).toEqual(issues);
  });
});

describe('VTT text', () => {
  test.each([
    ['a &lt; b &amp; c&nbsp;d &#x416;', 'a < b & c\u00a0d Ж', []],
    ['<c.yellow>x</c>', 'x', ['5 tag-not-kept']],
    ['<ruby>base<rt>over</rt></ruby>', 'baseover', ['5 tag-not-kept', '5 tag-not-kept']],
    ['so <00:00:01.500>far', 'so far', ['5 tag-not-kept']],
    ['<i.loud>x</i>', '<i>x</i>', ['5 tag-not-kept']],
    ['&lt;i&gt;', '‹i›', ['5 literal-italic']],
    ['1 < 2', '1 < 2', ['5 unescaped']],
    ['R&D', 'R&D', ['5 unescaped']],
    ['&smile;', '&smile;', ['5 unknown-entity']],
    ['{\\an8}x', '{\\an8}x', []],
    ['&#0;&#xd800;&#99999999;', '\ufffd\ufffd\ufffd', []],
  ])('%j', (text, expected, issues) => {
    const read = vtt(text);
    expect(read.cues.map((cue) => cue.text)).toEqual([expected]);
    expect(codes(read)).toEqual(issues);
  });

  test.each([
    ['<v Ann>Hello', 'Ann', []],
    ['<v Ann Lee>Hello</v>', 'Ann Lee', []],
    ['<v R&amp;D>Hello', 'R&D', []],
    ['<v.loud Ann>Hello', 'Ann', ['5 tag-not-kept']],
    ['<v Ann>Hel</v><v Bob>lo', 'Ann', ['3 several-speakers']],
    ['Hello', null, []],
  ])('%s is said by %s', (text, speaker, issues) => {
    const read = vtt(text);
    expect(read.cues).toMatchObject([{ speaker, text: 'Hello' }]);
    expect(codes(read)).toEqual(issues);
  });

  test.each([
    [' line:0', 'top', []],
    [' line:10%', 'top', ['3 setting-not-kept']],
    [' line:80%', 'bottom', ['3 setting-not-kept']],
    [' line:-1 align:center', 'bottom', []],
    [' position:10% size:5%', 'bottom', ['3 setting-not-kept', '3 setting-not-kept']],
  ])('settings %s put it at the %s', (settings, position, issues) => {
    const read = vtt('x', settings);
    expect(read.cues).toMatchObject([{ position }]);
    expect(codes(read)).toEqual(issues);
  });
});

test('what has no place in a cue is said, each with its line', () => {
  const text =
    'WEBVTT - by Ann\nLanguage: kk\n\nSTYLE\n::cue {}\n\nREGION\nid:a\n\nNOTE hello\n\nstray\n\nintro\n00:01.000 --> 00:02.000\nx\n';
  const read = documentCues(parseVtt(text));
  expect(read.language).toBe('kk');
  expect(codes(read)).toEqual([
    '1 header-not-kept',
    '4 style-not-kept',
    '7 region-not-kept',
    '10 note-not-kept',
    '12 text-without-timing',
    '12 unknown-not-kept',
    '14 id-not-kept',
  ]);
  expect(read.issues[0]?.message).toBe('Text in the header was left out: “- by Ann”.');
});

test('times are brought into the range of a project, and text into its length', () => {
  const negative = documentCues(parseSrt('1\n-00:00:01,000 --> 00:00:02,000\nx\n'));
  expect(negative.cues).toMatchObject([{ startMs: 0, endMs: 2000 }]);
  expect(codes(negative)).toEqual(['1 negative']);
  const late = documentCues(parseVtt('WEBVTT\n\n2000:00:00.000 --> 2000:00:01.000\nx\n'));
  expect(late.cues).toMatchObject([{ startMs: 3_600_000_000, endMs: 3_600_000_000 }]);
  expect(codes(late)).toEqual(['3 beyond-day', '3 beyond-limit']);
  const long = srt('😀'.repeat(30_000));
  expect(long.cues.map(({ text }) => text).join('')).toBe('😀'.repeat(30_000));
  expect(long.cues.every(({ text }) => text.length <= 20_000 && !/\p{Surrogate}/u.test(text))).toBe(true);
  expect(codes(long)).toEqual(['1 too-long']);
});

test('a list of issues is cut to a length a person can use, and says how many more there are', () => {
  const { issues } = srt('<b>x\n'.repeat(6000));
  expect(issues).toHaveLength(5001);
  expect(issues[0]?.message).toMatch(/^And 1,000 more like the 5,000 above/);
});

test.each(['<', '<b', '<b>', '{\\', '{\\i1}', '&', '&amp', '<i>', '</i>', '<v A>'])(
  'half a megabyte of %j in one cue is converted in reasonable time',
  (unit) => {
    const text = unit.repeat(500_000 / unit.length);
    expect(srt(text).cues.length).toBeGreaterThan(0);
    expect(vtt(text).cues.length).toBeGreaterThan(0);
  },
);
