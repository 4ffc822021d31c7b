import { describe, expect, it } from 'vitest';
import { unpairedItalic, withoutMarkUp } from '../../../../shared/text/mark-up';

describe('withoutMarkUp', () => {
  it.each([
    ['<i>one</i> two', 'one two'],
    ['a <b>bold</b> <I>', 'a <b>bold</b> <I>'],
    ['3 < 4', '3 < 4'],
  ])('%j shows %j', (text, shown) => {
    expect(withoutMarkUp(text)).toBe(shown);
  });
});

describe('unpairedItalic', () => {
  it.each([
    ['plain', null],
    ['<i>one</i> and <i>two</i>', null],
    ['<i>one\ntwo</i>', null],
    ['<i>one', 0],
    ['one</i>', 3],
    ['<i>one <i>two</i>', 7],
    ['<i>one</i></i>', 10],
    ['<I>one', null],
  ])('%j: %j', (text, offset) => {
    expect(unpairedItalic(text)).toBe(offset);
  });
});
