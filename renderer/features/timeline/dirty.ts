/** What of the timeline has to be painted again. Pure. */
import { worstOf } from './draw/cues';
import type { Part } from './draw/part';
import { endOf, xOf, type View } from './geometry';
import type { Lane, Scene } from './scene';
import { rangeInView, type Spanning } from './span-index';

/** First the picture is moved left by `shiftPx` CSS pixels (right: negative), then `parts` are painted. */
export interface Change {
  readonly shiftPx: number;
  readonly parts: readonly Part[];
}

/** Beyond this share of the width one painting of everything is cheaper than many of parts. */
const MOST_SHARE = 0.6;
/** More cues than this are not told apart: where so many changed, hardly anything did not. */
const MOST_PARTS = 300;
/** A selected cue's frame is this much wider than the cue. */
const MARGIN_PX = 3;
/** The names of lanes stand in this much of the right edge. */
const LANE_NAME_PX = 96;

/** What of a scene, if it is not the very same, changes everything that is painted. */
const WHOLE = [
  'bands',
  'durationMs',
  'words',
  'unfound',
  'shots',
  'markers',
  'redactions',
  'hearing',
  'frames',
  'countsFrames',
  'mostSpeed',
  'nowMs',
  'direction',
  'waveform',
  'spectrogram',
  'colours',
] as const satisfies readonly (keyof Scene)[];

/** What must be painted to turn the picture of one scene (null: none yet) into another's. `ratio`: screen pixels a CSS pixel. */
export function changeBetween(before: Scene | null, after: Scene, ratio: number): Change {
  const all: Change = { shiftPx: 0, parts: [{ fromPx: 0, toPx: after.view.widthPx }] };
  if (!before || WHOLE.some((name) => before[name] !== after[name])) return all;
  if (before.view.msPerPx !== after.view.msPerPx || before.view.widthPx !== after.view.widthPx) return all;
  if (!sameLanes(before.lanes, after.lanes)) return all;
  const shiftPx =
    Math.round(((after.view.startMs - before.view.startMs) / after.view.msPerPx) * ratio) / ratio;
  const changed = partsOfCues(before, after);
  if (changed.length > MOST_PARTS) return all;
  const parts = joined([...partsOfShift(before, after, shiftPx), ...changed], after.view, ratio);
  const painted = parts.reduce((sum, { fromPx, toPx }) => sum + toPx - fromPx, 0);
  return painted > MOST_SHARE * after.view.widthPx ? all : { shiftPx, parts };
}

/** Whether two scenes look the same in the strip of the whole film, where a cue is but its times and the worst said of it. */
export function isSameStrip(before: Scene, after: Scene): boolean {
  const { cues } = after;
  const isSameCue = (cue: Spanning, old: Spanning | undefined) =>
    cue === old || (cue.startMs === old?.startMs && cue.endMs === old.endMs);
  return (
    STRIP.every((name) => before[name] === after[name]) &&
    (before.cues === cues ||
      (before.cues.length === cues.length && cues.every((cue, n) => isSameCue(cue, before.cues[n]))))
  );
}

/** What the strip shows beside the cues. */
const STRIP = [
  'durationMs',
  'findings',
  'shots',
  'markers',
  'waveform',
  'colours',
] as const satisfies readonly (keyof Scene)[];

/** Moves a view by less than a pixel, so that its picture and those of other places fit the same pixels. */
export function alignedView(view: View, ratio: number): View {
  const startPx = Math.round((view.startMs / view.msPerPx) * ratio) / ratio;
  return { ...view, startMs: startPx * view.msPerPx };
}

function sameLanes(before: readonly Lane[], after: readonly Lane[]): boolean {
  return (
    before.length === after.length &&
    before.every((lane, n) => {
      const other = after[n];
      return other?.trackId === lane.trackId && other.cues === lane.cues && other.language === lane.language;
    })
  );
}

/** What comes into view, and the texts that stick to an edge of it. */
function partsOfShift(before: Scene, { view, cues, lanes }: Scene, shiftPx: number): Part[] {
  if (shiftPx === 0) return [];
  const { widthPx } = view;
  const parts: Part[] =
    shiftPx > 0 ? [{ fromPx: widthPx - shiftPx, toPx: widthPx }] : [{ fromPx: 0, toPx: -shiftPx }];
  if (lanes.length > 0) parts.push({ fromPx: widthPx - LANE_NAME_PX - Math.abs(shiftPx), toPx: widthPx });
  for (const spans of [cues, ...lanes.map((lane) => lane.cues)])
    for (const edgeMs of [before.view.startMs, endOf(before.view), view.startMs, endOf(view)]) {
      const { from, to } = rangeInView(spans, edgeMs, edgeMs);
      for (let n = from; n < to; n++) parts.push(partOf(spans[n], view));
    }
  return parts;
}

/**
 * Cues that came, went, moved, or look otherwise; their neighbours with them, which may overlap them. Stops behind `MOST_PARTS`
 * of them.
 */
function partsOfCues(before: Scene, after: Scene): Part[] {
  const { view } = after;
  const parts: Part[] = [];
  const isChanged = before.cues !== after.cues;
  if (!isChanged && before.selected === after.selected && before.findings === after.findings) return parts;
  const look = (cues: Scene['cues'], isIn: ((n: number) => boolean) | null) => {
    const { from, to } = rangeInView(cues, view.startMs, endOf(view));
    for (let n = from; n < to && parts.length <= MOST_PARTS; n++) {
      const cue = cues[n];
      if (!cue) continue;
      if (isIn && !isIn(n)) for (const near of [n - 1, n, n + 1]) parts.push(partOf(cues[near], view));
      else if (looksOther(before, after, cue.id)) parts.push(partOf(cue, view));
    }
  };
  look(after.cues, isChanged ? membership(after.cues, before.cues, view) : null);
  if (isChanged) look(before.cues, membership(before.cues, after.cues, view));
  return parts;
}

/** Tells whether the nth of some cues in view is, the very same, among others. Those are indexed only once one is elsewhere. */
function membership(cues: Scene['cues'], others: Scene['cues'], view: View): (n: number) => boolean {
  let index: ReadonlySet<unknown> | null = null;
  return (n) => {
    const [cue, other] = [cues[n], others[n]];
    if (cue === other) return true;
    if (cue?.id === other?.id) return false;
    if (!index) {
      const { from, to } = rangeInView(others, view.startMs, endOf(view));
      index = new Set(others.slice(from, to));
    }
    return index.has(cue);
  };
}

function looksOther(before: Scene, after: Scene, id: string): boolean {
  return (
    before.selected.has(id) !== after.selected.has(id) ||
    (before.findings !== after.findings &&
      worstOf(before.findings.get(id)) !== worstOf(after.findings.get(id)))
  );
}

function partOf(span: Spanning | undefined, view: View): Part {
  if (!span) return { fromPx: 0, toPx: 0 };
  return { fromPx: xOf(view, span.startMs) - MARGIN_PX, toPx: xOf(view, span.endMs) + MARGIN_PX };
}

/** Parts in view on whole pixels of the screen, those that meet made one, by place. */
function joined(parts: readonly Part[], { widthPx }: View, ratio: number): Part[] {
  const inside = parts
    .map(({ fromPx, toPx }) => ({
      fromPx: Math.max(0, Math.floor(fromPx * ratio) / ratio),
      toPx: Math.min(widthPx, Math.ceil(toPx * ratio) / ratio),
    }))
    .filter(({ fromPx, toPx }) => toPx > fromPx)
    .sort((a, b) => a.fromPx - b.fromPx);
  const result: Part[] = [];
  for (const part of inside) {
    const last = result.at(-1);
    if (last && part.fromPx <= last.toPx)
      result[result.length - 1] = { fromPx: last.fromPx, toPx: Math.max(last.toPx, part.toPx) };
    else result.push(part);
  }
  return result;
}
