import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeTexts } from '../../../../shared/review/three-way';
import { diffTexts } from '../../../../shared/review/text-diff';

const words = fc
  .array(fc.constantFrom('we', 'are', 'rights', 'права', ',', '.', '\n', '<i>our</i>', '人', 'land'), {
    maxLength: 12,
  })
  .map((list) => list.join(' '));

describe('a three-way merge of texts', () => {
  it.each([
    // base, ours, theirs, merged
    ['We are here.', 'We are here.', 'We were here.', 'We were here.'],
    ['We are here.', 'We are there.', 'We were here.', 'We were there.'],
    ['We are here.', 'We are here, now.', 'Today we are here.', 'Today we are here, now.'],
    ['We are\nhere now.', 'We are here\nnow.', 'We were\nhere now.', 'We were here\nnow.'],
    ['Мы тут.', 'Мы тут!', 'Все мы тут.', 'Все мы тут!'],
    ['one two three', 'two three', 'one two three four', 'two three four'],
    ['我们在这里。', '我们在那里。', '他们在这里。', '他们在那里。'],
    ['same', 'both', 'both', 'both'],
    ['a b', 'x b', 'y b', null],
    // One side did all that the other did, and more beside it.
    [
      'old friends together here',
      'new people joined here',
      'old friends joined here',
      'new people joined here',
    ],
    ['old friends together here', 'new people joined here', 'old friends united here', null],
    ['', 'ours', 'theirs', null],
  ])('%j with %j and %j', (base, ours, theirs, merged) => {
    expect(mergeTexts(base, ours, theirs).text).toBe(merged);
  });

  it('says what is in conflict, and merges all around it', () => {
    expect(mergeTexts('The big dog ran home', 'A big cat ran home', 'The big wolf ran away').pieces).toEqual([
      { kind: 'text', text: 'A big ' },
      { kind: 'conflict', base: 'dog', ours: 'cat', theirs: 'wolf' },
      { kind: 'text', text: ' ran away' },
    ]);
  });

  it('changes nothing where only one side did anything, and agrees where both did the same', () => {
    fc.assert(
      fc.property(words, words, (base, other) => {
        expect(mergeTexts(base, base, other).text).toBe(other);
        expect(mergeTexts(base, other, base).text).toBe(other);
        expect(mergeTexts(base, other, other).text).toBe(other);
      }),
    );
  });

  it('is the same whoever is called ours', () => {
    fc.assert(
      fc.property(words, words, words, (base, ours, theirs) => {
        const [one, two] = [mergeTexts(base, ours, theirs), mergeTexts(base, theirs, ours)];
        expect(one.text).toBe(two.text);
        const sides = (piece: (typeof one.pieces)[number]) =>
          piece.kind === 'conflict' ? [piece.base, ...[piece.ours, piece.theirs].sort()] : [piece.text];
        expect(one.pieces.map(sides)).toEqual(two.pieces.map(sides));
      }),
    );
  });

  it('drops no word that either side brought: it is in the merge or in a conflict', () => {
    fc.assert(
      fc.property(words, words, words, (base, ours, theirs) => {
        const all = mergeTexts(base, ours, theirs)
          .pieces.map((piece) => (piece.kind === 'text' ? piece.text : `${piece.ours} ${piece.theirs}`))
          .join('');
        for (const side of [ours, theirs])
          for (const word of side.match(/\p{L}+/gu) ?? [])
            if (!base.includes(word)) expect(all).toContain(word);
      }),
    );
  });
});

describe('a difference of texts', () => {
  it('shows words, not letters', () => {
    expect(diffTexts('This is our land.', 'This was our home land.')).toEqual([
      { kind: 'same', text: 'This ' },
      { kind: 'removed', text: 'is' },
      { kind: 'added', text: 'was' },
      { kind: 'same', text: ' our' },
      { kind: 'added', text: ' home' },
      { kind: 'same', text: ' land.' },
    ]);
  });

  it('holds both texts whole', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pieces = diffTexts(before, after);
        const joined = (without: string) =>
          pieces.flatMap(({ kind, text }) => (kind === without ? [] : [text])).join('');
        expect(joined('added')).toBe(before);
        expect(joined('removed')).toBe(after);
      }),
    );
  });
});
