/** A placed translation on the bench: what a person sees and moves before it becomes subtitles. Pure. */
import type { PlacedText, PlacedWord } from '../../domain/placement';

/** What there is to say of a sentence of the translation. */
export type Mark = 'sure' | 'unsure' | 'merged' | 'split' | 'added';

export interface BenchSentence {
  readonly text: string;
  readonly mark: Mark;
  /** What it was taken to render; empty for one that was added. */
  readonly source: string;
}

/** Words in order, each in a cue or left out; cues never descend. Nothing but the person leaves a word out. */
export interface Bench {
  readonly cueIds: readonly string[];
  readonly words: readonly BenchWord[];
  readonly sentences: readonly BenchSentence[];
  /** Per cue: what of the source that was never translated begins in it; empty for nothing. */
  readonly missing: readonly string[];
}

export interface BenchWord extends Pick<PlacedWord, 'text' | 'glued' | 'sentence' | 'cue'> {
  readonly isLeftOut: boolean;
}

/** Under this a person should look. Ours; how many of the wrong ones it marks is not measured. */
const SURE_FROM = 0.6;

/** The bench of a placement, as it came. Of a table a row that stands for several cues is nothing to tell of: it was written so. */
export function benchOf({ cueIds, words, beads }: PlacedText, isTable = false): Bench {
  const sentences: BenchSentence[] = [];
  for (const { sentence, bead, text, glued } of words) {
    const own = beads[bead];
    const known = sentences[sentence];
    if (known) sentences[sentence] = { ...known, text: known.text + (glued ? '' : ' ') + text };
    else sentences[sentence] = { text, mark: markOf(own, isTable), source: own?.text ?? '' };
  }
  const missing = cueIds.map(() => '');
  for (const { target, cues, text } of beads) {
    const [first] = cues;
    if (target === 0 && first !== undefined)
      missing[first] = [missing[first], text].filter(Boolean).join(' ');
  }
  return {
    cueIds,
    words: words.map(({ text, glued, sentence, cue }) => ({ text, glued, sentence, cue, isLeftOut: false })),
    sentences: Array.from(sentences, (sentence) => sentence ?? { text: '', mark: 'sure', source: '' }),
    missing,
  };
}

function markOf(bead: PlacedText['beads'][number] | undefined, isTable: boolean): Mark {
  if (!bead || bead.source === 0) return 'added';
  if (bead.confidence < SURE_FROM) return 'unsure';
  if (isTable) return 'sure';
  if (bead.source > bead.target) return 'merged';
  return bead.target > bead.source ? 'split' : 'sure';
}

/** The words of a cue, left-out ones too: index of the first and of the one after the last. Logarithmic. */
export function wordsOfCue({ words }: Bench, cue: number): readonly [from: number, to: number] {
  return [lowerBound(words, cue), lowerBound(words, cue + 1)];
}

function lowerBound(words: readonly BenchWord[], cue: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle]?.cue ?? 0) < cue) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a cue would say. */
export function textOfCue(bench: Bench, cue: number): string {
  const [from, to] = wordsOfCue(bench, cue);
  return textOf(bench.words.slice(from, to));
}

function textOf(words: readonly BenchWord[]): string {
  let text = '';
  for (const word of words) if (!word.isLeftOut) text += (text === '' || word.glued ? '' : ' ') + word.text;
  return text;
}

/** The text of every cue by its id, empty ones too. */
export function textsOfCues(bench: Bench): ReadonlyMap<string, string> {
  return new Map(bench.cueIds.map((id, cue) => [id, textOfCue(bench, cue)]));
}

/**
 * Moves a word to another cue, and with it what stands between: words before it when it goes back, behind it when it goes on,
 * so that no word overtakes another. The very same bench where nothing moves.
 */
export function moveWord(bench: Bench, index: number, cue: number): Bench {
  const word = bench.words[index];
  if (!word || word.cue === cue || cue < 0 || cue >= bench.cueIds.length) return bench;
  const isBack = cue < word.cue;
  const words = bench.words.map((each, n) => {
    if (isBack && n <= index && each.cue > cue) return { ...each, cue };
    if (!isBack && n >= index && each.cue < cue) return { ...each, cue };
    return each;
  });
  return { ...bench, words };
}

/** Moves the first word of a cue to the one before it (`-1`), or its last to the one behind (`1`). */
export function pushWord(bench: Bench, cue: number, direction: 1 | -1): Bench {
  const [from, to] = wordsOfCue(bench, cue);
  if (from === to) return bench;
  return moveWord(bench, direction < 0 ? from : to - 1, cue + direction);
}

/** As `pushWord`, with all words of the sentence that the cue begins (`-1`) or ends (`1`) with. */
export function pushSentence(bench: Bench, cue: number, direction: 1 | -1): Bench {
  const [from, to] = wordsOfCue(bench, cue);
  const own = bench.words.slice(from, to);
  const edge = direction < 0 ? own[0] : own.at(-1);
  if (!edge) return bench;
  const same = own.flatMap(({ sentence }, n) => (sentence === edge.sentence ? [from + n] : []));
  const index = direction < 0 ? same.at(-1) : same[0];
  return index === undefined ? bench : moveWord(bench, index, cue + direction);
}

/** The next cue from one on (`step` 1 or -1) that a person should look at; null for none. */
export function nextDoubt(bench: Bench, from: number, step: 1 | -1): number | null {
  for (let cue = from + step; cue >= 0 && cue < bench.cueIds.length; cue += step)
    if (isDoubtful(bench, cue)) return cue;
  return null;
}

/** Whether a cue has anything to look at: no text, a sentence that is not sure (and not left out), or something missing. */
export function isDoubtful(bench: Bench, cue: number): boolean {
  if (bench.missing[cue] !== '') return true;
  const shown = bench.words.slice(...wordsOfCue(bench, cue)).filter(({ isLeftOut }) => !isLeftOut);
  if (shown.length === 0) return true;
  return shown.some(({ sentence }) => {
    const mark = bench.sentences[sentence]?.mark;
    return mark === 'unsure' || mark === 'added';
  });
}

/** How many there are of each thing to look at. */
export function countsOf(bench: Bench): Readonly<Record<Mark | 'missing' | 'empty' | 'leftOut', number>> {
  const counts = {
    sure: 0,
    unsure: 0,
    merged: 0,
    split: 0,
    added: 0,
    missing: 0,
    empty: 0,
    leftOut: leftOut(bench).length,
  };
  for (const { mark } of bench.sentences) counts[mark]++;
  bench.missing.forEach((text) => {
    if (text !== '') counts.missing++;
  });
  const filled = new Set(bench.words.flatMap(({ cue, isLeftOut }) => (isLeftOut ? [] : [cue])));
  counts.empty = bench.cueIds.length - filled.size;
  return counts;
}

/** Leaves a sentence out of the subtitles, or takes it in again. It stays on the bench either way. */
export function leaveOut(bench: Bench, sentence: number, isLeftOut: boolean): Bench {
  return {
    ...bench,
    words: bench.words.map((word) =>
      word.sentence === sentence && word.isLeftOut !== isLeftOut ? { ...word, isLeftOut } : word,
    ),
  };
}

/** The sentences that are left out, by their index. */
export function leftOut({ words }: Bench): readonly number[] {
  return [...new Set(words.flatMap(({ sentence, isLeftOut }) => (isLeftOut ? [sentence] : [])))];
}
