import type { Settings } from '../../shared/api/contract';
import { createScope } from '../platform/scope';
import { useSettings } from '../state/settings';

export type Theme = Settings['theme'];
export type ShownTheme = Exclude<Theme, 'system'>;

/** The theme to show for a setting, given what the system asks for. Dark wherever nothing else is asked. */
export function shownTheme(theme: Theme, prefersLight: boolean, prefersContrast: boolean): ShownTheme {
  if (theme !== 'system') return theme;
  if (prefersContrast) return 'contrast';
  return prefersLight ? 'light' : 'dark';
}

/** Keeps the page's theme with the setting and the system; returns what stops it. */
export function followTheme(): () => void {
  const scope = createScope();
  const light = window.matchMedia('(prefers-color-scheme: light)');
  const contrast = window.matchMedia('(prefers-contrast: more)');
  const show = () => {
    document.documentElement.dataset['theme'] = shownTheme(
      useSettings.getState().theme,
      light.matches,
      contrast.matches,
    );
  };
  show();
  // Other settings change while somebody works; setting the same theme again would draw the timeline anew.
  scope.add(
    useSettings.subscribe(({ theme }, before) => {
      if (theme !== before.theme) show();
    }),
  );
  scope.listen(light, 'change', show);
  scope.listen(contrast, 'change', show);
  return scope.end;
}
