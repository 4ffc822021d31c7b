import { describe, expect, it } from 'vitest';
import { findLanguages, isRightToLeft, languages } from '../../../../renderer/ui/languages';

const tags = (typed: string) => findLanguages(typed).map(({ tag }) => tag);

describe('findLanguages', () => {
  it.each([
    ['kazakh', 'kk'],
    ['қаз', 'kk'],
    ['kk', 'kk'],
    ['kaz', 'kk'],
    ['рус', 'ru'],
    ['ARAB', 'ar'],
    // Not listed, but a language all the same.
    ['sah', 'sah'],
    ['zh-Hant-HK', 'zh-Hant-HK'],
  ])('“%s” finds %s first', (typed, expected) => expect(tags(typed)[0]).toBe(expected));

  it('offers nothing for what is no language, and everything for nothing typed', () => {
    expect(tags('qqq9')).toEqual([]);
    expect(tags(' ')).toHaveLength(languages().length);
  });

  it('offers no language twice', () => {
    for (const typed of ['kaz', 'kk', 'en-GB', 'rus'])
      expect(new Set(tags(typed)).size).toBe(tags(typed).length);
  });
});

describe('isRightToLeft', () => {
  it.each([
    ['ar', true],
    ['ur', true],
    ['he', true],
    ['ug', true],
    ['kk', false],
    ['kk-Arab', true],
    ['az', false],
    ['not a tag', false],
  ])('%s: %s', (tag, expected) => expect(isRightToLeft(tag)).toBe(expected));
});
