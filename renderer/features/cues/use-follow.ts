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
