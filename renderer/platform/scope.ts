/** What owns listeners, timers and frames, and ends them all at once. */
export interface Scope {
  /** Listens until the scope ends. */
  listen<K extends keyof WindowEventMap>(
    target: Window,
    type: K,
    listener: (event: WindowEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen<K extends keyof DocumentEventMap>(
    target: Document,
    type: K,
    listener: (event: DocumentEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen<K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    listener: (event: HTMLElementEventMap[K]) => void,
    options?: AddEventListenerOptions,
  ): void;
  listen(
    target: EventTarget,
    type: string,
    listener: (event: Event) => void,
    options?: AddEventListenerOptions,
  ): void;
  /** Calls once after `ms`. */
  timeout(run: () => void, ms: number): void;
  /** Calls on the next animation frame; `nowMs` is the frame's time. */
  frame(run: (nowMs: number) => void): void;
  /** Anything else to undo when the scope ends. */
  readonly add: (cleanup: () => void) => void;
  /** Ends everything, last added first. Later calls of the scope do nothing. */
  readonly end: () => void;
}

/** A new scope; return its `end` from an effect. */
export function createScope(): Scope {
  const abort = new AbortController();
  const cleanups = new Set<() => void>();
  const own = (cleanup: () => void) => {
    if (abort.signal.aborted) cleanup();
    else cleanups.add(cleanup);
  };
  return {
    listen(target: EventTarget, type: string, listener: (event: never) => void, options = {}) {
      // The overloads above pair each type with its event; EventTarget itself only knows Event.
      target.addEventListener(type, listener as EventListener, { ...options, signal: abort.signal });
    },
    timeout(run, ms) {
      const cleanup = () => clearTimeout(timer);
      const timer = setTimeout(() => {
        cleanups.delete(cleanup);
        run();
      }, ms);
      own(cleanup);
    },
    frame(run) {
      const cleanup = () => cancelAnimationFrame(request);
      const request = requestAnimationFrame((nowMs) => {
        cleanups.delete(cleanup);
        run(nowMs);
      });
      own(cleanup);
    },
    add: own,
    end() {
      abort.abort();
      for (const cleanup of [...cleanups].reverse()) cleanup();
      cleanups.clear();
    },
  };
}
