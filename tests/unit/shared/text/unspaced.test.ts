import { describe, expect, it } from 'vitest';
import { gapBetween, oneLine, runOn, unitsOf } from '../../../../shared/text/unspaced';

describe('gapBetween', () => {
  it.each([
    ['we', 'are', ' '],
    ['我们', '从事', ''],
    ['我们。', '“从事', ''],
    ['我们', 'NGO', ''],
    ['2024', '年', ''],
    ['สิทธิ', 'มนุษย', ''],
    ['สิทธิ', 'NGO', ' '],
    ['인권은', '모두의', ' '],
    ['<i>我们</i>', '<i>从事</i>', ''],
    ['said', '“we', ' '],
    ['', '我', ' '],
  ])('%s|%s', (before, after, gap) => {
    expect(gapBetween(before, after)).toBe(gap);
  });
});

describe('oneLine and runOn', () => {
  it.each([
    [' a \n b  c ', 'a b c'],
    ['我们\n从事　人权', '我们从事　人权'],
    ['<i>我们</i>\n从事', '<i>我们</i>从事'],
  ])('%j', (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it('puts a space only where writing has one', () => {
    expect(runOn(['我们。', '', '从事', 'rights', 'work'])).toBe('我们。从事rights work');
  });
});

it('unitsOf: words, and letters of writing without spaces', () => {
  expect(unitsOf('NGO在这里, don’t')).toEqual(['NGO', '在', '这', '里', 'don', 't']);
  expect(unitsOf('ที่นี่')).toEqual(['ที่', 'นี่'].flatMap((word) => word.match(/.\p{M}*/gu) ?? []));
});
