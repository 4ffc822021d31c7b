import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import {
  alignProject,
  readyForPieces,
  type AlignProjectOptions,
} from '../../../electron/services/align/align-project';
import { TaughtStore, type Taught } from '../../../electron/services/align/taught';
import type { Alignment, WordTiming } from '../../../shared/domain/alignment';
import { sampleFolder, sampleMedia, sampleParagraphs, sampleTruth } from '../../support/sample';

const EDITION = 'sample-ru';
const PATIENCE_MS = 120_000;
let truth: ReturnType<typeof sampleTruth>;

beforeAll(() => {
  sampleFolder();
  truth = sampleTruth(EDITION);
}, PATIENCE_MS);

const text = () => sampleParagraphs(EDITION);
const align = (more: Partial<AlignProjectOptions>) =>
  alignProject({
    mediaPath: sampleMedia(EDITION),
    ffmpegPath: 'ffmpeg',
    paragraphs: text(),
    language: 'ru',
    ...more,
  });
const wordIds = () => text().flatMap(({ words }) => words.map(({ id }) => id));
const indexOf = (wordId: string) => wordIds().indexOf(wordId);
const errors = (found: readonly WordTiming[]) =>
  found.map(({ wordId, startMs }) =>
    Math.abs((startMs ?? Infinity) - (truth[indexOf(wordId)]?.startMs ?? NaN)),
  );
const shareWithin = (found: readonly WordTiming[], ms: number) =>
  errors(found).filter((error) => error <= ms).length / found.length;

test(
  'fixed words keep their times, right or wrong, and their neighbours keep off them',
  async () => {
    const ids = wordIds();
    const [right, wrong, contrary] = [10, 30, 31];
    const fixedAt = (index: number, shiftMs: number) => ({
      wordId: ids[index] ?? '',
      startMs: (truth[index]?.startMs ?? 0) + shiftMs,
      endMs: (truth[index]?.endMs ?? 0) + shiftMs,
    });
    const fixed = [fixedAt(right, 0), fixedAt(wrong, 700), fixedAt(contrary, -5000)];
    const { words, report } = await align({ fixed });
    for (const { wordId, startMs, endMs } of fixed)
      expect(words[indexOf(wordId)]).toEqual({ wordId, startMs, endMs, confidence: 1 });
    expect(report?.contradicted).toEqual([ids[contrary]]);
    const placed = words.filter(({ startMs, wordId }) => startMs !== null && wordId !== ids[contrary]);
    for (const [index, { startMs }] of placed.entries())
      expect(startMs).toBeGreaterThanOrEqual(placed[index - 1]?.endMs ?? 0);
    expect(shareWithin(words, 200)).toBeGreaterThan(0.9);
  },
  PATIENCE_MS,
);

test(
  'nothing is placed in what is left out, nor told as uncovered there',
  async () => {
    const leaveOut = [{ startMs: truth[20]?.startMs ?? 0, endMs: truth[34]?.endMs ?? 0 }];
    const found = await align({ leaveOut });
    const isOutside = ({ startMs, endMs }: { startMs: number | null; endMs: number | null }) =>
      leaveOut.every((span) => (startMs ?? 0) >= span.endMs - 10 || (endMs ?? 0) <= span.startMs + 10);
    expect(found.words.every(isOutside)).toBe(true);
    expect(found.uncovered.every(isOutside)).toBe(true);
    const others = found.words.filter((_, index) => index < 15 || index > 45);
    expect(shareWithin(others, 200)).toBeGreaterThan(0.95);
  },
  PATIENCE_MS,
);

test(
  'a range places its words alone, on the timeline of the whole, on threads that waited for it',
  async () => {
    readyForPieces();
    const [first, last] = [40, 60];
    const ids = wordIds().slice(first, last + 1);
    const range = {
      startMs: (truth[first]?.startMs ?? 0) - 137,
      endMs: (truth[last]?.endMs ?? 0) + 150,
      wordIds: ids,
    };
    const found = await align({ range });
    expect(found.words.map(({ wordId }) => wordId)).toEqual(ids);
    expect(shareWithin(found.words, 200)).toBeGreaterThan(0.9);
  },
  PATIENCE_MS,
);

test(
  'by what the whole taught, a range is placed as well, also where its text was changed or a word is fixed',
  async () => {
    let taught: Taught | undefined;
    const onTaught = (more: Taught) => {
      taught = more;
    };
    await align({ onTaught });
    const whole = taught;
    expect(whole).toBeDefined();
    const [first, last, fixed] = [40, 60, 50];
    const range = {
      startMs: (truth[first]?.startMs ?? 0) - 137,
      endMs: (truth[last]?.endMs ?? 0) + 150,
      wordIds: wordIds().slice(first, last + 1),
    };
    const found = await align({ range, taught: whole, onTaught });
    expect(found.words.map(({ wordId }) => wordId)).toEqual(range.wordIds);
    expect(shareWithin(found.words, 200)).toBeGreaterThan(0.95);
    expect(found.report?.chanceFit).toBe(whole?.lessons.evenGain);

    const by = {
      fingerprint: { sizeBytes: 1, headSha256: 'a'.repeat(64), tailSha256: 'b'.repeat(64) },
      sound: 1,
    };
    const folder = mkdtempSync(join(tmpdir(), 'outspoken-test-taught-'));
    if (whole) await new TaughtStore(folder).keep(by, whole);
    const kept = await new TaughtStore(folder).find(by);
    expect(kept).toEqual({ lessons: whole?.lessons, said: new Map() });
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name)).includes('земля'))).toEqual([
      false,
    ]);
    expect(await new TaughtStore(folder).find({ ...by, sound: 2 })).toBeUndefined();
    rmSync(folder, { recursive: true });
    expect(await align({ range, taught: kept })).toMatchObject({ report: found.report });

    const paragraphs = text().map((paragraph) => ({
      ...paragraph,
      words: paragraph.words.map((word) =>
        word.id === wordIds()[last] ? { ...word, text: 'необыкновенно' } : word,
      ),
    }));
    const changed = await align({ paragraphs, range, taught: whole, onTaught });
    expect(shareWithin(changed.words.slice(0, -3), 200)).toBeGreaterThan(0.9);
    expect(taught?.said.size).toBeGreaterThanOrEqual(whole?.said.size ?? Infinity);

    const word = {
      wordId: wordIds()[fixed] ?? '',
      startMs: truth[fixed]?.startMs ?? 0,
      endMs: truth[fixed]?.endMs ?? 0,
    };
    const held = await align({ range, taught: whole, fixed: [word] });
    expect(held.words.find(({ wordId }) => wordId === word.wordId)).toEqual({ ...word, confidence: 1 });
    expect(shareWithin(held.words, 200)).toBeGreaterThan(0.95);
  },
  PATIENCE_MS,
);

test(
  'drafts come early and get better; wrong time stamps do no harm',
  async () => {
    const drafts: (readonly WordTiming[])[] = [];
    const paragraphs = text().map((paragraph, index) => ({ ...paragraph, hintMs: index * 1000 }));
    const found: Alignment = await align({ paragraphs, onDraft: (words) => drafts.push(words) });
    expect(drafts.length).toBeGreaterThanOrEqual(2);
    for (const words of drafts) expect(words.map(({ wordId }) => wordId)).toEqual(wordIds());
    expect(shareWithin(drafts[0] ?? [], 500)).toBeGreaterThan(0.7);
    expect(shareWithin(drafts.at(-1) ?? [], 200)).toBeGreaterThan(0.9);
    expect(shareWithin(found.words, 200)).toBeGreaterThan(0.95);
  },
  PATIENCE_MS,
);

test(
  'text added where the whole heard speech without any is placed, though that taught what unwritten speech is',
  async () => {
    const at = 1;
    const all = text();
    const added = all[at]?.words.map(({ id }) => id) ?? [];
    let taught: Taught | undefined;
    await align({
      paragraphs: all.filter((_, index) => index !== at),
      onTaught: (more) => {
        taught = more;
      },
    });
    expect(taught).toBeDefined();
    const startMs = (truth[indexOf(added[0] ?? '')]?.startMs ?? 0) - 200;
    const endMs = (truth[indexOf(added.at(-1) ?? '')]?.endMs ?? 0) + 200;
    const found = await align({ range: { startMs, endMs, wordIds: added }, taught });
    expect(shareWithin(found.words, 300)).toBeGreaterThan(0.9);
  },
  PATIENCE_MS,
);
