import { beforeAll, expect, test } from 'vitest';
import { alignProject } from '../../../electron/services/align/align-project';
import type { Alignment } from '../../../shared/domain/alignment';
import type { Paragraph } from '../../../shared/domain/transcript';
import { testMedia } from '../../support/media';
import { sampleFolder, sampleMedia, sampleParagraphs, sampleTruth } from '../../support/sample';

const PATIENCE_MS = 300_000;
/** What is aligned here: the beginning of the Russian sample, three paragraphs of it. */
const PARAGRAPHS = 3;
const LANGUAGE = 'ru';

interface Excerpt {
  readonly text: Paragraph[];
  /** True starts and ends of its words. */
  readonly truth: readonly { readonly startMs: number; readonly endMs: number }[];
  readonly seconds: string;
}

let excerpt: Excerpt;
let found: Alignment;

beforeAll(async () => {
  sampleFolder();
  const text = sampleParagraphs('sample-ru').slice(0, PARAGRAPHS);
  const truth = sampleTruth('sample-ru').slice(0, text.flatMap(({ words }) => words).length);
  excerpt = { text, truth, seconds: (((truth.at(-1)?.endMs ?? 0) + 400) / 1000).toFixed(3) };
  found = await align(sound(), text);
}, PATIENCE_MS);

/** The excerpt's sound, through an audio filter. */
function sound(filter = 'anull', ...output: string[]): string {
  const input = ['-t', excerpt.seconds, '-i', sampleMedia('sample-ru'), '-vn', '-af', filter];
  return testMedia([...input, ...(output.length > 0 ? output : ['-c:a', 'pcm_s16le'])], '.wav');
}

function align(mediaPath: string, paragraphs: Paragraph[]): Promise<Alignment> {
  return alignProject({ mediaPath, ffmpegPath: 'ffmpeg', paragraphs, language: LANGUAGE });
}

const meanConfidence = ({ words }: Alignment) =>
  words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;

test(
  'the same sound and text give the same, alone and beside each other',
  async () => {
    const [one, other] = await Promise.all([align(sound(), excerpt.text), align(sound(), excerpt.text)]);
    expect(one).toEqual(found);
    expect(other).toEqual(found);
  },
  PATIENCE_MS,
);

test(
  'silence before and in the middle moves what follows and nothing else',
  async () => {
    const words = excerpt.text.slice(0, PARAGRAPHS - 1).flatMap((paragraph) => paragraph.words).length;
    const gapMs = ((excerpt.truth[words - 1]?.endMs ?? 0) + (excerpt.truth[words]?.startMs ?? 0)) / 2;
    const cut = (gapMs / 1000).toFixed(3);
    const [before, between] = [3000, 8000];
    const padded = sound(
      `asplit[a][b];[a]atrim=end=${cut},adelay=${before}:all=1,apad=pad_dur=${between}ms[c];` +
        `[b]atrim=start=${cut},asetpts=PTS-STARTPTS[d];[c][d]concat=v=0:a=1`,
    );
    const moved = await align(padded, excerpt.text);
    const near = found.words.filter(({ startMs }, index) => {
      const byMs = index < words ? before : before + between;
      return Math.abs((moved.words[index]?.startMs ?? NaN) - (startMs ?? NaN) - byMs) <= 50;
    });
    expect(near.length).toBeGreaterThanOrEqual(found.words.length * 0.95);
  },
  PATIENCE_MS,
);

test(
  'paragraphs in the wrong order are trusted less, or refused',
  async () => {
    const swapped = [...excerpt.text.slice(1), ...excerpt.text.slice(0, 1)];
    const result = await align(sound(), swapped).catch((error: unknown) => error);
    if (result instanceof Error) expect(result).toMatchObject({ code: 'mismatch' });
    else expect(meanConfidence(result as Alignment)).toBeLessThan(meanConfidence(found) - 0.2);
  },
  PATIENCE_MS,
);

test.each([
  ['8 bits at 8 kHz', 'anull', ['-ar', '8000', '-c:a', 'pcm_u8']],
  ['clipped', 'volume=30dB', ['-c:a', 'pcm_s16le']],
])(
  'sound of %s is aligned all the same',
  async (_, filter, output) => {
    const { words } = await align(sound(filter, ...output), excerpt.text);
    const near = excerpt.truth.filter(
      ({ startMs }, index) => Math.abs((words[index]?.startMs ?? Infinity) - startMs) <= 200,
    );
    expect(near.length).toBeGreaterThanOrEqual(excerpt.truth.length * 0.9);
  },
  PATIENCE_MS,
);

test(
  'one word of the text is found, or told not to be',
  async () => {
    const [first] = excerpt.text;
    const one = { ...excerpt.text[0], words: (first?.words ?? []).slice(0, 1) } as Paragraph;
    const { words } = await align(sound(), [one]).catch(() => ({ words: [] }));
    for (const { startMs, confidence } of words)
      expect(
        startMs === null || Math.abs(startMs - (excerpt.truth[0]?.startMs ?? 0)) <= 500 || confidence < 0.5,
      ).toBe(true);
  },
  PATIENCE_MS,
);
