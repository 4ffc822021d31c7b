import { describe, expect, it } from 'vitest';
import { learntMatcher, parseLearnt, withLearnt } from '../../../../shared/spelling/learnt';

describe('the file of learnt words', () => {
  it('is read line by line, with remarks and any line ends', () =>
    expect(parseLearnt('\ufeff# names\r\nFeminita\r\n\n  Жанар \nFeminita')).toEqual(['Feminita', 'Жанар']));
  it('keeps what it holds', () => {
    const text = '# names, checked by Aigul\nFeminita';
    const learnt = withLearnt(text, 'D’Angelo', true);
    expect(learnt).toBe("# names, checked by Aigul\nFeminita\nD'Angelo\n");
    expect(withLearnt(learnt, 'Feminita', true)).toBe(learnt);
    expect(parseLearnt(withLearnt(learnt, "D'Angelo", false))).toEqual(['Feminita']);
  });
});

describe('learntMatcher', () => {
  const isLearnt = learntMatcher([
    'Feminita',
    'Київ',
    'Чайковский',
    'Серкебаева',
    'Жанар',
    'Айгүл',
    'سيركيباييفا',
  ]);
  it.each([
    'Feminita',
    'Київа',
    'Чайковского',
    'FEMINITA',
    'Feminita’s',
    'Серкебаевой',
    'Жанардың',
    'Айгүлге',
    'سيركيباييفا',
  ])('knows %s', (word) => expect(isLearnt(word)).toBe(true));
  it.each(['Feminista', 'Femini', 'Серкебаевка', 'Жана', 'Айгүлдік2'])('does not know %s', (word) =>
    expect(isLearnt(word)).toBe(false),
  );
});
