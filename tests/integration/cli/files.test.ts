import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TextIssue } from '../../../shared/api/contract';
import { cliPlace, theObject } from '../../support/cli';
import { footage } from '../../support/media';

const Answer = z.object({ issues: z.array(TextIssue) });
const place = cliPlace();
afterAll(() => place.remove());

const here = (name: string) => join(place.folder, name);
const write = (name: string, text: string) => writeFileSync(here(name), text);

/** One oddity in a line, each said by its line and code. */
const ODD = [
  'Made by hand', //  1 text-before-first
  '',
  '1',
  '00:00:01,000 --> 00:00:02,500',
  'First',
  '',
  '2',
  '00:00:03.5 --> 00:00:05,000', //  8 dot-for-comma, odd-milliseconds
  'Second <font color="red">red</font>', //  9 tag-not-kept
  '',
  'extra paragraph', // 11 blank-in-text
  '',
  '4', // 13 odd-number
  '00:00:07,000 --> 00:00:08,000',
  'Third',
  '5', // 16 missing-blank
  '00:00:08,000 --> 00:00:09,000',
  'Fourth',
  '',
  '6',
  '00:00:10,000 -> 00:00:11,000', // 21 odd-arrow
  'Fifth',
  '',
].join('\n');

const GOOD =
  '1\n00:00:01,000 --> 00:00:03,500\nWe were born here.\n\n2\n00:00:04,000 --> 00:00:06,500\nThis is our land.\n';
const BAD =
  '1\n00:00:01,000 --> 00:00:01,300\nMuch too much text for a third of a second, on one line of seventy-odd letters\n';

beforeAll(() => {
  write('odd.srt', ODD);
  write('good.srt', GOOD);
  write('bad.srt', BAD);
  write('talk.txt', 'Anna: Hello there.\n\nBota: Good morning to you.\n');
  write('lies.mp4', 'This is a text that somebody named as a video.\n'.repeat(50));
  write('empty.srt', '');
});

describe('convert', () => {
  it('there and back keeps times and texts, and lists every oddity by line', async () => {
    const there = await place.run(['convert', 'odd.srt', '-o', 'odd.vtt', '--json']);
    expect(there.code).toBe(0);
    const first = theObject(there);
    expect(first).toMatchObject({ file: here('odd.vtt'), cues: 5 });
    expect(issuesOf(first)).toEqual([
      [1, 'text-before-first'],
      [8, 'dot-for-comma'],
      [8, 'odd-milliseconds'],
      [9, 'tag-not-kept'],
      [11, 'blank-in-text'],
      [13, 'odd-number'],
      [16, 'missing-blank'],
      [21, 'odd-arrow'],
    ]);
    expect(readFileSync(here('odd.vtt'), 'utf8')).toMatch(/^WEBVTT\n/);
    const back = await place.run(['convert', 'odd.vtt', '-o', 'back.srt', '--json']);
    expect(theObject(back)).toMatchObject({ cues: 5, issues: [] });
    expect(readFileSync(here('back.srt'), 'utf8').trim().replaceAll('\r', '')).toBe(
      [
        '1\n00:00:01,000 --> 00:00:02,500\nFirst',
        '2\n00:00:03,500 --> 00:00:05,000\nSecond red\nextra paragraph',
        '3\n00:00:07,000 --> 00:00:08,000\nThird',
        '4\n00:00:08,000 --> 00:00:09,000\nFourth',
        '5\n00:00:10,000 --> 00:00:11,000\nFifth',
      ].join('\n\n'),
    );
  });

  it('lists them for people too', async () => {
    const run = await place.run(['convert', 'odd.srt', '-o', 'people.vtt']);
    expect(run.stdout).toMatch(/^line 8: The thousandths follow a dot/m);
    expect(run.stdout).toMatch(/^written: people.vtt$/m);
    // What is said of the whole file stands on no line.
    const whole = await place.run(['convert', 'odd.srt', '-o', 'people.stl']);
    expect(whole.stdout).toMatch(/^EBU STL has no code for the language/m);
    expect(whole.stdout).not.toMatch(/line 0/);
  });

  it.each([
    ['itself, by another name for it', ['convert', 'good.srt', '-o', './good.srt', '--force'], 'overwrite'],
    ['a file that is there', ['convert', 'good.srt', '-o', 'bad.srt'], '--force'],
    ['no format', ['convert', 'good.srt', '-o', 'good.xyz'], '.srt, .vtt, .ass'],
    ['nowhere', ['convert', 'good.srt'], '--output'],
  ])('never writes over %s', async (_, args, word) => {
    const before = readdirSync(place.folder);
    const run = await place.run(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(word);
    expect(readFileSync(here('good.srt'), 'utf8')).toBe(GOOD);
    expect(readFileSync(here('bad.srt'), 'utf8')).toBe(BAD);
    expect(readdirSync(place.folder)).toEqual(before);
  });
});

describe('inspect', () => {
  it('tells media', async () => {
    const run = await place.run(['inspect', footage(), '--json']);
    expect(run.code).toBe(0);
    expect(theObject(run)).toMatchObject({
      kind: 'media',
      media: { video: { codec: 'h264', width: 320 }, audio: { codec: 'aac' } },
      issues: [],
    });
  });

  it('tells subtitles with their oddities', async () => {
    const run = await place.run(['inspect', 'odd.srt', '--json']);
    const told = theObject(run);
    expect(told).toMatchObject({ kind: 'subtitles', format: 'srt', cues: 5, encoding: { encoding: 'utf8' } });
    expect(issuesOf(told)).toContainEqual([21, 'odd-arrow']);
    expect(run.code).toBe(0);
  });

  it('tells a transcript', async () => {
    const run = await place.run(['inspect', 'talk.txt', '--json']);
    expect(theObject(run)).toMatchObject({
      kind: 'transcript',
      speakers: [{ name: 'Anna' }, { name: 'Bota' }],
      paragraphs: [{ text: 'Hello there.' }, { text: 'Good morning to you.' }],
      words: 6,
      issues: [],
    });
    expect(run.code).toBe(0);
  });
});

describe('check', () => {
  it('ends with 0 where there is nothing to say', async () => {
    const run = await place.run(['check', 'good.srt', '--lang', 'en', '--json']);
    expect(theObject(run)).toMatchObject({ tracks: [{ cues: 2, findings: [] }] });
    expect(run.code).toBe(0);
  });

  it('ends with 1 where there is, and says what', async () => {
    const run = await place.run(['check', 'bad.srt', '--lang', 'en', '--profile', 'netflix-en', '--json']);
    expect(run.code).toBe(1);
    const found = theObject(run);
    for (const rule of ['reading-speed', 'min-duration', 'line-length'])
      expect(JSON.stringify(found)).toContain(`"rule":"${rule}"`);
    const people = await place.run(['check', 'bad.srt', '--lang', 'en']);
    expect(people).toMatchObject({ code: 1 });
    expect(people.stdout).toMatch(/^bad\.srt en #1 0:00:01\.000 \w+ reading-speed: /m);
  });
});

const wrongUse: [string, string[], string][] = [
  ['an unknown option', ['convert', 'good.srt', '-o', 'x.vtt', '--nope'], '--nope'],
  ['an unknown command', ['aling', 'good.srt'], 'aling'],
  ['an option without its value', ['convert', 'good.srt', '-o'], 'output'],
  ['too few operands', ['align', 'a.mp4', '--lang', 'en', '-o', 'x.outspoken'], 'outspoken align VIDEO'],
  ['too many operands', ['inspect', 'a', 'b'], 'outspoken inspect FILE'],
  ['no language', ['align', 'lies.mp4', 'talk.txt', '-o', 'x.outspoken'], '--lang'],
  [
    'what is no language',
    ['align', 'lies.mp4', 'talk.txt', '--lang', 'x!', '-o', 'x.outspoken'],
    'language tag',
  ],
  ['a style guide nobody wrote', ['check', 'good.srt', '--profile', 'nobody'], 'nobody'],
];
const badInput: [string, string[], string][] = [
  ['a file that is not there', ['inspect', 'none.mp4'], 'none.mp4'],
  ['subtitles that are not there', ['convert', 'none.srt', '-o', 'x.vtt'], 'none.srt'],
  [
    'footage that is not there',
    ['align', 'none.mp4', 'talk.txt', '--lang', 'en', '-o', 'x.outspoken'],
    'none.mp4',
  ],
  ['a project that is not there', ['export', 'none.outspoken', '--srt', 'x.srt'], 'none.outspoken'],
  ['a text named .mp4', ['inspect', 'lies.mp4'], 'lies.mp4'],
  [
    'a text named .mp4 to align',
    ['align', 'lies.mp4', 'talk.txt', '--lang', 'en', '-o', 'x.outspoken'],
    'lies.mp4',
  ],
  ['an empty file', ['convert', 'empty.srt', '-o', 'x.vtt'], 'empty.srt'],
  ['a folder that is not there', ['convert', 'good.srt', '-o', 'none/x.vtt'], 'none'],
  [
    'a folder for the project that is not there',
    ['align', footage(), 'talk.txt', '--lang', 'en', '-o', 'none/x.outspoken'],
    'none',
  ],
];

describe.each([
  [2, 'wrong use', wrongUse],
  [3, 'bad input', badInput],
] as const)('exit code %i, %s', (code, _, table) => {
  it.each(table)('%s', async (_what, args, word) => {
    const before = readdirSync(place.folder);
    const [people, machine] = await Promise.all([place.run(args), place.run([...args, '--json'])]);
    expect(people).toMatchObject({ code, stdout: '' });
    expect(people.stderr).toMatch(/^outspoken: /m);
    expect(people.stderr).toContain(word);
    expect(people.stderr).not.toContain(place.folder);
    expect(machine.code).toBe(code);
    expect(theObject(machine)).toMatchObject({
      error: { message: expect.stringContaining(word) as unknown },
    });
    expect(readdirSync(place.folder)).toEqual(before);
    expect(readdirSync(place.scratch)).toEqual([]);
  });
});

describe('exit code 4, a tool is missing', () => {
  it.each([
    ['inspect', ['inspect', footage()]],
    ['align', ['align', footage(), 'talk.txt', '--lang', 'en', '-o', 'x.outspoken']],
    ['sample', ['sample', 'made']],
  ])('%s', async (_, args) => {
    mkdirSync(here('bin'), { recursive: true });
    const run = await place.run([...args, '--json'], { PATH: here('bin') });
    expect(run.code).toBe(4);
    expect(theObject(run)).toMatchObject({ error: { code: 'tool-missing' } });
    expect(run.stderr).toMatch(/ff(mpeg|probe) was not found/);
  });

  it('is said of an ffmpeg that is none', async () => {
    for (const name of ['ffmpeg', 'ffprobe']) {
      mkdirSync(here('odd-bin'), { recursive: true });
      write(`odd-bin/${name}`, '#!/bin/sh\nexit 1\n');
      chmodSync(here(`odd-bin/${name}`), 0o755);
    }
    const run = await place.run(['inspect', footage()], { PATH: here('odd-bin') });
    expect(run).toMatchObject({ code: 4, stdout: '' });
  });

  it('is no matter for what needs none', async () => {
    const run = await place.run(['convert', 'good.srt', '-o', 'tool-less.vtt'], { PATH: here('bin') });
    expect(run.code).toBe(0);
  });
});

describe('help', () => {
  it.each(['align', 'check', 'convert', 'export', 'inspect', 'sample', 'serve'])('of %s', async (name) => {
    const [general, own] = await Promise.all([place.run(['help']), place.run([name, '--help'])]);
    expect(general).toMatchObject({ code: 0, stderr: '' });
    expect(general.stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(own).toMatchObject({ code: 0, stderr: '' });
    expect(own.stdout).toMatch(new RegExp(`^outspoken ${name} `));
    for (const option of ['--json', '--help']) expect(own.stdout).toContain(option);
  });

  it('is shown, with exit code 2, to who says nothing', async () => {
    const run = await place.run([]);
    expect(run.code).toBe(2);
    expect(run.stdout).toContain(
      'Exit codes: 0 done, 1 findings, 2 wrong use, 3 bad input, 4 a tool is missing, 130 cancelled',
    );
  });
});

function issuesOf(answer: unknown): [number, string][] {
  const { issues } = Answer.parse(answer);
  for (const { message } of issues) expect(message).toMatch(/^\S.*[.?]$/);
  return issues.map(({ line, code }) => [line, code]);
}
