import { describe, expect, it } from 'vitest';
import { dialogueDash, isDialogue, turnBreaks, withDash } from '../../../../shared/text/dashes';

describe('dialogueDash', () => {
  it('finds a dash before a word, in italics and after a space too', () => {
    expect(dialogueDash('- Yes.')).toEqual({ mark: '-', hasSpace: true });
    expect(dialogueDash('<i>—Да.</i>')).toEqual({ mark: '—', hasSpace: false });
    expect(dialogueDash(' – Иә.')).toEqual({ mark: '–', hasSpace: true });
  });

  it('tells a minus from a speaker who begins with a figure', () => {
    expect(dialogueDash('-5 degrees')).toBeNull();
    expect(dialogueDash('- 5 women came.')).toEqual({ mark: '-', hasSpace: true });
    expect(isDialogue(['- 5 women came.', '- Only five?'])).toBe(true);
    expect(isDialogue(['-5 at night,', '-10 in the morning'])).toBe(false);
  });

  it('takes no dash that stands alone or in a row', () => {
    expect(['-', '--', '- ', '— —'].map(dialogueDash)).toEqual([null, null, null, null]);
  });
});

describe('withDash', () => {
  it('writes another dash and leaves the rest', () => {
    expect(withDash('<i>- Yes - no.</i>', '–', false)).toBe('<i>–Yes - no.</i>');
    expect(withDash('Yes - no.', '–', false)).toBe('Yes - no.');
  });
});

describe('turnBreaks', () => {
  it('keeps a turn of two lines together', () => {
    expect(turnBreaks(['- We went', 'to the city.', '- When?'])).toEqual([1]);
  });

  it('finds none where nobody answers', () => {
    expect(turnBreaks(['We went - all of us -', '- and came back'])).toEqual([]);
  });
});
