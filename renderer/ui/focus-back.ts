import { useEffect, useRef, useState, type RefObject } from 'react';

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

/**
 * For modals: a button that is disabled while something runs loses the focus to the page behind, where Escape and Tab do nothing;
 * the dialog's own box then takes it. To be put on that box.
 */
export function useFocusKept(): RefObject<HTMLElement | null> {
  const box = useRef<HTMLElement>(null);
  // After each drawing of the dialog, since any may disable what has the focus. The browser moves it after the next frame.
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        const isBehind = box.current?.closest('[inert], [aria-hidden=true]') !== null;
        if (document.activeElement === document.body && !isBehind) box.current?.focus();
      });
    });
    return () => cancelAnimationFrame(frame);
  });
  return box;
}
