import { displayShortcut } from '../app/shortcuts';
import './keys.css';

/** A shortcut as keys, for menus, the palette and the help. */
export function Keys({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className="keys" dir="ltr">
      {displayShortcut(shortcut).map((key) => (
        <kbd key={key} className="keys__key">
          {key}
        </kbd>
      ))}
    </span>
  );
}
