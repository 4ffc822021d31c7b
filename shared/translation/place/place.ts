import { AppError } from '../../api/errors';
import { pieces } from '../../cues/lines';
import type { PlacedText, PlacedWord } from '../../domain/placement';
import type { Profile } from '../../domain/profile';
import type { Cue } from '../../domain/track';
import { sentenceGap } from '../../text/unspaced';
import { alignSentences } from './align';
import type { Bead } from './bead';
import { featuresOf } from './features';
import { sourceSentences, targetSentences, type SourceSentence, type TargetSentence } from './sentences';
import { spreadWords } from './spread';

export interface PlaceOptions {
  /** The source's cues by time. */
  readonly cues: readonly Cue[];
  /** BCP 47. */
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** Of the target: its lines are what the text is cut for. */
  readonly profile: Profile;
  readonly paragraphs: readonly string[];
  /** Called with 0..1. */
  readonly onProgress?: (fraction: number) => void;
}

/** A text this many times as long as the source is no translation of it, and would take long to place. */
const MOST_SENTENCES = 4;
const SPARE_SENTENCES = 400;

/**
 * Places a translation on source cues: sentences are aligned, then spread over the cues of each. Every word is in exactly one
 * cue, in order; what has no source stands with its neighbour and is marked. Throws `no-cues`, `empty-transcript`, and
 * `placement-too-long` for a text far longer than the source.
 */
export function placeTranslation(options: PlaceOptions): PlacedText {
  const { cues, sourceLanguage, targetLanguage, paragraphs, onProgress } = options;
  const source = sourceSentences(cues, sourceLanguage);
  const target = targetSentences(paragraphs, targetLanguage);
  if (source.length === 0) throw new AppError('no-cues');
  if (target.length === 0) throw new AppError('empty-transcript');
  if (target.length > source.length * MOST_SENTENCES + SPARE_SENTENCES)
    throw new AppError('placement-too-long', { count: target.length, source: source.length });
  const beads = alignSentences(
    source.map(({ text, paragraph }) => featuresOf(text, sourceLanguage, paragraph)),
    target.map(({ text, paragraph }) => featuresOf(text, targetLanguage, paragraph)),
    onProgress ? { onProgress } : {},
  );
  return placedText(source, target, beads, options);
}

/** The words of aligned sentences, each in its cue. */
export function placedText(
  source: readonly SourceSentence[],
  target: readonly TargetSentence[],
  beads: readonly Bead[],
  { cues, profile, targetLanguage }: Pick<PlaceOptions, 'cues' | 'profile' | 'targetLanguage'>,
): PlacedText {
  const words: PlacedWord[] = [];
  let [last, before] = [firstCue(source, beads), ''];
  beads.forEach((bead, n) => {
    if (bead.target.length === 0) return;
    const own = bead.target.flatMap((index) => {
      const split = pieces(target[index]?.text ?? '', targetLanguage);
      const gapBefore = sentenceGap(before, target[index]?.text ?? '');
      before = target[index]?.text ?? '';
      return split.words.map((text, at) => ({
        text,
        glued: at === 0 ? gapBefore === '' : (split.glued[at] ?? false),
        sentence: index,
        bead: n,
      }));
    });
    const parts = partsOf(source, bead.source);
    const places = parts.length === 0 ? [{ cue: last, length: 1 }] : parts;
    const counts = spreadWords(
      own.map(({ text }) => text),
      own.map(({ glued }) => glued),
      places.map(({ length }) => length),
      profile,
      targetLanguage,
    );
    let at = 0;
    places.forEach(({ cue }, index) => {
      for (const word of own.slice(at, at + (counts[index] ?? 0))) words.push({ ...word, cue });
      at += counts[index] ?? 0;
      last = cue;
    });
  });
  return {
    cueIds: cues.map(({ id }) => id),
    words,
    beads: beads.map(({ source: from, target: to, confidence }) => ({
      source: from.length,
      target: to.length,
      cues: partsOf(source, from).map(({ cue }) => cue),
      text: from.map((index) => source[index]?.text ?? '').join(' '),
      confidence,
    })),
  };
}

function firstCue(source: readonly SourceSentence[], beads: readonly Bead[]): number {
  const first = beads.find((bead) => bead.source.length > 0)?.source[0] ?? 0;
  return source[first]?.parts[0]?.cue ?? 0;
}

/** The cues of sentences with how many characters of them each holds. */
function partsOf(
  source: readonly SourceSentence[],
  indices: readonly number[],
): { cue: number; length: number }[] {
  const lengths = new Map<number, number>();
  for (const index of indices)
    for (const { cue, length } of source[index]?.parts ?? [])
      lengths.set(cue, (lengths.get(cue) ?? 0) + length);
  return [...lengths].map(([cue, length]) => ({ cue, length })).sort((a, b) => a.cue - b.cue);
}
