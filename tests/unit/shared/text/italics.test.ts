import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toggleItalicIn } from '../../../../shared/text/italics';
import { unpairedItalic, withoutMarkUp } from '../../../../shared/text/mark-up';

/** `[` and `]` stand for the ends of the selection. */
function toggle(marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const after = toggleItalicIn({ text: marked.replace(/[[\]]/g, ''), start, end });
  return `${after.text.slice(0, after.start)}[${after.text.slice(after.start, after.end)}]${after.text.slice(after.end)}`;
}

describe('toggleItalicIn', () => {
  it.each([
    ['We [are] here', 'We <i>[are]</i> here'],
    ['We <i>[are]</i> here', 'We [are] here'],
    ['We [<i>are</i>] here', 'We [are] here'],
    ['<i>We [are] here</i>', '<i>We </i>[are]<i> here</i>'],
    ['<i>We</i> [are]', '<i>We</i> <i>[are]</i>'],
    ['<i>We [are</i> here]', '<i>We [are here]</i>'],
    ['We a[]re', '<i>We a[]re</i>'],
    ['<i>We a[]re</i>', 'We a[]re'],
    ['A\n[B\nC]', 'A\n<i>[B\nC]</i>'],
  ])('%j becomes %j', (before, after) => {
    expect(toggle(before)).toBe(after);
  });
  it('never changes a letter nor leaves a tag alone', () => {
    const piece = fc.constantFrom('<i>', '</i>', 'a', ' ', 'ж', '\n', '<', '😀');
    fc.assert(
      fc.property(fc.array(piece), fc.nat(30), fc.nat(30), (parts, a, b) => {
        const text = parts.join('');
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        const after = toggleItalicIn({ text, start, end });
        expect(withoutMarkUp(after.text)).toBe(withoutMarkUp(text));
        expect(unpairedItalic(after.text)).toBeNull();
      }),
    );
  });
});
