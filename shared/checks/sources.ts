import type { Cue } from '../domain/track';
import type { Paragraph } from '../domain/transcript';

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

const indexes = new WeakMap<readonly Paragraph[], ReadonlyMap<string, string | null>>();

/** Finds who says a transcript word. The index is made once for each version of the transcript, when first asked. */
export function speakerFinder(
  paragraphs: readonly Paragraph[],
): (wordId: string) => string | null | undefined {
  return (wordId) => {
    let index = indexes.get(paragraphs);
    if (!index) {
      index = new Map(
        paragraphs.flatMap(({ words, speakerId }) => words.map(({ id }) => [id, speakerId] as const)),
      );
      indexes.set(paragraphs, index);
    }
    return index.get(wordId);
  };
}
