import { describe, expect, it } from 'vitest';
import { fileStem, titleOfSaved } from '../../../../renderer/app/project-actions';

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

describe('the title of a draft that is saved under a name', () => {
  it.each([
    ['Untitled', 'Feminita.outspoken', 'Feminita'],
    ['', 'Сұхбат 3.OUTSPOKEN', 'Сұхбат 3'],
    ['My talk', 'Feminita.outspoken', 'My talk'],
    ['Untitled', '.outspoken', 'Untitled'],
  ])('%j in %j is %j', (title, file, expected) => expect(titleOfSaved(title, file)).toBe(expected));
});
