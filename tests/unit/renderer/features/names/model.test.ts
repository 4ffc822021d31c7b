import { describe, expect, it } from 'vitest';
import {
  BLANK,
  broughtIn,
  draftOf,
  entryOf,
  withEntry,
  withoutEntry,
} from '../../../../../renderer/features/names/model';
import type { ProtectedName } from '../../../../../shared/domain/protected-name';

const aya: ProtectedName = {
  ...{ name: 'Айгүл', aliases: ['Aya', 'А. С.'], kind: 'person' },
  ...{ languages: ['kk', 'ru'], pseudonym: 'Speaker A' },
};

describe('an entry', () => {
  it('comes back from the fields as it went in', () => {
    expect(entryOf(draftOf(aya))).toEqual(aya);
  });
  it('is trimmed, without doubles, blanks and itself among its spellings', () => {
    const draft = {
      ...BLANK,
      name: ' Aya ',
      aliases: ' Aya \n\nAi|Ai\n—',
      languages: 'ru, kk',
      pseudonym: ' ',
    };
    expect(entryOf(draft)).toEqual({
      ...{ name: 'Aya', aliases: ['Ai'], kind: 'person', languages: ['ru', 'kk'], pseudonym: null },
    });
  });
  it.each([
    [{ ...BLANK, name: ' 12 ' }, 'letter'],
    [{ ...BLANK, name: 'Aya', languages: 'russian!' }, 'language'],
  ])('that makes no sense is refused: %j', (draft, problem) => {
    expect(entryOf(draft)).toBe(problem);
  });
});

describe('a list brought in', () => {
  it('adds what is new and joins what is known, which keeps its own pseudonym', () => {
    const other: ProtectedName = { ...aya, name: 'АЙГҮЛ', aliases: ['Aigul'], languages: [], pseudonym: 'B' };
    const place: ProtectedName = { ...aya, name: 'Almaty', aliases: [], kind: 'place', pseudonym: null };
    expect(broughtIn([aya], [other, place])).toEqual({
      names: [{ ...aya, aliases: ['Aya', 'А. С.', 'Aigul'], languages: [] }, place],
      ...{ added: 1, joined: 1 },
    });
  });
  it('twice is once', () => {
    const once = broughtIn([], [aya]).names;
    expect(broughtIn(once, [aya]).names).toEqual(once);
  });
});

describe('a change of the list as it is by then', () => {
  const erkin: ProtectedName = { ...aya, name: 'Erkin', aliases: [], pseudonym: null };
  it('pressed twice is made once', () => {
    const once = withEntry([aya], null, erkin);
    expect(once).toEqual([aya, erkin]);
    expect(withEntry(once, null, erkin)).toEqual(once);
    const gone = withoutEntry(once, erkin);
    expect(gone).toEqual([aya]);
    expect(withoutEntry(gone, erkin)).toBe(gone);
  });
  it('changes an entry where it stands, also under another name, and nothing for nothing', () => {
    const renamed = { ...aya, name: 'Aigul' };
    const names = [erkin, aya];
    expect(withEntry(names, aya, renamed)).toEqual([erkin, renamed]);
    expect(withEntry(names, aya, { ...aya })).toBe(names);
  });
  it('keeps what was typed of an entry that is gone meanwhile', () =>
    expect(withEntry([erkin], aya, aya)).toEqual([erkin, aya]));
});
