/** Canvases that are as sharp as the screen and drawn at most once a frame. */

export interface Surface {
  readonly context: CanvasRenderingContext2D;
  /** Size in CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Screen pixels a CSS pixel. */
  readonly ratio: number;
  /** It had another size before, and is empty. */
  readonly isNew: boolean;
}

/** Gives a canvas as many pixels as the screen has under it and a context that counts in CSS pixels; null while hidden. */
export function prepareSurface(canvas: HTMLCanvasElement): Surface | null {
  const { clientWidth: widthPx, clientHeight: heightPx } = canvas;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context || widthPx === 0 || heightPx === 0) return null;
  const ratio = window.devicePixelRatio || 1;
  const width = Math.round(widthPx * ratio);
  const height = Math.round(heightPx * ratio);
  const isNew = canvas.width !== width || canvas.height !== height;
  if (isNew) {
    canvas.width = width;
    canvas.height = height;
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return { context, widthPx, heightPx, ratio, isNew };
}

/** Moves what a canvas shows to the left by whole screen pixels (right: negative). */
export function shiftSurface(context: CanvasRenderingContext2D, screenPx: number): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(context.canvas, -Math.round(screenPx), 0);
  context.restore();
}

export interface Repaint {
  /** Paints on the next frame, once, however often it was asked. */
  request(): void;
  end(): void;
}

/** Joins any number of requests into one painting a frame. */
export function createRepaint(paint: () => void): Repaint {
  let frame = 0;
  return {
    request() {
      if (frame !== 0) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        paint();
      });
    },
    end: () => cancelAnimationFrame(frame),
  };
}
