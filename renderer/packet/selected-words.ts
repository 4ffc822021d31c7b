import type { Quote } from '../../shared/domain/review';

/** The words selected inside an element that shows `text` without its line breaks and tags; null where none of them are. */
export function selectedWords(shown: HTMLElement | null, text: string): Quote | null {
  const selection = document.getSelection();
  if (!shown || !selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!shown.contains(range.startContainer) || !shown.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.selectNodeContents(shown);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return rawSpan(text, start, start + range.toString().length);
}

/** Where the visible characters `[from, to)` stand in the text as written. */
export function rawSpan(text: string, from: number, to: number): Quote | null {
  const places: number[] = [];
  for (const { 0: part, index } of text.matchAll(/<\/?i>|\n|[^]/gu))
    if (part !== '\n' && !/^<\/?i>$/.test(part))
      for (let unit = 0; unit < part.length; unit += 1) places.push(index + unit);
  const [first, last] = [places[from], places[to - 1]];
  return first === undefined || last === undefined || last < first ? null : { from: first, to: last + 1 };
}
