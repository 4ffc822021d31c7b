/** A piece of a line, and whether it runs left to right inside a line that runs the other way. */
export interface Piece {
  readonly text: string;
  readonly isLatin: boolean;
}

/** Latin words, numbers with their signs, and what joins them: `Feminita (NGO)`, `+7 701 555-01-02`, `50%`, `a@b.org`. */
const LATIN_RUN =
  /[+\-−#@$€£₸]?[\p{Script=Latin}\d](?:[\p{Script=Latin}\p{M}\d.,:/'’@_&+-]*[\p{Script=Latin}\d%+])?%?(?:[ \u00a0][+(]?[\p{Script=Latin}\d](?:[\p{Script=Latin}\p{M}\d.,:/'’@_&+-]*[\p{Script=Latin}\d%+])?\)?%?)*/gu;

/** A right-to-left line in pieces, so that numbers and Latin names can be isolated where they are shown. Joined they are the line. Linear. */
export function latinPieces(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of line.matchAll(LATIN_RUN)) {
    if (match.index > from) pieces.push({ text: line.slice(from, match.index), isLatin: false });
    pieces.push({ text: match[0], isLatin: true });
    from = match.index + match[0].length;
  }
  if (from < line.length) pieces.push({ text: line.slice(from), isLatin: false });
  return pieces;
}
