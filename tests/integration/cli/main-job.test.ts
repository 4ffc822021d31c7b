import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseSubtitles } from '../../../shared/formats/document/read';
import { documentCues } from '../../../shared/formats/document/cues';
import { cliPlace, theObject, whileRunning, type CliRun } from '../../support/cli';
import { sampleFolder, sampleTruth } from '../../support/sample';

const PATIENCE_MS = 300_000;
const place = cliPlace();
let video = '';
let transcript = '';
let aligned: CliRun;

/** The order of the tests is the order of the work: one alignment serves them all. */
beforeAll(async () => {
  video = join(sampleFolder(), 'sample-en.mp4');
  transcript = join(sampleFolder(), 'sample-en.txt');
  aligned = await place.run(['align', video, transcript, '--lang', 'en', '-o', 'film.outspoken', '--json']);
}, PATIENCE_MS);
afterAll(() => place.remove());

const here = (name: string) => join(place.folder, name);
const Span = z.object({ startMs: z.number(), endMs: z.number() });
const Timed = z.object({
  text: z.string(),
  startMs: z.number().nullable(),
  endMs: z.number().nullable(),
  confidence: z.number().nullable(),
});
const Aligned = z.object({
  project: z.string(),
  words: z.array(Timed),
  unplaced: z.array(z.object({ index: z.number(), text: z.string() })),
  uncovered: z.array(Span),
  cues: z.number(),
});

/** The transcript's words as people write them: cut at white space, speakers' labels left out. */
function tokensOf(text: string): string[] {
  const spoken = text.split('\n').map((line) => line.replace(/^\p{L}+: /u, ''));
  return spoken.join(' ').split(/\s+/u).filter(Boolean);
}

const wordsIn = (blocks: readonly string[]) => tokensOf(blocks.join('\n')).length;

describe('align', () => {
  it('gives every word of the transcript in order, with its time', () => {
    expect(aligned).toMatchObject({ code: 0 });
    const { words, unplaced, uncovered } = Aligned.parse(theObject(aligned));
    expect(words.map(({ text }) => text)).toEqual(tokensOf(readFileSync(transcript, 'utf8')));
    expect(uncovered).toEqual([]);
    expect(unplaced).toEqual(
      words.flatMap(({ text, startMs }, index) => (startMs === null ? [{ index, text }] : [])),
    );
    const truth = sampleTruth('sample-en');
    const near = words.filter(
      ({ startMs }, index) => Math.abs((startMs ?? NaN) - (truth[index]?.startMs ?? NaN)) <= 500,
    );
    expect(near.length).toBeGreaterThanOrEqual(words.length * 0.9);
  });

  it('writes the project and says on stderr how far it is, leaving nothing else', () => {
    const { project, words, cues } = Aligned.parse(theObject(aligned));
    expect(project).toBe(here('film.outspoken'));
    expect(readFileSync(project, 'utf8')).toContain('"outspoken"');
    expect(aligned.stderr).toMatch(/^align \d+ %/m);
    expect(cues).toBeGreaterThan(words.length / 20);
    expect(readdirSync(place.folder).sort()).toEqual(['film.outspoken', 'film.outspoken.journal']);
    expect(readdirSync(place.scratch)).toEqual([]);
  });

  it('does not replace a project unless told to', async () => {
    const before = readFileSync(here('film.outspoken'));
    const run = await place.run(['align', video, transcript, '--lang', 'en', '-o', 'film.outspoken']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('--force');
    expect(readFileSync(here('film.outspoken')).equals(before)).toBe(true);
  });

  it(
    'says words that were not heard by null times, and speech without text by its span',
    async () => {
      const blocks = readFileSync(transcript, 'utf8').trim().split('\n\n');
      const never =
        'Nobody here ever said this, nor could anyone have said it. The cat sleeps on the window sill.';
      const dropped = 2;
      const written = blocks.toSpliced(dropped, 1).toSpliced(1, 0, never);
      writeFileSync(here('wrong.txt'), written.join('\n\n'));
      const args = ['align', video, 'wrong.txt', '--lang', 'en', '-o', 'wrong.outspoken', '--json'];
      const run = await place.run(args);
      expect(run.code).toBe(0);
      const { words, unplaced, uncovered } = Aligned.parse(theObject(run));
      expect(words.map(({ text }) => text)).toEqual(tokensOf(written.join('\n')));
      const first = wordsIn(blocks.slice(0, 1));
      const unsaid = words.slice(first, first + wordsIn([never]));
      const lost = unsaid.filter(({ startMs, endMs }) => startMs === null && endMs === null);
      expect(lost.length).toBeGreaterThan(unsaid.length * 0.7);
      expect(unplaced).toEqual(
        words.flatMap(({ text, startMs }, index) => (startMs === null ? [{ index, text }] : [])),
      );
      const truth = sampleTruth('sample-en').slice(wordsIn(blocks.slice(0, dropped)));
      const middle = truth[wordsIn(blocks.slice(dropped, dropped + 1)) >> 1]?.startMs ?? NaN;
      expect(uncovered.some(({ startMs, endMs }) => startMs <= middle && middle < endMs)).toBe(true);
    },
    PATIENCE_MS,
  );
});

describe('export', () => {
  it(
    'writes SRT, VTT and the burned-in video in one go',
    async () => {
      const run = await place.run([
        'export',
        'film.outspoken',
        '--srt',
        'a.srt',
        '--vtt',
        'a.vtt',
        '--burn',
        'a.mp4',
        '--height',
        '64',
        '--json',
      ]);
      expect(run).toMatchObject({ code: 0 });
      const { cues } = Aligned.parse(theObject(aligned));
      expect(theObject(run)).toMatchObject({
        written: [
          { kind: 'srt', file: here('a.srt'), cues },
          { kind: 'vtt', file: here('a.vtt'), cues },
          { kind: 'video', file: here('a.mp4') },
        ],
      });
      const [srt, vtt] = ['a.srt', 'a.vtt'].map((name) =>
        documentCues(parseSubtitles(readFileSync(here(name), 'utf8'), name)),
      );
      expect(srt?.issues).toEqual([]);
      expect(vtt?.issues).toEqual([]);
      expect(srt?.cues).toHaveLength(cues);
      expect(vtt?.cues.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual(
        srt?.cues.map(({ startMs, endMs, text }) => [startMs, endMs, text]),
      );
      const [made, source] = [secondsOf(here('a.mp4')), secondsOf(video)];
      expect(Math.abs(made - source)).toBeLessThan(0.1);
      expect(run.stderr).toMatch(/^export-video \d+ %/m);
      expect(readdirSync(place.scratch)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each([
    ['nothing named', ['export', 'film.outspoken'], '--srt'],
    ['a track that is not there', ['export', 'film.outspoken', '--srt', 'x.srt', '--track', 'ru'], 'ru'],
    ['another ending', ['export', 'film.outspoken', '--srt', 'x.mp4'], '.srt'],
    ['a height of no picture', ['export', 'film.outspoken', '--burn', 'x.mp4', '--height', '7'], '64'],
  ])('%s is wrong use and writes nothing', async (_, args, word) => {
    const before = readdirSync(place.folder);
    const run = await place.run(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(word);
    expect(readdirSync(place.folder)).toEqual(before);
  });
});

describe('inspect and check', () => {
  it('tell a project', async () => {
    const run = await place.run(['inspect', 'film.outspoken', '--json']);
    const { words, cues } = Aligned.parse(theObject(aligned));
    expect(theObject(run)).toMatchObject({
      kind: 'project',
      title: 'film',
      language: 'en',
      words: words.length,
      cues,
      media: { state: 'ok' },
      issues: [],
    });
    expect(run.code).toBe(0);
  });

  it('find nothing in the subtitles just made, and much in them by a stricter measure', async () => {
    const own = await place.run(['check', 'film.outspoken', '--json']);
    expect(theObject(own)).toMatchObject({ tracks: [{ language: 'en', findings: [] }] });
    expect(own.code).toBe(0);
    const strict = await place.run(['check', 'film.outspoken', '--profile', 'vertical', '--json']);
    expect(strict.code).toBe(1);
    const found = theObject(strict);
    expect(found).toMatchObject({ tracks: [{ profile: 'vertical' }] });
    expect(JSON.stringify(found)).toContain('line-length');
  });
});

/** The files of the folder before, then the command until `isSo`, then Ctrl-C, then what is there. */
async function interrupted(args: readonly string[], isSo: (stderr: string) => boolean): Promise<CliRun> {
  const before = readdirSync(place.folder);
  const running = place.start(args);
  await whileRunning(running, () => isSo(running.stderr()));
  running.interrupt();
  const run = await running.ended;
  expect(readdirSync(place.folder)).toEqual(before);
  expect(readdirSync(place.scratch)).toEqual([]);
  expect(place.alive()).toEqual([]);
  return run;
}

describe('Ctrl-C', () => {
  it(
    'during alignment ends with 130 and leaves nothing',
    async () => {
      const args = ['align', video, transcript, '--lang', 'en', '-o', 'never.outspoken', '--json'];
      const run = await interrupted(args, (stderr) => /^align [1-9]/m.test(stderr));
      expect(run.code).toBe(130);
      expect(theObject(run)).toMatchObject({ error: { code: 'cancelled' } });
      expect(run.stderr).toContain('Nothing was left half-written');
    },
    PATIENCE_MS,
  );

  it(
    'during burn-in ends with 130, leaves nothing, and no ffmpeg goes on',
    async () => {
      const isEncoding = () => readdirSync(place.folder).some((name) => name.endsWith('.part'));
      const args = ['export', 'film.outspoken', '--burn', 'never.mp4', '--height', '2160'];
      const run = await interrupted(args, () => isEncoding() && place.alive().length > 1);
      expect(run).toMatchObject({ code: 130, stdout: '' });
      expect(run.stderr).toContain('Nothing was left half-written');
      expect(existsSync(here('never.mp4'))).toBe(false);
    },
    PATIENCE_MS,
  );
});

function secondsOf(path: string): number {
  const args = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', path];
  return Number(execFileSync('ffprobe', args, { encoding: 'utf8' }));
}
