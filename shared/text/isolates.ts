/** A piece of a line, and whether it runs left to right inside a line that runs the other way. */
export interface Piece {
  readonly text: string;
  readonly isLatin: boolean;
}

/** Latin words, numbers with their signs, and what joins them: `Feminita (NGO)`, `+7 701 555-01-02`, `50%`, `a@b.org`. */
const LATIN_RUN =
  /[+\-−#@$€£₸]?[\p{Script=Latin}\d](?:[\p{Script=Latin}\p{M}\d.,:/'’@_&+-]*[\p{Script=Latin}\d%+])?%?(?:[ \u00a0][+(]?[\p{Script=Latin}\d](?:[\p{Script=Latin}\p{M}\d.,:/'’@_&+-]*[\p{Script=Latin}\d%+])?\)?%?)*/gu;

/** A run up to the first bracket whose other half is not in it: halves in two directions would both face the same way. Never empty. */
function wholeBrackets(run: string): string {
  let open = -1;
  for (const [at, sign] of [...run].entries()) {
    if (sign === '(' && open < 0) open = at;
    else if (sign === ')' && open < 0) return cut(run, at);
    else if (sign === ')') open = -1;
  }
  return open < 0 ? run : cut(run, open).trimEnd();
}

/** The first so many characters (code points). */
const cut = (text: string, count: number) => [...text].slice(0, count).join('');

/** A right-to-left line in pieces, so that numbers and Latin names can be isolated where they are shown. Joined they are the line. Linear. */
export function latinPieces(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const runs = new RegExp(LATIN_RUN);
  for (let match = runs.exec(line); match; match = runs.exec(line)) {
    const run = wholeBrackets(match[0]);
    if (match.index > from) pieces.push({ text: line.slice(from, match.index), isLatin: false });
    pieces.push({ text: run, isLatin: true });
    from = match.index + run.length;
    runs.lastIndex = from;
  }
  if (from < line.length) pieces.push({ text: line.slice(from), isLatin: false });
  return pieces;
}
