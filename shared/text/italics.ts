import { withoutMarkUp } from './mark-up';

/** A text and the part of it that is selected, `[start, end)` in UTF-16 units. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether all of a text that can be seen is in italics. */
export function isItalic(text: string): boolean {
  const trimmed = text.trim();
  return (
    /^<i>[^]*<\/i>$/u.test(trimmed) && withoutMarkUp(trimmed.replace(/<i>[^]*?<\/i>/gu, '')).trim() === ''
  );
}

/** The whole text in italics, or upright where it was. An empty text stays. */
export function toggleItalic(text: string): string {
  const plain = withoutMarkUp(text);
  if (plain.trim() === '' || isItalic(text)) return plain;
  return `<i>${plain}</i>`;
}

/**
 * The selected part in italics, or upright where it was; with nothing selected, the whole text. What is selected stays so.
 * Tags stay paired: italics that the part cuts into are ended and begun again around it.
 */
export function toggleItalicIn({ text, start, end }: Selected): Selected {
  if (start === end) {
    const next = toggleItalic(text);
    const shift = next.startsWith('<i>') ? (text.startsWith('<i>') ? 0 : 3) : text.startsWith('<i>') ? -3 : 0;
    const at = Math.min(next.length, Math.max(0, start + shift));
    return { text: next, start: at, end: at };
  }
  const marks = italicMarks(text);
  const from = plainOffset(text, start);
  const to = plainOffset(text, end);
  const upright = marks.slice(from, to).every(Boolean);
  for (let at = from; at < to; at++) marks[at] = !upright;
  const plain = withoutMarkUp(text);
  const next = marked(plain, marks);
  return { text: next.text, start: next.offsets[from] ?? 0, end: next.ends[to] ?? next.text.length };
}

/** For each unit of the text without tags, whether it is in italics. */
function italicMarks(text: string): boolean[] {
  const marks: boolean[] = [];
  let inside = false;
  for (const part of text.split(/(<\/?i>)/u)) {
    if (part === '<i>') inside = true;
    else if (part === '</i>') inside = false;
    else for (let n = 0; n < part.length; n++) marks.push(inside);
  }
  return marks;
}

function plainOffset(text: string, offset: number): number {
  // A tag that the offset lies in counts as passed.
  const head = text.slice(0, offset).replace(/<(?:\/?i?)?$/u, '');
  return withoutMarkUp(head).length;
}

function marked(
  plain: string,
  marks: readonly boolean[],
): { text: string; offsets: number[]; ends: number[] } {
  let text = '';
  const offsets: number[] = [];
  const ends: number[] = [0];
  for (let at = 0; at < plain.length; at++) {
    const isOn = marks[at] === true;
    if (isOn && !(at > 0 && marks[at - 1] === true)) text += '<i>';
    offsets.push(text.length);
    text += plain[at] ?? '';
    ends.push(text.length);
    if (isOn && marks[at + 1] !== true) text += '</i>';
  }
  return { text, offsets, ends };
}
