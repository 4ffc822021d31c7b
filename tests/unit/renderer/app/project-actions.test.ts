import { describe, expect, it } from 'vitest';
import { fileStem } from '../../../../renderer/app/project-actions';

describe('fileStem', () => {
  it.each([
    ['Feminita interview', 'Feminita interview'],
    ['a/b\\c:d*e?"<f>|g', 'a b c d e f g'],
    ['  ..hidden.. ', 'hidden'],
    ['Айгерім', 'Айгерім'],
    ['\u0000\n', 'Untitled'],
    ['', 'Untitled'],
  ])('%j becomes %s', (title, expected) => expect(fileStem(title)).toBe(expected));
});
