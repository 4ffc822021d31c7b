import { matchWords } from '../edits/word-diff';
import { isWord, tokensOf } from './tokens';

/** A stretch of a merge: text both sides agree on, or what each made of `base`. */
export type MergePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'conflict'; readonly base: string; readonly ours: string; readonly theirs: string };

export interface Merged {
  /** The merged text; null where the two sides changed the same words. */
  readonly text: string | null;
  readonly pieces: readonly MergePiece[];
}

/**
 * Merges two changes of one text word by word (three-way, as version control does by lines: Khanna, Kunal and Pierce, “A formal
 * investigation of diff3”). Neither side's change is ever dropped: where both changed the same words differently, that
 * stretch is a conflict. Swapping `ours` and `theirs` swaps only the sides of conflicts. Costs as `matchWords`.
 */
export function mergeTexts(base: string, ours: string, theirs: string): Merged {
  if (ours === theirs || theirs === base) return agreed(ours);
  if (ours === base) return agreed(theirs);
  const from = tokensOf(base);
  const [left, right] = [tokensOf(ours), tokensOf(theirs)];
  const pieces: MergePiece[] = [];
  let [b, l, r] = [0, 0, 0];
  for (const [at, inLeft, inRight] of [
    ...anchors(from, left, right),
    [from.length, left.length, right.length] as const,
  ]) {
    const piece = mergeStretch(from.slice(b, at), left.slice(l, inLeft), right.slice(r, inRight));
    if (piece) push(pieces, piece);
    const kept = from[at];
    if (kept !== undefined)
      push(pieces, { kind: 'text', text: keptToken(kept, left[inLeft] ?? kept, right[inRight] ?? kept) });
    [b, l, r] = [at + 1, inLeft + 1, inRight + 1];
  }
  const isClean = pieces.every(({ kind }) => kind === 'text');
  return {
    text: isClean ? pieces.map((piece) => (piece.kind === 'text' ? piece.text : '')).join('') : null,
    pieces,
  };
}

function agreed(text: string): Merged {
  return { text, pieces: [{ kind: 'text', text }] };
}

/** Tokens of the base that both sides kept: `[index in base, in left, in right]`, ascending. */
function anchors(
  base: readonly string[],
  left: readonly string[],
  right: readonly string[],
): (readonly [number, number, number])[] {
  const [inLeft, inRight] = [placesOf(base, left), placesOf(base, right)];
  return base.flatMap((_, at) =>
    holds(base, inLeft, at) && holds(base, inRight, at)
      ? [[at, inLeft[at] ?? 0, inRight[at] ?? 0] as const]
      : [],
  );
}

/** Every text has spaces and full stops: alone they prove nothing, beside something weightier that this side kept they do. */
function holds(base: readonly string[], places: Int32Array, at: number): boolean {
  const isIn = (place: number) => (places[place] ?? -1) >= 0;
  const weight = weightOf(base[at] ?? '');
  const keepsWeightier = (place: number) => isIn(place) && weightOf(base[place] ?? '') > weight;
  return isIn(at) && (weight === WORD || keepsWeightier(at - 1) || keepsWeightier(at + 1));
}

const WORD = 2;

function weightOf(token: string): number {
  if (isWord(token)) return WORD;
  return token.trim() === '' ? 0 : 1;
}

/** Where each token of the base stands in a side, -1 for those it dropped. Line breaks count as spaces: lines are set anew all the time. */
function placesOf(base: readonly string[], side: readonly string[]): Int32Array {
  const places = new Int32Array(base.length).fill(-1);
  matchWords(base.map(plain), side.map(plain)).forEach((at, place) => {
    if (at >= 0) places[at] = place;
  });
  return places;
}

function plain(token: string): string {
  return token.trim() === '' ? ' ' : token;
}

/** A token that both sides kept: only spaces can be written differently. */
function keptToken(base: string, ours: string, theirs: string): string {
  if (ours === base) return theirs;
  if (theirs === base || ours === theirs) return ours;
  return ours > theirs ? ours : theirs;
}

function mergeStretch(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): MergePiece | null {
  const [was, mine, other] = [base.join(''), ours.join(''), theirs.join('')];
  if (mine === other || other === was) return mine === '' ? null : { kind: 'text', text: mine };
  if (mine === was) return other === '' ? null : { kind: 'text', text: other };
  const both = held(base, ours, theirs);
  return both === null
    ? { kind: 'conflict', base: was, ours: mine, theirs: other }
    : { kind: 'text', text: both };
}

/**
 * What both sides say where one of them did all that the other did, word for word, and more beside it: nothing is left to decide.
 * Null where that is not so, or where it cannot be told as words were added or taken away.
 */
function held(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string | null {
  if (ours.length !== base.length || theirs.length !== base.length) return null;
  const isIn = (part: readonly string[], whole: readonly string[]) =>
    part.every((token, n) => {
      const [own, was, other] = [plain(token), plain(base[n] ?? ''), plain(whole[n] ?? '')];
      return own === was || own === other;
    });
  const whole = isIn(theirs, ours) ? ours : isIn(ours, theirs) ? theirs : null;
  return (
    whole &&
    whole
      .map((token, n) =>
        token.trim() === '' ? keptToken(base[n] ?? token, ours[n] ?? token, theirs[n] ?? token) : token,
      )
      .join('')
  );
}

function push(pieces: MergePiece[], piece: MergePiece): void {
  const last = pieces.at(-1);
  if (last?.kind === 'text' && piece.kind === 'text')
    pieces[pieces.length - 1] = { kind: 'text', text: last.text + piece.text };
  else pieces.push(piece);
}
