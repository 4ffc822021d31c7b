import { describe, expect, test } from 'vitest';
import { Style } from '../../../../shared/domain/track';
import { fontFamilies } from '../../../../shared/style/fonts';
import { DEFAULT_STYLE_ID, defaultStyles } from '../../../../shared/style/styles';

/** Relative luminance of `#RRGGBB` (WCAG 2.2). */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('default styles', () => {
  test('are valid, in order, distinct, and use a bundled font', () => {
    const styles = defaultStyles();
    expect(styles.map((style) => Style.parse(style))).toEqual(styles);
    expect(styles[0].id).toBe(DEFAULT_STYLE_ID);
    expect(new Set(styles.map(({ id }) => id)).size).toBe(3);
    expect(styles.map(({ order }) => order)).toEqual([1, 2, 3]);
    for (const { fontFamily } of styles)
      expect(fontFamilies.map(({ family }) => family)).toContain(fontFamily);
  });

  test('letters stand out from what surrounds them: 7:1, and 19:1 for high contrast', () => {
    for (const style of defaultStyles()) {
      const around = style.box ? style.boxColour : style.outlineColour;
      const ratio = (luminance(style.colour) + 0.05) / (luminance(around) + 0.05);
      expect(ratio).toBeGreaterThan(style.id === 'high-contrast' ? 19 : 7);
    }
  });

  test('each call gives new objects', () => {
    expect(defaultStyles()[0]).not.toBe(defaultStyles()[0]);
  });
});
