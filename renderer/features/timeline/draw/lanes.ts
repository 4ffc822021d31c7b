/** Paints the tracks that are not worked on. */
import { withoutMarkUp } from '../../../../shared/text/mark-up';
import { oneLine } from '../../../../shared/text/unspaced';
import type { Scene } from '../scene';
import { NARROW_PX, boxOf, columnPainter, rangeInPart, type Part } from './part';

type Context = CanvasRenderingContext2D;

const LANE_TEXT_PX = 11;
/** A cue of another track narrower than this shows no text. */
const LEAST_TEXT_PX = 24;

/** The cues of the tracks that are not worked on, one lane each: language, text, nothing more. */
export function drawLanes(context: Context, { view, lanes, colours }: Scene, part: Part): void {
  context.font = `${LANE_TEXT_PX}px ${colours.font}`;
  context.textBaseline = 'middle';
  for (const { band, cues, direction, language } of lanes) {
    context.fillStyle = colours.surface;
    context.fillRect(part.fromPx, band.top, part.toPx - part.fromPx, band.height);
    context.fillStyle = colours.line;
    context.fillRect(part.fromPx, band.top, part.toPx - part.fromPx, 1);
    context.direction = direction;
    const { from, to } = rangeInPart(cues, view, part);
    for (const isStale of [false, true]) {
      const paintColumn = columnPainter(context, band.top + 3, band.height - 6);
      for (let n = from; n < to; n++) {
        const cue = cues[n];
        if (cue?.stale !== isStale) continue;
        const { x, width } = boxOf(view, cue);
        context.fillStyle = isStale ? colours.warningSoft : colours.cue;
        if (width < NARROW_PX) {
          paintColumn(x, width);
          continue;
        }
        context.fillRect(x, band.top + 3, width - 1, band.height - 6);
        if (width < LEAST_TEXT_PX) continue;
        const text = oneLine(withoutMarkUp(cue.text));
        drawLaneText(context, text, x, width - 1, band, direction, colours.secondary);
      }
    }
    drawLaneName(context, view.widthPx, language, band, colours);
  }
}

function drawLaneText(
  context: Context,
  text: string,
  x: number,
  width: number,
  band: { readonly top: number; readonly height: number },
  direction: 'ltr' | 'rtl',
  colour: string,
): void {
  context.save();
  context.beginPath();
  context.rect(x + 3, band.top, width - 6, band.height);
  context.clip();
  context.fillStyle = colour;
  context.textAlign = direction === 'rtl' ? 'right' : 'left';
  context.fillText(
    text,
    direction === 'rtl' ? x + width - 4 : Math.max(x, 0) + 4,
    band.top + band.height / 2 + 0.5,
  );
  context.restore();
}

/** The language at the right edge, over whatever is there. */
function drawLaneName(
  context: Context,
  right: number,
  language: string,
  band: { readonly top: number; readonly height: number },
  colours: Scene['colours'],
): void {
  context.direction = 'ltr';
  context.textAlign = 'right';
  const width = context.measureText(language).width + 8;
  context.fillStyle = colours.surface;
  context.fillRect(right - width, band.top + 2, width, band.height - 4);
  context.fillStyle = colours.quiet;
  context.fillText(language, right - 4, band.top + band.height / 2 + 0.5);
}
