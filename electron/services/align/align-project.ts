import { basename } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { AppError } from '../../../shared/api/errors';
import { z } from 'zod';
import { LONGEST_BY_LESSONS_MS } from '../../../shared/align/lessons';
import type { FixedWord, Hint } from '../../../shared/align/guidance';
import { WordTiming, type Alignment, type Span } from '../../../shared/domain/alignment';
import type { Paragraph } from '../../../shared/domain/transcript';
import type { TimelineOfFile } from '../../../shared/ffmpeg/timeline';
import { paragraphLanguage, spokenScripts, unspokenScript } from '../../../shared/spoken/language';
import { languageName, scriptName } from '../../../shared/text/names';
import { foreignScript } from '../../../shared/text/scripts';
import { readyWorker, runWorker } from '../../platform/workers';
import { voiceFor } from '../speech/voices';
import { AlignAnswer, type AlignWork } from './align-work';
import { LISTEN_RATE_HZ, listenTo } from './listen';
import type { Taught } from './taught';
import { joinWords } from '../../../shared/transcript/words';

export interface AlignProjectOptions {
  readonly mediaPath: string;
  readonly ffmpegPath: string;
  /** From the probed media; without it the file's first sample counts as time 0. */
  readonly timeline?: TimelineOfFile | undefined;
  /** Index of the sound stream; the first one if left out. */
  readonly sound?: number | undefined;
  readonly paragraphs: readonly Paragraph[];
  /** BCP 47; of paragraphs that name none themselves. */
  readonly language: string;
  /**
   * Words whose times a person fixed ("pinned"). They come back with these times and confidence 1; the words between two of
   * them are looked for between them. Times should rise in transcript order: those that do not are told in
   * `report.contradicted`, keep their times and bind nothing. Words the transcript does not have are ignored.
   */
  readonly fixed?: readonly FixedWord[] | undefined;
  /** Words said at about a time, besides the `hintMs` of paragraphs, which are used by themselves. They only tip the scales. */
  readonly hints?: readonly Hint[] | undefined;
  /** Stretches in which nothing is placed and that are not told as uncovered: not the interview, or not to be used. */
  readonly leaveOut?: readonly Span[] | undefined;
  readonly range?: AlignRange | undefined;
  /** What the whole of the same sound taught: a short range is then placed by that, sooner and better. */
  readonly taught?: Taught | undefined;
  /** Called with what the whole taught, and with more of it after a piece that was placed by it. */
  readonly onTaught?: ((taught: Taught) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
  /**
   * Called four times or so, after the coarse stage and after each finer round, with where every word is believed to be so
   * far (null times where not known). To be shown, not to be kept: only the promise's value is the result.
   */
  readonly onDraft?: ((words: readonly WordTiming[]) => void) | undefined;
}

/**
 * A piece of the work: only this stretch of the media is listened to, and only these words are placed, inside it. The
 * answer then holds these words alone and tells `uncovered` and `speech` of the stretch; words that do not fit come back
 * unplaced, and neither `no-speech` nor `mismatch` is thrown.
 */
export interface AlignRange {
  /** `[startMs, endMs)` of the media's timeline. */
  readonly startMs: number;
  readonly endMs: number;
  /** Ids of the words to place; they are taken in transcript order, whatever the order here. */
  readonly wordIds: readonly string[];
}

/** Share of the work that speaking the transcript takes; the sound is read meanwhile. */
const SPEAK_SHARE = 0.35;
const SpeechAnswer = z.map(z.string(), z.string());

/**
 * Times every word of a transcript against the sound of a file, in workers: one speaks the
 * transcript while another hears the sound. Every word of `paragraphs` is in the answer
 * once, in order.
 *
 * Throws `empty-transcript`, `unknown-language`, `wrong-script`, `unspoken-script`, `no-audio`, `no-speech`, `mismatch`, `too-large` (over 8
 * hours), `cancelled`, `tool-missing`, and what ffmpeg makes of files that cannot be read.
 */
export async function alignProject(options: AlignProjectOptions): Promise<Alignment> {
  const { range } = options;
  const taught = range && range.endMs - range.startMs <= LONGEST_BY_LESSONS_MS ? options.taught : undefined;
  const found = await alignBy(taught, options);
  // Speech that the whole had no text for has taught it what unwritten speech is, and words added later lose against that.
  if (taught && isMostlyUnplaced(found)) return alignBy(undefined, { ...options, onProgress: undefined });
  return found;
}

function isMostlyUnplaced({ words }: Alignment): boolean {
  return words.filter(({ startMs }) => startMs === null).length > words.length / 2;
}

async function alignBy(taught: Taught | undefined, options: AlignProjectOptions): Promise<Alignment> {
  const { mediaPath, language, range, signal, onProgress = () => {}, onDraft } = options;
  const wanted = range ? onlyWords(options.paragraphs, range.wordIds) : options.paragraphs;
  const paragraphs = withLanguages(wanted, language);
  checkTranscript(paragraphs, language);
  checkScripts(wanted, language);
  // Pieces follow one another. After the whole, what threads still hold of hours of sound is worth more than their start.
  const isPiece = range !== undefined;
  const speech = new MessageChannel();
  const work: AlignWork = {
    rateHz: LISTEN_RATE_HZ,
    speech: speech.port2,
    startMs: range?.startMs ?? 0,
    fixed: [...(options.fixed ?? [])],
    hints: [...hintsOf(paragraphs), ...(options.hints ?? [])],
    leaveOut: [...(options.leaveOut ?? [])],
    isPiece,
    lessons: taught?.lessons,
    drafts: onDraft !== undefined,
    name: basename(mediaPath),
  };
  const [found, spoken] = await together(signal, (stopped) => [
    runWorker('align', work, {
      signal: stopped,
      onProgress: (fraction) => onProgress(SPEAK_SHARE + (1 - SPEAK_SHARE) * fraction),
      onNews: (words) => onDraft?.(z.array(WordTiming).parse(words)),
      feed: (send) =>
        listenTo({ ...options, signal: stopped }, (samples) => send(new Uint8Array(samples.buffer))),
      transfer: [speech.port2],
      isKept: isPiece,
    }),
    runWorker(
      'speech',
      { said: saidOf(taught, range), paragraphs, language, to: speech.port1, isPiece },
      {
        signal: stopped,
        onProgress: (fraction) => onProgress(SPEAK_SHARE * fraction),
        transfer: [speech.port1],
        isKept: isPiece,
      },
    ),
  ]);
  const { alignment, lessons } = AlignAnswer.parse(found);
  const known = lessons ?? taught?.lessons;
  if (known)
    options.onTaught?.({
      lessons: known,
      said: new Map([...(taught?.said ?? []), ...SpeechAnswer.parse(spoken)]),
    });
  return alignment;
}

/** Of what was said, what a range needs: a whole interview is too much to hand over each time. */
function saidOf(taught: Taught | undefined, range: AlignRange | undefined): Map<string, string> {
  const entries = (range?.wordIds ?? []).flatMap((wordId): [string, string][] => {
    const text = taught?.said.get(wordId);
    return text === undefined ? [] : [[wordId, text]];
  });
  return new Map(entries);
}

/** Lets fresh threads wait for two minutes, so that a piece begins at once: to start them takes longer than half a minute of sound. */
export function readyForPieces(): void {
  for (const name of ['align', 'speech']) readyWorker(name);
}

/** What several works at once come to; when one fails, or `signal` stops them, the others are stopped and waited for. */
async function together(
  signal: AbortSignal | undefined,
  start: (stopped: AbortSignal) => readonly Promise<unknown>[],
): Promise<unknown[]> {
  const stop = new AbortController();
  const works = start(signal ? AbortSignal.any([signal, stop.signal]) : stop.signal);
  try {
    return await Promise.all(works);
  } catch (error) {
    stop.abort();
    await Promise.allSettled(works);
    throw error;
  }
}

function onlyWords(paragraphs: readonly Paragraph[], wordIds: readonly string[]): Paragraph[] {
  const wanted = new Set(wordIds);
  return paragraphs
    .map((paragraph) => ({ ...paragraph, words: paragraph.words.filter(({ id }) => wanted.has(id)) }))
    .filter(({ words }) => words.length > 0);
}

function hintsOf(paragraphs: readonly Paragraph[]): Hint[] {
  return paragraphs.flatMap(({ hintMs, words: [first] }) =>
    hintMs !== null && first ? [{ wordId: first.id, atMs: hintMs }] : [],
  );
}

function withLanguages(paragraphs: readonly Paragraph[], language: string): Paragraph[] {
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    language: paragraph.language ?? paragraphLanguage(textOf([paragraph]), language),
  }));
}

function checkTranscript(paragraphs: readonly Paragraph[], language: string): void {
  const text = textOf(paragraphs);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new AppError('empty-transcript');
  if (voiceFor(language) === null) throw new AppError('unknown-language', { language });
}

/** Each paragraph is held against the language it names, the others against the project's: by what its voice can read. */
function checkScripts(paragraphs: readonly Paragraph[], language: string): void {
  const texts = paragraphs.map((each) => ({ text: textOf([each]), language: each.language ?? language }));
  const unspoken = unspokenScript(texts);
  if (unspoken !== null)
    throw new AppError('unspoken-script', {
      script: scriptName(unspoken.script),
      language: languageName(unspoken.language),
    });
  const script = foreignScript(texts, spokenScripts);
  if (script !== null)
    throw new AppError('wrong-script', { script: scriptName(script), language: languageName(language) });
}

function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ words }) => joinWords(words)).join(' ');
}
