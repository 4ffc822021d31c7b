const ITALIC_TAG = /<\/?i>/g;

/** A cue's text without its mark-up: only `<i>` and `</i>` are mark-up, every other `<` is a character. */
export function withoutMarkUp(text: string): string {
  return text.includes('<') ? text.replace(ITALIC_TAG, '') : text;
}

/** How the italic tags of a text fail to pair: the first tag that has no partner (0-based UTF-16 offset); null when all pair. */
export function unpairedItalic(text: string): number | null {
  let open: number | null = null;
  for (const match of text.matchAll(ITALIC_TAG)) {
    const opens = match[0] === '<i>';
    if (opens === (open !== null)) return match.index;
    open = opens ? match.index : null;
  }
  return open;
}
