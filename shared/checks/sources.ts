import type { Cue } from '../domain/track';
import type { Paragraph } from '../domain/transcript';
import { finish } from '../steps';

/**
 * Finds the source cue of translated ones. Translations mostly run beside their source, so the next one is tried first; only
 * where that fails is an index made.
 */
export function sourceFinder(sources: readonly Cue[]): (cue: Cue) => Cue | null {
  let expected = 0;
  let byId: Map<string, { cue: Cue; index: number }> | null = null;
  return ({ sourceCueId }) => {
    if (sourceCueId === null || sources.length === 0) return null;
    const near = sources[expected];
    if (near?.id === sourceCueId) {
      expected++;
      return near;
    }
    byId ??= new Map(sources.map((cue, index) => [cue.id, { cue, index }]));
    const found = byId.get(sourceCueId);
    if (!found) return null;
    expected = found.index + 1;
    return found.cue;
  };
}

type Speakers = ReadonlyMap<string, string | null>;

const indexes = new WeakMap<readonly Paragraph[], Speakers>();

/** Notes who says which word of a transcript, once for each version of it; rests after every paragraph. */
export function* indexSpeakers(paragraphs: readonly Paragraph[]): Generator<undefined, Speakers> {
  const known = indexes.get(paragraphs);
  if (known) return known;
  const index = new Map<string, string | null>();
  for (const { words, speakerId } of paragraphs) {
    for (const { id } of words) index.set(id, speakerId);
    yield;
  }
  indexes.set(paragraphs, index);
  return index;
}

/** Finds who says a transcript word. */
export function speakerFinder(
  paragraphs: readonly Paragraph[],
): (wordId: string) => string | null | undefined {
  let index: Speakers | null = null;
  return (wordId) => {
    index ??= finish(indexSpeakers(paragraphs));
    return index.get(wordId);
  };
}
