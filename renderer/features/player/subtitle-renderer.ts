import JASSUB from 'jassub';
import { createScope } from '../../platform/scope';
import { loadFonts, loadFontsOf } from './fonts';
import type { PictureSize } from './subtitle-script';

export interface SubtitleRenderer {
  /** Draws from this ASS text from now on, the picture last drawn at once. */
  setScript(script: string): void;
  /** Draws the subtitles of a time. Times that come while one is being drawn replace each other. */
  draw(ms: number): void;
  setSize(size: PictureSize): void;
  /** Draws with these font files too from now on. */
  addFonts(fonts: readonly Uint8Array[]): void;
  /** Resolves once what was asked last is drawn. */
  drawn(): Promise<void>;
  end(): void;
}

/** How long the worker may take to start or to draw before it counts as broken: its own errors never reach us. */
const PATIENCE_MS = 20_000;

const EMPTY_SCRIPT = '[Script Info]\nScriptType: v4.00+\n';

/**
 * Draws subtitles with libass (JASSUB) into a canvas of its own inside `host`. It is driven by times alone, not by a media
 * element, so a paused picture, sound without picture and an edit while nothing moves are all drawn alike.
 * `failed` is called once if it cannot work at all.
 */
export function createSubtitleRenderer(
  host: HTMLElement,
  firstSize: PictureSize,
  failed: (error: unknown) => void,
): SubtitleRenderer {
  const scope = createScope();
  const canvas = document.createElement('canvas');
  canvas.className = 'player__subtitles';
  canvas.setAttribute('aria-hidden', 'true');
  host.append(canvas);
  scope.add(() => canvas.remove());

  let size = firstSize;
  let script = EMPTY_SCRIPT;
  let lastMs = 0;
  let engine: JASSUB | null = null;
  /** The campaign's, as far as they are known before the engine is. */
  const early: Uint8Array[] = [];
  /** Files of other weights than the usual ones that the engine has. */
  const weights = new Set<string>();
  let ended = false;
  scope.add(() => {
    ended = true;
  });

  const fail = (error: unknown) => {
    if (ended) return;
    scope.end();
    failed(error);
  };

  let work: Promise<void> = Promise.resolve();
  const render = async (repaint: boolean) => {
    await engine?.manualRender(
      { mediaTime: lastMs / 1000, expectedDisplayTime: performance.now(), ...size },
      repaint,
    );
  };
  const ask = (asked: Promise<void>) => {
    work = asked.catch(fail);
  };

  const addTo = async ({ renderer }: JASSUB, fonts: Uint8Array[]) => {
    await renderer.addFonts(fonts);
    // What was drawn with another font is drawn anew.
    await renderer.setTrack(script);
    await render(true);
  };

  /** Draws from the script of now, with every font it names. */
  const follow = async ({ renderer }: JASSUB) => {
    const fonts = await loadFontsOf(script, weights);
    if (ended) return;
    if (fonts.length > 0) await renderer.addFonts(fonts);
    await renderer.setTrack(script);
    await render(true);
  };

  const start = async () => {
    const bundled = await loadFonts();
    if (ended) return;
    const fonts = [...bundled, ...early];
    const starting = new JASSUB({
      canvas,
      subContent: script,
      fonts,
      availableFonts: {},
      defaultFont: 'Noto Sans',
      queryFonts: false,
    });
    scope.add(() => void starting.destroy().catch(() => undefined));
    await within(PATIENCE_MS, starting.ready);
    if (ended) return;
    engine = starting;
    const late = early.slice(fonts.length - bundled.length);
    if (late.length > 0) await engine.renderer.addFonts(late);
    await follow(engine);
  };
  ask(start());

  return {
    setScript(next) {
      script = next;
      if (engine) ask(follow(engine));
    },
    draw(ms) {
      lastMs = ms;
      if (engine) ask(render(false));
    },
    setSize(next) {
      size = next;
    },
    addFonts(fonts) {
      if (engine) ask(addTo(engine, [...fonts]));
      else early.push(...fonts);
    },
    drawn: () => work,
    end: () => scope.end(),
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer = 0;
  const late = new Promise<never>((_, reject) => {
    timer = window.setTimeout(() => reject(new Error(`not ready after ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
