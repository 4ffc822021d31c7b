import { describe, expect, it } from 'vitest';
import type { FontFacts } from '../../../../shared/domain/font';
import { rankSubstitutes, substituteOf, type Substitute } from '../../../../shared/style/substitutes';

const facts: FontFacts = {
  ...{ family: 'Some', weight: 400, italic: false, ascentEm: 1, descentEm: 0.3, averageEm: 0.5 },
  coverage: '4e00-4e10',
};
const font = (family: string, changes: Partial<Substitute> = {}): Substitute => ({
  ...{ family, weight: 400, italic: false, covered: 2 },
  ...changes,
});
const names = (fonts: readonly Substitute[]) => rankSubstitutes(fonts).map(({ family }) => family);

describe('substituteOf', () => {
  it('counts the wanted characters that a font has', () => {
    expect(substituteOf(facts, ['一', '丁', 'A'])?.covered).toBe(2);
    expect(substituteOf(facts, ['A'])).toBeNull();
  });

  it('takes no font for a bundled one', () => {
    expect(substituteOf({ ...facts, family: 'noto sans' }, ['一'])).toBeNull();
  });
});

describe('rankSubstitutes', () => {
  it('puts first what draws most, then upright, ordinary, plain faces', () => {
    expect(
      names([
        font('Z Mono'),
        font('B Serif'),
        font('A Sans'),
        font('Noto Sans Georgian'),
        font('Most', { covered: 3, italic: true }),
        font('Slanted Sans', { italic: true }),
        font('Heavy Sans', { weight: 900 }),
      ]),
    ).toEqual(['Most', 'Noto Sans Georgian', 'A Sans', 'B Serif', 'Z Mono', 'Heavy Sans', 'Slanted Sans']);
  });

  it('names each family once, by its best face', () => {
    const ranked = rankSubstitutes([font('A', { weight: 700 }), font('a'), font('A', { italic: true })]);
    expect(ranked.map(({ weight, italic }) => [weight, italic])).toEqual([[400, false]]);
  });
});
