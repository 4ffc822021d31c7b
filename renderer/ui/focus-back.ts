import { useEffect, useState } from 'react';

/** What takes the focus where a field inside of it had it and is gone. */
const WORK = '[data-work]';

/**
 * For modals, which give the focus back to what had it: a field that closed when it lost the focus cannot take it, and keys and
 * screen readers would begin at the top of the page. Then the list it stood in (`data-work`) gets it, else the first there is.
 */
export function useFocusBack(): void {
  const [from] = useState(() => document.activeElement?.closest<HTMLElement>(WORK) ?? null);
  useEffect(
    () => () => {
      // React Aria gives the focus back in the next frame.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (document.activeElement !== document.body) return;
          const place = from?.isConnected
            ? from
            : document.querySelector<HTMLElement>(`${WORK}[tabindex="0"]`);
          place?.focus({ preventScroll: true });
        }),
      );
    },
    [from],
  );
}
