import { useEffect, useRef, type RefObject } from 'react';
import { createScope } from '../../platform/scope';

/** A list that a person scrolled is left alone for this long. */
const REST_MS = 4000;

/**
 * Whether a list may scroll by itself to follow playback: not while a person has just scrolled it, and not while anything
 * in it is being typed. Returns the question to ask each time.
 */
export function useMayFollow(list: RefObject<HTMLElement | null>): () => boolean {
  const scrolledAt = useRef(-Infinity);
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const scope = createScope();
    const touched = () => {
      scrolledAt.current = performance.now();
    };
    scope.listen(element, 'wheel', touched, { passive: true });
    scope.listen(element, 'touchmove', touched, { passive: true });
    scope.listen(element, 'pointerdown', touched);
    scope.listen(element, 'keydown', touched);
    return scope.end;
  }, [list]);
  return () => {
    const typing = list.current?.querySelector('textarea, input') ?? null;
    return typing === null && performance.now() - scrolledAt.current > REST_MS;
  };
}

/** Keeps the anchor's row in view when the list gets lower, as where the memory has something to say of the cue just selected. */
export function useAnchorInView(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const scope = createScope();
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      const before = height;
      height = element.clientHeight;
      const row = element.querySelector('[data-anchor]');
      if (!row || height >= before) return;
      // Whoever has scrolled away from it is left where they are.
      const top = row.getBoundingClientRect().top - element.getBoundingClientRect().top;
      if (top >= 0 && top < before) row.scrollIntoView({ block: 'nearest' });
    });
    observer.observe(element);
    scope.add(() => observer.disconnect());
    return scope.end;
  }, [list]);
}
