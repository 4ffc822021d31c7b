import type { Alignment, WordTiming } from '../domain/alignment';
import { AppError } from '../api/errors';
import { matchCoarsely, type CoarseMatch } from './coarse';
import { backwards } from './backwards';
import { draftOf } from './draft';
import { matchFinely } from './fine';
import { evenGain, meanGains, type FineMatch } from './gains';
import { BindingWords, seenFrom, type Guidance, type Hint } from './guidance';
import { matchByLessons, type Lessons } from './lessons';
import { hear, type Recording } from './recording';
import { readReference, withoutSound, type Reference } from './reference';
import type { SpokenTranscript } from './spoken';
import { spansOfRows } from './speech-activity';
import { HOP_MS, type CepstraPieces } from './mfcc';
import { judge, LONGEST_TURNED_MS, outlasts } from './mismatch';
import { wordTimes, withFixed } from './word-times';

/** What is listened to. */
export interface AlignAudio {
  /** Of its sound, read once; at 16 kHz the figures were measured. */
  readonly cepstra: CepstraPieces;
  /** Where on the media's timeline the first row is; 0 where left out. All times in and out are of that timeline. */
  readonly startMs?: number | undefined;
}

export interface AlignOptions extends Guidance {
  /** Called with 0..1, never falling. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /**
   * Called after the coarse stage and after each fine round but the last with where the words are believed to be so far, as
   * `Alignment.words` is: good enough to look at, not to keep.
   */
  readonly onDraft?: ((words: readonly WordTiming[]) => void) | undefined;
  /** Looked at every few hundred milliseconds at most; true ends the work with `cancelled`. */
  readonly isCancelled?: (() => boolean) | undefined;
  /**
   * True where this is a piece of something aligned before: what does not fit is then unplaced word by word instead of
   * ending the work with `no-speech` or `mismatch`.
   */
  readonly isPiece?: boolean | undefined;
  /** Of the whole recording, to place a piece of up to `LONGEST_BY_LESSONS_MS` by; the transcript then needs no sound. */
  readonly lessons?: Lessons | undefined;
  /** Called with what the whole recording taught, once the text was found in it. */
  readonly onLessons?: ((lessons: Lessons) => void) | undefined;
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
/** With less speech than this there is nothing to align. */
const LEAST_SPEECH_MS = 300;
/** Share of the whole work that each stage ends at, as measured, from when the transcript has been read. */
const STAGES = { coarse: 0.33, fine: 1 } as const;

/**
 * THE seam of alignment: a recording and the transcript (spoken, as data) in; where each word was heard out.
 *
 * Pure and deterministic; it waits for nothing but the transcript. A stronger engine replaces this function and nothing else.
 * Fixed words come back with the times they were given and confidence 1; no word lies in what is to be left out. Throws
 * `empty-transcript`, `no-speech`, `mismatch` (the text is not what is said; before all of it is read where there is far too
 * much of it) or `cancelled`.
 */
export async function align(
  audio: AlignAudio,
  transcript: SpokenTranscript,
  options: AlignOptions = {},
): Promise<Alignment> {
  const { onProgress = () => {}, onDraft, isCancelled = () => false, isPiece = false, name = '' } = options;
  const offsetMs = audio.startMs ?? 0;
  const { fixed, hints, leaveOut } = seenFrom(options, offsetMs);
  const stage = (from: number, to: number) => (done: number, total: number) => {
    if (isCancelled()) throw new AppError('cancelled');
    onProgress(from + (to - from) * Math.min(1, done / Math.max(1, total)));
  };
  const { lessons } = options;
  const recording = hear(audio.cepstra, leaveOut, lessons?.spread);
  const { rows, levelDb } = recording;
  if (recording.speechMs < LEAST_SPEECH_MS && !isPiece) throw new AppError('no-speech', { name });
  const binding = new BindingWords(fixed, rows);
  const read = async () => {
    const reference = await readReference(transcript, binding, (soundingMs) => {
      if (isCancelled()) throw new AppError('cancelled');
      if (!isPiece && outlasts(soundingMs, rows * HOP_MS)) throw new AppError('mismatch');
    });
    if (reference.soundingMs === 0) throw new AppError('empty-transcript');
    return reference;
  };
  const finished = (words: readonly WordTiming[]) =>
    withFixed(words, fixed).map((word) => shifted(word, offsetMs));
  const search = async () => {
    if (lessons) {
      const reference = await read();
      const match = matchByLessons(recording, reference, lessons, stage(0, STAGES.fine));
      return { reference, match, lessons };
    }
    const { reference, coarse, heard } = await locate(recording, read, hints, stage(0, STAGES.coarse));
    onDraft?.(finished(draftOf(coarse, reference)));
    const tick = stage(STAGES.coarse, STAGES.fine);
    const found = matchFinely(
      recording,
      reference,
      coarse,
      (fraction) => tick(fraction, 1),
      (match) => onDraft?.(finished(wordTimes(reference, match, recording))),
    );
    if (!isPiece) refuse(found.match, coarse.gain, reference, heard);
    return { reference, ...found };
  };
  const refuse = (match: FineMatch, coarseGain: number, reference: Reference, heard: Reference | null) => {
    const stillGoing = stage(1, 1);
    const code = judge({
      match,
      coarseGain,
      utterances: reference.utterances.length,
      soundingMs: reference.soundingMs,
      levelDb,
      backwards: () => {
        if (!heard) return null;
        const turned = backwards(heard);
        const coarse = matchCoarsely(recording, turned, [], stillGoing);
        return matchFinely(recording, turned, coarse, (fraction) => stillGoing(fraction, 1)).match;
      },
    });
    if (code) throw new AppError(code, { name });
  };
  const { reference, match: fine, lessons: learned } = await search();
  if (!isPiece) options.onLessons?.(learned);
  const words = finished(wordTimes(reference, fine, recording));
  const uncovered = recording.activity.slice();
  for (const { startMs, endMs } of words)
    if (startMs !== null && endMs !== null)
      uncovered.fill(
        0,
        Math.max(0, (startMs - offsetMs - WORD_MARGIN_MS) / HOP_MS),
        Math.max(0, (endMs - offsetMs + WORD_MARGIN_MS) / HOP_MS),
      );
  const means = meanGains(fine);
  return {
    words,
    uncovered: spansOfRows(uncovered, SPEECH_JOIN_MS, SHORTEST_UNCOVERED_MS).map(later(offsetMs)),
    speech: spansOfRows(recording.activity, SPEECH_JOIN_MS, SHORTEST_SPEECH_MS).map(later(offsetMs)),
    report: {
      listenedMs: rows * HOP_MS,
      speechMs: recording.speechMs,
      words: words.length,
      placed: words.filter(({ startMs }) => startMs !== null).length,
      pace: learned.pace,
      fit: means[means.length >> 1] ?? 0,
      chanceFit: evenGain(fine),
      contradicted: binding.contradicted,
    },
  };
}

/**
 * By itself, so that nothing holds the sound of the reference once it has been matched, but for a short one's (`heard`), which may be
 * asked for once more.
 */
async function locate(
  recording: Recording,
  read: () => Promise<Reference>,
  hints: readonly Hint[],
  tick: (done: number, total: number) => void,
): Promise<{ reference: Reference; coarse: CoarseMatch; heard: Reference | null }> {
  const reference = await read();
  return {
    reference: withoutSound(reference),
    coarse: matchCoarsely(recording, reference, hints, tick),
    heard: reference.soundingMs <= LONGEST_TURNED_MS ? reference : null,
  };
}

function shifted(word: WordTiming, byMs: number): WordTiming {
  const { startMs, endMs } = word;
  return byMs === 0 || startMs === null || endMs === null
    ? word
    : { ...word, startMs: startMs + byMs, endMs: endMs + byMs };
}

function later(byMs: number) {
  return ({ startMs, endMs }: { startMs: number; endMs: number }) => ({
    startMs: startMs + byMs,
    endMs: endMs + byMs,
  });
}
