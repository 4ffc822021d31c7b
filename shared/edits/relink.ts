import type { Project } from '../domain/project';
import type { Word } from '../domain/transcript';
import type { Written } from '../transcript/words';
import type { NewId } from './edit';
import { mapCues, withStaleTranslations } from './records';
import { gapsOf, matchCorrected } from './word-diff';

/** New texts in place of old words, a list of texts a paragraph. */
export interface Rewording {
  /** The words of each new paragraph: the old ones, by reference, where nothing changed. */
  readonly paragraphs: Word[][];
  /** For each old word that went, or has new ones beside it: the ids that stand in its place now. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Old words that are still there with another text. */
  readonly corrected: ReadonlySet<string>;
}

/**
 * Puts new texts in place of old words. Words that stayed, and words only corrected, keep their ids, times and confidence;
 * new ones have none. `samePlace`: the texts stand where the words stood (an edit, not an import), so that new words belong to
 * the cues of those they replace even where none stayed. O(n log n).
 */
export function reword(
  before: readonly Word[],
  texts: readonly (readonly Written[])[],
  newId: NewId,
  samePlace: boolean,
): Rewording {
  const flat = texts.flat();
  const match = matchCorrected(
    before.map((word) => word.text),
    flat.map((word) => word.text),
  );
  const words = flat.map((written, index): Word => {
    const old = before[match[index] ?? -1];
    if (!old) return newWord(newId(), written);
    return old.text === written.text && old.gap === written.gap ? old : rewritten(old, written);
  });
  const corrected = new Set<string>();
  words.forEach((word, index) => {
    const old = before[match[index] ?? -1];
    if (old && old !== word) corrected.add(old.id);
  });
  let from = 0;
  const paragraphs = texts.map((list) => words.slice(from, (from += list.length)));
  return { paragraphs, links: linksOf(before, words, paragraphOf(texts), match, samePlace), corrected };
}

/** A word as it is before anybody has looked for it in the sound. */
export function newWord(id: string, { text, gap }: Written): Word {
  const word = { id, text, startMs: null, endMs: null, confidence: null };
  return gap === undefined ? word : { ...word, gap };
}

function rewritten({ gap: _, ...old }: Word, { text, gap }: Written): Word {
  return gap === undefined ? { ...old, text } : { ...old, text, gap };
}

/** For each word of all paragraphs in a row, the index of its paragraph. */
function paragraphOf(texts: readonly (readonly unknown[])[]): number[] {
  return texts.flatMap((list, index) => list.map(() => index));
}

/** Most words that went at one place for the new ones there to be taken as their rewording. */
const MAX_REWORDED = 12;

function linksOf(
  before: readonly Word[],
  after: readonly Word[],
  place: readonly number[],
  match: Int32Array,
  samePlace: boolean,
): Map<string, string[]> {
  const links = new Map<string, string[]>();
  for (const { a0, a1, b0, b1 } of gapsOf(match, before.length)) {
    const gone = before.slice(a0, a1);
    for (const word of gone) links.set(word.id, []);
    const isBeside = samePlace || b0 > 0 || b1 < after.length;
    const reworded = isBeside && gone.length <= MAX_REWORDED;
    for (let index = b0; index < b1; index += 1) {
      const word = after[index];
      if (!word) continue;
      const heir = gone[Math.floor(((index - b0) * gone.length) / (b1 - b0))];
      if (reworded && heir) links.get(heir.id)?.push(word.id);
      else if (gone.length === 0) linkToNeighbour(links, word.id, after, place, index, b0, b1);
    }
  }
  return links;
}

/** A word that was put in belongs with the one before it, or the one after where it begins a paragraph. */
function linkToNeighbour(
  links: Map<string, string[]>,
  id: string,
  after: readonly Word[],
  place: readonly number[],
  index: number,
  b0: number,
  b1: number,
): void {
  const previous = after[b0 - 1];
  const next = after[b1];
  if (previous && place[b0 - 1] === place[index])
    links.set(previous.id, [...(links.get(previous.id) ?? [previous.id]), id]);
  else if (next && place[b1] === place[index]) {
    const standing = links.get(next.id) ?? [next.id];
    links.set(next.id, [...standing.slice(0, -1), id, next.id]);
  }
}

/** The project with its cues following reworded words: those whose words changed are stale, and translations of them too. */
export function withRelinkedCues(project: Project, { links, corrected }: Rewording): Project {
  if (links.size === 0 && corrected.size === 0) return project;
  const stale: string[] = [];
  const next = mapCues(project, project.cues, (cue) => {
    if (!cue.wordIds.some((id) => links.has(id) || corrected.has(id))) return cue;
    stale.push(cue.id);
    return { ...cue, stale: true, wordIds: cue.wordIds.flatMap((id) => links.get(id) ?? [id]) };
  });
  return withStaleTranslations(next, stale);
}
