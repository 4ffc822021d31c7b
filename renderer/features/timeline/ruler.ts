import { formatClock, formatTimecode } from '../../state/timecode';
import { endOf, xOf, type View } from './geometry';

/** Distances people count in, in ms. */
const STEPS = [
  10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000,
  900_000, 1_800_000, 3_600_000, 7_200_000, 18_000_000, 36_000_000, 180_000_000, 360_000_000,
] as const;
/** Room for a label such as 1:00:00.500 and some air. */
const LABEL_PX = 92;
/** Unlabelled ticks between two labelled ones. */
const SUBDIVISIONS = 5;

export interface Tick {
  readonly x: number;
  /** Null for the small ticks between. */
  readonly label: string | null;
}

/** The smallest distance of labels that leaves each its room. */
export function labelStep(msPerPx: number): number {
  return STEPS.find((step) => step / msPerPx >= LABEL_PX) ?? STEPS[STEPS.length - 1] ?? 1000;
}

/** Every tick in view, left to right: at most one each 18 px, whatever the zoom. */
export function rulerTicks(view: View): Tick[] {
  const step = labelStep(view.msPerPx);
  const small = step / SUBDIVISIONS;
  const ticks: Tick[] = [];
  const last = Math.floor(endOf(view) / small);
  for (let n = Math.floor(view.startMs / small); n <= last; n++) {
    const ms = n * small;
    ticks.push({ x: xOf(view, ms), label: n % SUBDIVISIONS === 0 ? tickLabel(ms, step) : null });
  }
  return ticks;
}

function tickLabel(ms: number, step: number): string {
  if (step >= 1000) return formatClock(ms);
  return formatTimecode(ms).slice(0, step >= 100 ? -2 : -1);
}
