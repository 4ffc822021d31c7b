import { describe, expect, it } from 'vitest';
import { shownTheme } from '../../../../renderer/app/theme';

describe('shownTheme', () => {
  it.each([
    ['dark', true, true, 'dark'],
    ['light', false, false, 'light'],
    ['contrast', true, false, 'contrast'],
    ['system', false, false, 'dark'],
    ['system', true, false, 'light'],
    ['system', true, true, 'contrast'],
  ] as const)('%s with light %s and more contrast %s shows %s', (theme, light, contrast, expected) => {
    expect(shownTheme(theme, light, contrast)).toBe(expected);
  });
});
