import type { Alignment } from '../domain/alignment';
import { AppError } from '../api/errors';
import { matchCoarsely } from './coarse';
import { matchFinely } from './fine';
import { hear } from './recording';
import { readReference } from './reference';
import type { SpokenTranscript } from './spoken';
import { spansOfRows } from './speech-activity';
import { HOP_MS } from './mfcc';
import { isMismatch, isMusic } from './mismatch';
import { wordTimes } from './word-times';

/** What is listened to. */
export interface AlignAudio {
  /** Mono, 16-bit. */
  readonly samples: Int16Array;
  /** At least 12,000; 16,000 is what the figures were measured at. */
  readonly rateHz: number;
}

export interface AlignOptions {
  /** Called with 0..1, never falling. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /** Looked at every few hundred milliseconds at most; true ends the work with `cancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
  /** File name for messages. */
  readonly name?: string | undefined;
}

/** Speech that the text does not cover is told from this length on. */
const SHORTEST_UNCOVERED_MS = 700;
/** Speech closer than this is one span. */
const SPEECH_JOIN_MS = 300;
const SHORTEST_SPEECH_MS = 100;
/** Silence this long on both sides of a word is still its neighbourhood when looking for uncovered speech. */
const WORD_MARGIN_MS = 200;
/** Share of the whole work that each stage ends at, as measured. */
const STAGES = { speaking: 0.35, hearing: 0.4, coarse: 0.6, fine: 1 } as const;

/**
 * THE seam of alignment: a recording and the transcript (spoken, as data) in; where each word was heard out.
 *
 * Pure and deterministic. A stronger engine replaces this function and nothing else. Throws `empty-transcript`,
 * `no-speech`, `mismatch` (the text is not what is said) or `cancelled`.
 */
export function align(
  audio: AlignAudio,
  transcript: SpokenTranscript,
  options: AlignOptions = {},
): Alignment {
  const { onProgress = () => {}, isCancelled = () => false, name = '' } = options;
  const stage = (from: number, to: number) => (done: number, total: number) => {
    if (isCancelled()) throw new AppError('cancelled');
    onProgress(from + (to - from) * Math.min(1, done / Math.max(1, total)));
  };
  if (transcript.count === 0) throw new AppError('empty-transcript');
  const reference = readReference(transcript, stage(0, STAGES.speaking));
  if (reference.soundingMs === 0) throw new AppError('empty-transcript');
  const recording = hear(audio.samples, audio.rateHz);
  stage(STAGES.hearing, STAGES.hearing)(0, 1);
  if (recording.speechMs < 300) throw new AppError('no-speech', { name });
  const coarse = matchCoarsely(recording, reference, stage(STAGES.hearing, STAGES.coarse));
  const tickFine = stage(STAGES.coarse, STAGES.fine);
  const fine = matchFinely(recording, reference, coarse, (fraction) => tickFine(fraction, 1));
  const { length } = reference.utterances;
  if (isMusic(fine, length, recording.cepstra.levelDb)) throw new AppError('no-speech', { name });
  if (isMismatch(fine, length)) throw new AppError('mismatch');
  const words = wordTimes(reference, fine);
  const uncovered = recording.activity.slice();
  for (const { startMs, endMs } of words)
    if (startMs !== null && endMs !== null)
      uncovered.fill(0, Math.max(0, (startMs - WORD_MARGIN_MS) / HOP_MS), (endMs + WORD_MARGIN_MS) / HOP_MS);
  return {
    words,
    uncovered: spansOfRows(uncovered, SPEECH_JOIN_MS, SHORTEST_UNCOVERED_MS),
    speech: spansOfRows(recording.activity, SPEECH_JOIN_MS, SHORTEST_SPEECH_MS),
  };
}
