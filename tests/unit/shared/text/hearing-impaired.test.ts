import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutHearingImpaired } from '../../../../shared/text/hearing-impaired';
import { unpairedItalic } from '../../../../shared/text/mark-up';

const ALL = { brackets: true, parentheses: true, labels: true, music: true };

it.each([
  ['[door slams]', ''],
  ['We came [coughs] home.', 'We came home.'],
  ['[sighs] We came.', 'We came.'],
  ['ZHANAR: We came.', 'We came.'],
  ['- ZHANAR: Yes.\n- [laughs]', 'Yes.'],
  ['- MAN 2: Yes.\n- АЙГУЛЬ: Нет.', '- Yes.\n- Нет.'],
  ['<i>[music]</i>', ''],
  ['<i>(softly) We came.</i>', '<i>We came.</i>'],
  ['♪ We shall overcome ♪\nHello.', 'Hello.'],
  ['At 10:30 (local time)', 'At 10:30'],
  ['Note: this stays', 'Note: this stays'],
  ['  Untouched  spaces', '  Untouched  spaces'],
  ['Half [open', 'Half [open'],
  ['<i>♪ Song\nYes.</i>', '<i>Yes.</i>'],
  ['<i>- \nMAN: Yes.</i>', '<i>Yes.</i>'],
])('%j says %j', (text, said) => {
  expect(withoutHearingImpaired(text, ALL)).toBe(said);
});

it('takes only what was chosen', () => {
  const none = { brackets: false, parentheses: false, labels: false, music: false };
  expect(withoutHearingImpaired('[a] (b) ZHANAR: ♪', none)).toBe('[a] (b) ZHANAR: ♪');
  expect(withoutHearingImpaired('[a] (b)', { ...none, parentheses: true })).toBe('[a]');
});

it('is done once: again changes nothing, and italics stay paired', () => {
  const piece = fc.constantFrom('<i>', '</i>', '[a]', '(b)', 'MAN: ', 'Yes. ', '\n', '- ', '♪', ' ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const said = withoutHearingImpaired(text, ALL);
      if (unpairedItalic(text) === null) expect(unpairedItalic(said)).toBeNull();
      expect(said).not.toMatch(/\[a\]|\(b\)|♪/);
    }),
  );
});
