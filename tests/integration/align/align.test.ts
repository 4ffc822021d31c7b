import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { alignProject } from '../../../electron/services/align/align-project';
import { Espeak } from '../../../electron/services/speech/espeak';
import { knownVoices } from '../../../electron/services/speech/voices';
import type { Alignment } from '../../../shared/domain/alignment';
import type { Paragraph } from '../../../shared/domain/transcript';
import { testMedia } from '../../support/media';
import {
  sampleFolder,
  sampleMedia as media,
  sampleParagraphs as paragraphs,
  sampleTruth,
  testParagraph as paragraph,
} from '../../support/sample';

const PATIENCE_MS = 300_000;

beforeAll(() => void sampleFolder(), PATIENCE_MS);

const align = (mediaPath: string, text: Paragraph[], language: string, signal?: AbortSignal) =>
  alignProject({ mediaPath, ffmpegPath: 'ffmpeg', paragraphs: text, language, signal });

const whole = new Map<string, Promise<Alignment>>();
/** An edition of the sample aligned as it is: once, whoever asks. */
function aligned(edition: string, language: string): Promise<Alignment> {
  const found = whole.get(edition) ?? align(media(edition), paragraphs(edition), language);
  whole.set(edition, found);
  return found;
}

/** Share of true words (or of each sentence's first and last) whose start or end is within `ms`. */
function share(found: Alignment, edition: string, ms: number) {
  const truth = sampleTruth(edition);
  const isNear = (index: number, edge: 'startMs' | 'endMs') =>
    Math.abs((found.words[index]?.[edge] ?? Infinity) - (truth[index]?.[edge] ?? 0)) <= ms;
  const indices = truth.map((_, index) => index);
  const first = indices.filter((index) => truth[index]?.sentence !== truth[index - 1]?.sentence);
  const last = indices.filter((index) => truth[index]?.sentence !== truth[index + 1]?.sentence);
  const rate = (list: readonly number[], edge: 'startMs' | 'endMs') =>
    list.filter((index) => isNear(index, edge)).length / list.length;
  return {
    sentences: Math.min(rate(first, 'startMs'), rate(last, 'endMs')),
    words: rate(indices, 'startMs'),
  };
}

describe('the sample', () => {
  test.each([
    ['sample-en', 'en'],
    ['sample-ru', 'ru'],
    ['sample-kk', 'kk'],
    // The languages of its paragraphs are told by their letters.
    ['sample-interview', 'en'],
  ])(
    '%s: sentences within half a second, words within a fifth',
    async (edition, language) => {
      const text = paragraphs(edition);
      const found = await aligned(edition, language);
      expect(found.words.map(({ wordId }) => wordId)).toEqual(
        text.flatMap(({ words }) => words.map(({ id }) => id)),
      );
      expect(share(found, edition, 500).sentences).toBeGreaterThanOrEqual(0.98);
      expect(share(found, edition, 200).words).toBeGreaterThanOrEqual(0.95);
      expect(found.uncovered).toEqual([]);
      for (const { startMs, endMs, confidence } of found.words) {
        if (startMs !== null && endMs !== null) expect(endMs).toBeGreaterThan(startMs);
        expect(confidence).toBeGreaterThanOrEqual(startMs === null ? 0 : 0.1);
      }
    },
    PATIENCE_MS,
  );
});

test(
  'sound that starts later moves every word by as much',
  async () => {
    const late = testMedia(
      ['-i', media('sample-ru'), '-vn', '-af', 'adelay=7000:all=1', '-c:a', 'pcm_s16le'],
      '.wav',
    );
    const text = paragraphs('sample-ru');
    const [here, there] = await Promise.all([aligned('sample-ru', 'ru'), align(late, text, 'ru')]);
    const moves = here.words.map(
      ({ startMs }, index) => (there.words[index]?.startMs ?? NaN) - (startMs ?? NaN),
    );
    const near = moves.filter((move) => Math.abs(move - 7000) <= 30);
    expect(near.length).toBeGreaterThanOrEqual(moves.length * 0.95);
  },
  PATIENCE_MS,
);

test(
  'speech without text is uncovered',
  async () => {
    const text = paragraphs('sample-en');
    const missing = 2;
    const found = await align(media('sample-en'), text.toSpliced(missing, 1), 'en');
    const truth = sampleTruth('sample-en');
    const before = text.slice(0, missing).flatMap(({ words }) => words).length;
    const startMs = truth[before]?.startMs ?? 0;
    const endMs = truth[before + (text[missing]?.words.length ?? 0) - 1]?.endMs ?? 0;
    const covered = found.uncovered.map(
      (span) => Math.min(span.endMs, endMs) - Math.max(span.startMs, startMs),
    );
    expect(Math.max(...covered)).toBeGreaterThan((endMs - startMs) * 0.6);
  },
  PATIENCE_MS,
);

test(
  'text without speech is unplaced',
  async () => {
    const text = paragraphs('sample-ru');
    const never = paragraph(
      'Этого здесь никто никогда не говорил, и сказать не мог бы. Кошка спит на окне.',
      99,
    );
    const found = await align(media('sample-ru'), text.toSpliced(2, 0, never), 'ru');
    const isPlaced = (word: { startMs: number | null }) => word.startMs !== null;
    const unsaid = found.words.filter(({ wordId }) => wordId.startsWith('w99-'));
    const said = found.words.filter(({ wordId }) => !wordId.startsWith('w99-'));
    expect(unsaid.filter(isPlaced).length).toBeLessThan(unsaid.length * 0.3);
    expect(said.filter(isPlaced).length).toBeGreaterThan(said.length * 0.95);
  },
  PATIENCE_MS,
);

describe('what cannot be aligned', () => {
  const silence = () => testMedia(['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono:d=20'], '.wav');
  const hiss = () => testMedia(['-f', 'lavfi', '-i', 'anoisesrc=d=20:a=0.1:seed=5:r=16000'], '.wav');
  const chord = () =>
    testMedia(
      ['-f', 'lavfi', '-i', 'aevalsrc=0.1*(sin(1382*t)+sin(1741*t)+sin(2073*t)):s=16000:d=20'],
      '.wav',
    );
  /** Four chords a second apart, struck and dying away, over a beat. */
  const music = () =>
    testMedia(
      [
        ...['-f', 'lavfi', '-i'],
        "aevalsrc='0.2*exp(-3*mod(t,1))*(sin(2*PI*220*(1+0.25*mod(floor(t),4))*t)+sin(2*PI*277*(1+0.25*mod(floor(t),4))*t)" +
          "+sin(2*PI*330*(1+0.25*mod(floor(t),4))*t))+0.3*exp(-30*mod(t,0.5))*random(0)':s=16000:d=30",
      ],
      '.wav',
    );
  const nothing = () => testMedia(['-f', 'lavfi', '-i', 'anullsrc=r=16000:cl=mono', '-t', '0'], '.wav');
  const picture = () => testMedia(['-f', 'lavfi', '-i', 'testsrc=s=64x64:d=1', '-c:v', 'libx264'], '.mp4');

  test.each([
    ['silence', silence, 'We were born here, this is our land.', 'en', 'no-speech'],
    ['hiss', hiss, 'We were born here, this is our land.', 'en', 'no-speech'],
    ['a held chord', chord, 'We were born here, this is our land.', 'en', 'no-speech'],
    ['music', music, 'We were born here, this is our land. Nobody asked us.', 'en', 'no-speech'],
    ['sound of no length', nothing, 'We were born here.', 'en', 'no-speech'],
    ['a film without sound', picture, 'We were born here.', 'en', 'no-audio'],
    ['no text', silence, '', 'en', 'empty-transcript'],
    ['dashes only', silence, '– … —', 'en', 'empty-transcript'],
    ['a language nobody speaks', silence, 'Abc def.', 'tlh', 'unknown-language'],
    ['Russian text said to be English', silence, 'Все люди рождаются свободными.', 'en', 'wrong-script'],
    ['Korean in hanja', silence, '人間은 自由로운 存在로 태어났다.', 'ko', 'unspoken-script'],
    ['Japanese without sound', silence, '人間は生まれながらにして自由である。', 'ja', 'no-speech'],
    ['no such file', () => '/nowhere/at-all.mp4', 'We were born here.', 'en', 'not-found'],
  ])(
    '%s',
    async (_, path, text, language, code) => {
      await expect(align(path(), text === '' ? [] : [paragraph(text)], language)).rejects.toMatchObject({
        code,
      });
    },
    PATIENCE_MS,
  );

  test.each([
    ['sample-ru', 'sample-kk', 'kk'],
    ['sample-en', 'sample-ru', 'ru'],
  ])(
    '%s with the text of %s',
    async (heard, written, language) => {
      await expect(align(media(heard), paragraphs(written), language)).rejects.toMatchObject({
        code: 'mismatch',
      });
    },
    PATIENCE_MS,
  );

  /** A day of talk in one paragraph. */
  const flood = () => {
    const sentence = 'We were born here, this is our land, and nobody has ever asked us what we think. ';
    return [paragraph(sentence.repeat(20_000 / 16), 0)];
  };

  const talk = () => testMedia(['-t', '20', '-i', media('sample-en'), '-vn', '-c:a', 'pcm_s16le'], '.wav');

  test.each([
    ['silence', silence, 'no-speech'],
    ['a talk of twenty seconds', talk, 'mismatch'],
  ])(
    '20,000 words for %s, long before all of them are spoken',
    async (_, path, code) => {
      const progress: number[] = [];
      const done = alignProject({
        ...{ mediaPath: path(), ffmpegPath: 'ffmpeg', paragraphs: flood(), language: 'en' },
        onProgress: (fraction) => progress.push(fraction),
      });
      await expect(done).rejects.toMatchObject({ code });
      // A third of the way all words would have been spoken.
      expect(Math.max(0, ...progress)).toBeLessThan(0.15);
    },
    PATIENCE_MS,
  );

  test(
    'cancelled in the middle',
    async () => {
      const controller = new AbortController();
      const seen: number[] = [];
      const done = alignProject({
        mediaPath: media('sample-interview'),
        ffmpegPath: 'ffmpeg',
        paragraphs: paragraphs('sample-interview'),
        language: 'en',
        signal: controller.signal,
        onProgress(fraction) {
          seen.push(fraction);
          if (fraction > 0.1) controller.abort();
        },
      });
      await expect(done).rejects.toMatchObject({ code: 'cancelled' });
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(Math.max(...seen)).toBeLessThan(0.95);
    },
    PATIENCE_MS,
  );
});

test.runIf(existsSync('/proc/self/task'))(
  'what is cancelled leaves no thread and no memory behind',
  async () => {
    const cancelHalfway = async () => {
      const controller = new AbortController();
      const done = alignProject({
        mediaPath: media('sample-ru'),
        ffmpegPath: 'ffmpeg',
        paragraphs: paragraphs('sample-ru'),
        language: 'ru',
        signal: controller.signal,
        onProgress: (fraction) => fraction > 0.5 && controller.abort(),
      });
      await expect(done).rejects.toMatchObject({ code: 'cancelled' });
      return {
        threads: readdirSync('/proc/self/task').length,
        megabytes: process.memoryUsage().rss / 2 ** 20,
      };
    };
    // The first one starts the threads that Node keeps for files.
    const first = await cancelHalfway();
    const second = await cancelHalfway();
    expect(second.threads).toBeLessThanOrEqual(first.threads);
    expect(second.megabytes).toBeLessThan(first.megabytes + 100);
  },
  PATIENCE_MS,
);

test(
  'espeak-ng has every voice that a language may ask for, and takes nothing in a text for markup',
  async () => {
    const espeak = await Espeak.load();
    for (const voice of knownVoices()) expect(() => espeak.speak('1', { voice, rate: 450 })).not.toThrow();
    const spoken = (text: string) => espeak.speak(text, { voice: 'en-us', rate: 165 });
    expect(spoken('<break time="9s"/>').samples.length).toBeLessThan(5 * 22_050);
    expect(spoken('').sounds).toEqual([]);
  },
  PATIENCE_MS,
);
