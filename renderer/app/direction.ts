import { useSettings } from '../state/settings';

/** Keeps the page's direction with the setting; returns what stops it. */
export function followDirection(): () => void {
  const show = () => {
    document.documentElement.dir = useSettings.getState().direction;
  };
  show();
  return useSettings.subscribe(show);
}

/** A locale of the interface's language that controls take this direction from: English in Arabic letters runs right to left. */
export function localeFor(direction: 'ltr' | 'rtl'): string {
  return direction === 'rtl' ? 'en-Arab' : 'en';
}
