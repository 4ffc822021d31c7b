/** Paints what is redacted when: bars under the ruler, covers above, sound below. */
import { BAR_PX, barTop, xOf } from '../geometry';
import type { Scene } from '../scene';
import type { Part } from './part';

/** Stripes, so that a bar is told from a subtitle without its colour. */
const STRIPE_PX = 6;

/** A bar for each stretch of which the picture or the sound is redacted. */
export function drawRedactions(context: CanvasRenderingContext2D, scene: Scene, part: Part): void {
  const { view, bands, redactions, colours } = scene;
  for (const { kind, startMs, endMs } of redactions) {
    const from = Math.max(part.fromPx, Math.round(xOf(view, startMs)));
    const to = Math.min(
      part.toPx,
      Math.max(Math.round(xOf(view, startMs)) + 1, Math.round(xOf(view, endMs))),
    );
    if (to <= from) continue;
    const top = barTop(bands, kind);
    context.fillStyle = colours.text;
    context.fillRect(from, top, to - from, BAR_PX);
    context.fillStyle = kind === 'cover' ? colours.danger : colours.warning;
    // Stripes stand at places of the film, so that a part painted alone fits its neighbours.
    const first = Math.floor((from + view.startMs / view.msPerPx) / STRIPE_PX) * STRIPE_PX;
    for (let at = first; at - view.startMs / view.msPerPx < to; at += STRIPE_PX) {
      const x = Math.round(at - view.startMs / view.msPerPx);
      const left = Math.max(from, x);
      const right = Math.min(to, x + STRIPE_PX / 2);
      if (right > left) context.fillRect(left, top + 1, right - left, BAR_PX - 2);
    }
  }
}
