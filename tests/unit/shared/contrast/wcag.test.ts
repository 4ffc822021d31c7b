import { describe, expect, it } from 'vitest';
import { contrastRatio, luminanceOf, neededRatio } from '../../../../shared/contrast/wcag';

const ratio = (a: string, b: string) => contrastRatio(luminanceOf(a), luminanceOf(b));

describe('contrastRatio', () => {
  // As WebAIM's contrast checker prints them.
  it.each([
    ['#FFFFFF', '#000000', 21],
    ['#000000', '#FFFFFF', 21],
    ['#777777', '#FFFFFF', 4.48],
    ['#FFFF00', '#000000', 19.56],
    ['#0000FF', '#FFFFFF', 8.59],
    ['#123456', '#123456', 1],
  ])('%s on %s', (a, b, expected) => {
    expect(ratio(a, b)).toBeCloseTo(expected, 1);
  });
});

describe('neededRatio', () => {
  // Of a picture 360 CSS pixels high, large text has 24 px, bold 18.67.
  it.each([
    [4.8, false, 4.5],
    [6.6, false, 4.5],
    [6.7, false, 3],
    [5.1, true, 4.5],
    [5.2, true, 3],
  ])('%s %% of the height, bold %s', (fontSizePct, bold, expected) => {
    expect(neededRatio({ fontSizePct, bold })).toBe(expected);
  });
});
