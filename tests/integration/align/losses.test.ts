import { beforeAll, describe, expect, test } from 'vitest';
import { Espeak, SPEECH_RATE_HZ } from '../../../electron/services/speech/espeak';
import { speakTranscript } from '../../../electron/services/speech/speak-transcript';
import { align } from '../../../shared/align/align';
import { inOnePiece, mfcc } from '../../../shared/align/mfcc';
import type { SpokenTranscript } from '../../../shared/align/spoken';
import type { Alignment } from '../../../shared/domain/alignment';
import { utterancesOf } from '../../../shared/spoken/utterances';
import { OTHER_INTERVIEW } from '../../support/other-interview';
import { testParagraph } from '../../support/sample';

const PATIENCE_MS = 120_000;

const TEXT = [
  'The river was clean when my grandmother was a child, and everybody drank from it.',
  'Then the company came and built a road through the forest without asking anybody.',
  'We wrote eleven letters to the ministry, and nobody has ever answered one of them.',
  'In the spring my brother was arrested because he had taken photographs of the water.',
  'He was held for three weeks, and his lawyer was not allowed to visit him there.',
  'Now the school is closed, the fish are gone, and half of the village has moved away.',
  'But those of us who stayed will go on asking until somebody gives us an answer.',
  'This land is all that we have, and our children should be able to live on it.',
];

const ALL = TEXT.map((_, line) => line);
/** Longer than the first corridor of the fine search is wide. */
const LATER = OTHER_INTERVIEW.map((_, line) => TEXT.length + line);

/** Another voice than the aligner's own says the text, with pauses and a faint hiss. */
interface Recording {
  readonly samples: Int16Array;
  /** Where each paragraph begins and ends, in ms. */
  readonly truth: readonly { readonly startMs: number; readonly endMs: number }[];
}

let espeak: Espeak;
let recording: Recording;
/** The whole text, aligned. */
let whole: Alignment;

beforeAll(async () => {
  espeak = await Espeak.load();
  recording = record(TEXT);
  whole = await alignLines(ALL);
}, PATIENCE_MS);

function record(text: readonly string[]): Recording {
  const pauses = [0.5, 0.9, 0.4, 1.3, 0.7].map((seconds) => Math.round(seconds * SPEECH_RATE_HZ));
  const pieces: Int16Array[] = [new Int16Array(SPEECH_RATE_HZ / 2)];
  let at = SPEECH_RATE_HZ / 2;
  const truth = text.map((line, index) => {
    const { samples, sounds } = espeak.speak(line, { voice: 'en-us+f2', rate: 150, pitch: 60 });
    const edge = (ms: number) => Math.round((at / SPEECH_RATE_HZ) * 1000 + ms);
    const said = sounds.filter(({ phone }) => phone !== '');
    const span = { startMs: edge(said[0]?.startMs ?? 0), endMs: edge(said.at(-1)?.endMs ?? 0) };
    const pause = new Int16Array(pauses[index % pauses.length] ?? 0);
    pieces.push(samples, pause);
    at += samples.length + pause.length;
    return span;
  });
  const joined = new Int16Array(at);
  let from = 0;
  for (const piece of pieces) {
    joined.set(piece, from);
    from += piece.length;
  }
  // A fixed sequence: the same hiss every time.
  let state = 1;
  return {
    truth,
    samples: joined.map((sample) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return sample * 0.7 + (state >>> 16) / 2048 - 16;
    }),
  };
}

/** `lines`: numbers of the lines of the text, as paragraphs. */
function spoken(lines: readonly number[]): SpokenTranscript {
  return speakTranscript(
    espeak,
    utterancesOf(
      lines.map((line) => testParagraph([...TEXT, ...OTHER_INTERVIEW][line] ?? '', line)),
      'en',
    ),
  );
}

function alignLines(lines: readonly number[]): Promise<Alignment> {
  return align({ cepstra: inOnePiece(mfcc(recording.samples, SPEECH_RATE_HZ)) }, spoken(lines));
}

const wordsOf = ({ words }: Alignment, line: number) =>
  words.filter(({ wordId }) => wordId.startsWith(`w${line}-`));
const sureness = (found: Alignment, line: number) => {
  const words = wordsOf(found, line);
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length;
};

/** Of the lines, those whose beginning or end is off by more than 150 ms. */
function misplaced(found: Alignment, lines: readonly number[]): number[] {
  const isNear = (ms: number | null | undefined, truth: number | undefined) =>
    Math.abs((ms ?? Infinity) - (truth ?? 0)) <= 150;
  return lines.filter((line) => {
    const words = wordsOf(found, line);
    const truth = recording.truth[line];
    return !isNear(words[0]?.startMs, truth?.startMs) || !isNear(words.at(-1)?.endMs, truth?.endMs);
  });
}

describe('what the text lacks', () => {
  test.each([
    ['its first paragraph', [1, 2, 3, 4, 5, 6, 7]],
    ['a paragraph in the middle', [0, 1, 2, 4, 5, 6, 7]],
    ['three paragraphs in the middle', [0, 1, 5, 6, 7]],
  ])('%s: the others are found, and it is told', async (_, lines) => {
    const found = await alignLines(lines);
    expect(misplaced(found, lines)).toEqual([]);
    const lacking = ALL.filter((line) => !lines.includes(line)).map((line) => recording.truth[line]);
    const [startMs, endMs] = [lacking[0]?.startMs ?? 0, lacking.at(-1)?.endMs ?? 0];
    const told = found.uncovered.reduce(
      (sum, span) => sum + Math.max(0, Math.min(span.endMs, endMs) - Math.max(span.startMs, startMs)),
      0,
    );
    expect(told).toBeGreaterThan((endMs - startMs) * 0.6);
  });
});

test.each([
  ['every second paragraph', [0, 2, 4, 6]],
  ['its second half', [0, 1, 2, 3]],
  ['its first three quarters', [6, 7]],
])('a text that lacks %s: what it has is found', async (_, lines) => {
  expect(misplaced(await alignLines(lines), lines)).toEqual([]);
});

test.each([
  ['after the recording ends', (lines: readonly number[]) => [...lines, ...LATER]],
  ['before the recording begins', (lines: readonly number[]) => [...LATER, ...lines]],
])('a text of which half is said %s: the rest is found', async (_, order) => {
  const found = await alignLines(order(ALL));
  expect(misplaced(found, ALL)).toEqual([]);
  expect(Math.max(...LATER.map((line) => sureness(found, line)))).toBeLessThan(0.5);
});

test('all of the text is found, and nothing is left over', () => {
  expect(misplaced(whole, ALL)).toEqual([]);
  expect(whole.uncovered).toEqual([]);
});

test.each([
  ['two neighbours', [0, 1, 3, 2, 4, 5, 6, 7]],
  ['the halves', [4, 5, 6, 7, 0, 1, 2, 3]],
])('%s change places: one of them at least is doubted', async (_, lines) => {
  const found = await alignLines(lines);
  const moved = lines.filter((line, place) => line !== place);
  const least = (alignment: Alignment) => Math.min(...moved.map((line) => sureness(alignment, line)));
  expect(least(found)).toBeLessThan(0.5);
  expect(least(whole)).toBeGreaterThan(0.5);
});
