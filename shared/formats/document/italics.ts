/** A run of a cue's text. */
export interface Run {
  readonly text: string;
  readonly italic: boolean;
}

const TAG = /<\/?i>/g;

/** Builds a `Cue.text`: balanced `<i>…</i>` around italic runs; a literal `<i>` gets look-alike brackets. */
export class ItalicWriter {
  readonly #parts: string[] = [];
  #pending = '';
  #italic = false;
  #literalTag: string | null = null;

  add(text: string, italic: boolean): void {
    if (text === '') return;
    if (italic !== this.#italic && this.#pending !== '') this.#flush();
    this.#italic = italic;
    this.#pending += text;
  }

  /** The text, and a tag that stood in it literally, if one did. */
  finish(): { text: string; literalTag: string | null } {
    this.#flush();
    return { text: this.#parts.join(''), literalTag: this.#literalTag };
  }

  #flush(): void {
    const literal = this.#pending.replaceAll(TAG, (tag) => {
      this.#literalTag ??= tag;
      return lookAlike(tag);
    });
    if (literal !== '') this.#parts.push(this.#italic ? `<i>${literal}</i>` : literal);
    this.#pending = '';
  }
}

/** The same to the eye, but no tag: `‹` for `<`, `›` for `>`. */
export function lookAlike(tag: string): string {
  return tag.replaceAll('<', '‹').replaceAll('>', '›');
}

/**
 * The runs of a `Cue.text`, italic and upright by turns: every `<i>` opens, every `</i>` closes; what is opened twice or never
 * closed is completed, and `balanced` is false then.
 */
export function italicRuns(text: string): { runs: Run[]; balanced: boolean } {
  const runs: Run[] = [];
  let italic = false;
  let balanced = true;
  let from = 0;
  const add = (piece: string) => {
    const last = runs.at(-1);
    // A stray tag between them parts no text: what forms across it counts.
    if (last?.italic === italic) runs[runs.length - 1] = { text: last.text + piece, italic };
    else runs.push({ text: piece, italic });
  };
  for (const match of text.matchAll(TAG)) {
    if (match.index > from) add(text.slice(from, match.index));
    from = match.index + match[0].length;
    const opens = match[0] === '<i>';
    if (opens === italic) balanced = false;
    italic = opens;
  }
  if (from < text.length) add(text.slice(from));
  return { runs, balanced: balanced && !italic };
}

/**
 * The same text without lines that show nothing, and with a line end in italics only where the characters on both its sides
 * are: two texts that look the same are the same. Balanced, never nested.
 */
export function tidyLines(text: string): string {
  const lines: Run[][] = [[]];
  for (const { text: run, italic } of italicRuns(text).runs)
    run.split('\n').forEach((piece, index) => {
      if (index > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, italic });
    });
  const out = new ItalicWriter();
  let last: Run | undefined;
  for (const line of lines) {
    if (line.every((run) => run.text.trim() === '')) continue;
    if (last) out.add('\n', last.italic && line[0]?.italic === true);
    for (const run of line) out.add(run.text, run.italic);
    last = line.at(-1);
  }
  return out.finish().text;
}
