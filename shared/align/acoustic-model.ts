import type { Features } from './mfcc';
import { fitMixture, mixtureOf, type Mixture } from './gaussian';

/** Rows of its class that every sound borrows: how much must be heard of a sound before it stands on its own. */
const BORROWED_ROWS = 15;
/** Rows that each part of a mixture needs. */
const ROWS_A_PART = 60;
const VARIANCE_FLOOR = 0.04;
/**
 * Half a sound that is longer than this (rows) teaches nothing: few are said so long, and one that was spread over music or noise
 * would by itself be what the sound is taken for, and hold it there.
 */
const LONGEST_ROWS = 25;

/** Mean and mean square of a set of rows. */
interface Moments {
  readonly count: number;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

/** What was learned of sounds. */
export interface SoundModels {
  /** One for each sound. */
  readonly sounds: readonly Mixture[];
  /** By class, for sounds that the text learned from does not have. */
  readonly classes: ReadonlyMap<string, Mixture>;
}

/**
 * Learns how each sound is said in this very recording from a first guess of where it is.
 *
 * `labels[row]`: the sound heard in that row, or -1; where it is the same for over a quarter of a second it teaches nothing.
 * `classOf[sound]`: what it falls back on (maximum a posteriori with the class as prior: Gauvain and Lee 1994); `parts`:
 * Gaussians for a sound with enough rows.
 */
export function learnSounds(
  features: Features,
  labels: Int32Array,
  classOf: readonly string[],
  parts: number,
): SoundModels {
  const rows = rowsBySound(withoutDrawn(labels), classOf.length);
  const byClass = new Map<string, Int32Array[]>();
  for (const [sound, list] of rows.entries()) {
    const name = classOf[sound] ?? '';
    const lists = byClass.get(name) ?? [];
    lists.push(list);
    byClass.set(name, lists);
  }
  const everything = momentsOf(features, rows);
  const priors = new Map([...byClass].map(([name, lists]) => [name, momentsOf(features, lists)]));
  const model = (own: Moments, prior: Moments | undefined) =>
    borrowing(own, prior && prior.count > 0 ? prior : everything, features.width);
  const sounds = rows.map((list, sound) =>
    parts > 1 && list.length > ROWS_A_PART * parts
      ? fitMixture(features, list, parts)
      : model(momentsOf(features, [list]), priors.get(classOf[sound] ?? '')),
  );
  return { sounds, classes: new Map([...priors].map(([name, prior]) => [name, model(prior, prior)])) };
}

/** The labels without the runs of one that are longer than `LONGEST_ROWS`. */
function withoutDrawn(labels: Int32Array): Int32Array {
  const kept = labels.slice();
  for (let from = 0; from < labels.length;) {
    let to = from + 1;
    while (to < labels.length && labels[to] === labels[from]) to++;
    if (to - from > LONGEST_ROWS) kept.fill(-1, from, to);
    from = to;
  }
  return kept;
}

/** The rows of each sound, ascending; parts of one array, for hours have a million. */
function rowsBySound(labels: Int32Array, sounds: number): Int32Array[] {
  const ends = new Int32Array(sounds + 1);
  for (const label of labels) if (label >= 0) ends[label + 1] = (ends[label + 1] ?? 0) + 1;
  for (let sound = 0; sound < sounds; sound++) ends[sound + 1] = (ends[sound + 1] ?? 0) + (ends[sound] ?? 0);
  const starts = ends.slice();
  const rows = new Int32Array(ends[sounds] ?? 0);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? -1;
    if (label < 0) continue;
    const at = starts[label] ?? 0;
    rows[at] = row;
    starts[label] = at + 1;
  }
  return Array.from({ length: sounds }, (_, sound) => rows.subarray(ends[sound], ends[sound + 1]));
}

function momentsOf({ width, values }: Features, lists: readonly Int32Array[]): Moments {
  const mean = new Float64Array(width);
  const square = new Float64Array(width);
  let rows = 0;
  for (const list of lists) {
    rows += list.length;
    for (const row of list)
      for (let k = 0; k < width; k++) {
        const value = values[row * width + k] ?? 0;
        mean[k] = (mean[k] ?? 0) + value;
        square[k] = (square[k] ?? 0) + value * value;
      }
  }
  const count = Math.max(1, rows);
  return {
    count: rows,
    mean: mean.map((sum) => sum / count),
    square: square.map((sum) => sum / count),
  };
}

function borrowing(own: Moments, prior: Moments, width: number): Mixture {
  const total = own.count + BORROWED_ROWS;
  const blend = (mine: Float64Array, theirs: Float64Array) =>
    mine.map((value, k) => (own.count * value + BORROWED_ROWS * (theirs[k] ?? 0)) / total);
  const mean = blend(own.mean, prior.mean);
  const square = blend(own.square, prior.square);
  const variance = square.map((value, k) => Math.max(VARIANCE_FLOOR, value - (mean[k] ?? 0) ** 2));
  return mixtureOf(width, Float64Array.of(1), mean, variance);
}
