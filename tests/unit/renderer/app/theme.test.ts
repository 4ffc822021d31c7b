import { afterEach, describe, expect, it, vi } from 'vitest';
import { followTheme, shownTheme } from '../../../../renderer/app/theme';
import { useSettings } from '../../../../renderer/state/settings';

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

describe('followTheme', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    useSettings.setState(useSettings.getInitialState());
  });

  it('writes the theme when that changes, and nothing when something else does', () => {
    const written: string[] = [];
    const dataset = {
      set theme(value: string) {
        written.push(value);
      },
    };
    vi.stubGlobal('document', { documentElement: { dataset } });
    vi.stubGlobal('window', {
      matchMedia: () => Object.assign(new EventTarget(), { matches: false }),
    });
    useSettings.setState({ theme: 'dark' });
    const stop = followTheme();
    useSettings.setState({ direction: 'rtl' });
    expect(written).toEqual(['dark']);
    useSettings.setState({ theme: 'light' });
    expect(written).toEqual(['dark', 'light']);
    stop();
    useSettings.setState({ theme: 'dark' });
    expect(written).toEqual(['dark', 'light']);
  });
});
