/** Text that is being typed: kept after a rest, on leaving the field, and at once when somebody saves or the page goes. */
import { useCallback, useEffect, useRef, useState } from 'react';

/** A pause in typing after which it is kept. */
const REST_MS = 400;

const fields = new Set<() => void>();

/** Keeps what stands in the fields now. */
export function keepTyped(): void {
  for (const keep of fields) keep();
}

// A phone may end a page that is out of sight without another word.
if (typeof document !== 'undefined') {
  document.addEventListener('visibilitychange', keepTyped);
  window.addEventListener('pagehide', keepTyped);
}

export interface Typed {
  readonly value: string;
  readonly type: (value: string) => void;
  readonly keepNow: () => void;
  /** From now on nothing of it is kept any more. */
  readonly forget: () => void;
}

/** A field's text, from `first` on. `keep` gets each state once; it may be called while the field goes away. */
export function useTyped(first: string, keep: (value: string) => void): Typed {
  const [value, setValue] = useState(first);
  const latest = useRef({ value: first, kept: first, keep });
  useEffect(() => {
    latest.current.keep = keep;
  }, [keep]);
  const keepNow = useCallback(() => {
    const now = latest.current;
    if (now.value === now.kept) return;
    now.kept = now.value;
    now.keep(now.value);
  }, []);
  useEffect(() => {
    fields.add(keepNow);
    return () => {
      fields.delete(keepNow);
      keepNow();
    };
  }, [keepNow]);
  useEffect(() => {
    const timer = setTimeout(keepNow, REST_MS);
    return () => clearTimeout(timer);
  }, [value, keepNow]);
  return {
    value,
    type(next) {
      latest.current.value = next;
      setValue(next);
    },
    keepNow,
    forget() {
      latest.current.kept = latest.current.value;
    },
  };
}
