/** A translation memory that answers at once: which sentences are like this one, and where a phrase stands. */
import { folded } from '../../safety/fold';
import { matchWords } from '../../edits/word-diff';
import { unitsOf } from '../../text/unspaced';

/** A sentence and its translation, as somebody once wrote them. */
export interface MemoryUnit {
  readonly source: string;
  readonly target: string;
}

export interface MemoryMatch extends MemoryUnit {
  /** 0 to 1: share of the words that are the same, in order; 1 for the same text. */
  readonly score: number;
}

export interface Memory {
  readonly size: number;
  /** The units most like a text, the best first, none under `least` (0 to 1). */
  like(text: string, least: number, most: number): MemoryMatch[];
  /** Units that hold a phrase on either side, in the memory's order. */
  containing(phrase: string, most: number): MemoryUnit[];
  /** Adds units; those that are there already are not added again. */
  add(units: readonly MemoryUnit[]): void;
}

/** Words of more of the units than this are looked up only where nothing else is left: their lists are long and say little. */
const COMMON = 0.02;
/** Candidates that are compared word by word. */
const COMPARED = 400;

/** An empty memory. Adding is linear in the words; a lookup in the units that share its rarer words. */
export function createMemory(): Memory {
  const units: MemoryUnit[] = [];
  const words: (readonly string[])[] = [];
  const folds: string[] = [];
  const known = new Set<string>();
  const postings = new Map<string, number[]>();
  /** How many words of a query each unit has; all zero between queries. */
  let counts = new Uint16Array(0);

  function add(fresh: readonly MemoryUnit[]): void {
    for (const unit of fresh) {
      const key = `${unit.source}\u0000${unit.target}`;
      if (known.has(key) || unit.source.trim() === '' || unit.target.trim() === '') continue;
      known.add(key);
      const at = units.push(unit) - 1;
      const own = wordsOf(unit.source);
      words.push(own);
      folds.push(`${folded(unit.source)}\u0000${folded(unit.target)}`);
      for (const word of new Set(own)) {
        const list = postings.get(word);
        if (list) list.push(at);
        else postings.set(word, [at]);
      }
    }
  }

  function candidates(query: readonly string[]): number[] {
    const byLength = listsOf(query).sort((a, b) => a.length - b.length);
    const rare = byLength.filter((list) => list.length <= Math.max(50, COMMON * units.length));
    const used = rare.length > 0 ? rare : byLength.slice(0, 2);
    if (counts.length < units.length) counts = new Uint16Array(Math.max(units.length, 2 * counts.length));
    const touched: number[] = [];
    for (const list of used)
      for (const at of list) {
        const before = counts[at] ?? 0;
        if (before === 0) touched.push(at);
        counts[at] = before + 1;
      }
    // By how many of the words they share; there are few different counts, so nothing needs to be sorted.
    const byCount: number[][] = [];
    for (const at of touched) {
      const count = counts[at] ?? 0;
      (byCount[count] ??= []).push(at);
      counts[at] = 0;
    }
    return best(byCount, COMPARED);
  }

  function listsOf(query: readonly string[]): number[][] {
    return [...new Set(query)].flatMap((word) => {
      const list = postings.get(word);
      return list ? [list] : [];
    });
  }

  return {
    get size() {
      return units.length;
    },
    add,
    like(text, least, most) {
      const query = wordsOf(text);
      if (query.length === 0) return [];
      const inCommon = commonWith(query);
      const found: MemoryMatch[] = [];
      for (const at of candidates(query)) {
        const unit = units[at];
        const own = words[at];
        if (!unit || !own) continue;
        // No order of words can make up for a length this different.
        if ((2 * Math.min(own.length, query.length)) / (own.length + query.length) < least) continue;
        if ((2 * inCommon(own)) / (own.length + query.length) < least) continue;
        const score = unit.source === text ? 1 : likeness(query, own);
        if (score >= least) found.push({ ...unit, score });
      }
      return found.sort((a, b) => b.score - a.score).slice(0, most);
    },
    containing(phrase, most) {
      const wanted = folded(phrase).trim();
      const found: MemoryUnit[] = [];
      if (wanted === '') return found;
      for (let at = 0; at < folds.length && found.length < most; at++) {
        const unit = units[at];
        if (unit && folds[at]?.includes(wanted)) found.push(unit);
      }
      return found;
    },
  };
}

/** The units that share most words, at most `most`; of those that share equally many, the earlier ones. */
function best(byCount: readonly (readonly number[])[], most: number): number[] {
  const found: number[] = [];
  for (let count = byCount.length - 1; count > 0 && found.length < most; count--) {
    const all = [...(byCount[count] ?? [])].sort((a, b) => a - b);
    for (const at of all.slice(0, most - found.length)) found.push(at);
  }
  return found;
}

/** How many words of a text another has as well, whatever their order: no likeness can be greater, and it is found at once. */
function commonWith(query: readonly string[]): (words: readonly string[]) => number {
  const wanted = new Map<string, number>();
  for (const word of query) wanted.set(word, (wanted.get(word) ?? 0) + 1);
  return (words) => {
    const used = new Map<string, number>();
    let count = 0;
    for (const word of words) {
      const had = used.get(word) ?? 0;
      if (had >= (wanted.get(word) ?? 0)) continue;
      used.set(word, had + 1);
      count++;
    }
    return count;
  };
}

/** Share of the words that are the same in the same order, of both sides. Never quite 1: that is the same text alone. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const same = matchWords(a, b).filter((at) => at >= 0).length;
  return Math.min(0.99, (2 * same) / (a.length + b.length));
}

function wordsOf(text: string): readonly string[] {
  return unitsOf(folded(text));
}
