import type { Features } from './mfcc';

/** Pairs that the map that changes nothing counts for: what few pairs agree on by chance is not trusted. */
const PRIOR_PAIRS = 60;

/** What the synthesiser's voice is in the recording's: a sound there is expected at `matrix` times the sound here, and so exactly. */
export interface VoiceMap {
  readonly width: number;
  /** Means of the sounds and of what was heard for them. */
  readonly sound: Float64Array;
  readonly heard: Float64Array;
  /** `matrix[from * width + to]`. */
  readonly matrix: Float64Array;
  /** By column: 1 / deviation of what the map leaves open, to be multiplied with on both sides before distances are taken. */
  readonly weight: Float64Array;
}

/** Sounds and what was heard for them, summed up; some may be pairs by mistake. */
export class VoicePairs {
  readonly #width: number;
  readonly #sound: Float64Array;
  readonly #heard: Float64Array;
  readonly #squares: Float64Array;
  readonly #sounds: Float64Array;
  readonly #across: Float64Array;
  #count = 0;

  constructor(width: number) {
    this.#width = width;
    this.#sound = new Float64Array(width);
    this.#heard = new Float64Array(width);
    this.#squares = new Float64Array(width);
    this.#sounds = new Float64Array(width * width);
    this.#across = new Float64Array(width * width);
  }

  /** Adds the pair of a sound, at `sound` in its table, and of what was heard, at `heard` in that table. */
  add(sounds: Float32Array, sound: number, heards: Float32Array, heard: number): void {
    const width = this.#width;
    this.#count++;
    for (let i = 0; i < width; i++) {
      const from = sounds[sound + i] ?? 0;
      const own = heards[heard + i] ?? 0;
      this.#sound[i] = (this.#sound[i] ?? 0) + from;
      this.#heard[i] = (this.#heard[i] ?? 0) + own;
      this.#squares[i] = (this.#squares[i] ?? 0) + own * own;
      for (let j = 0; j < width; j++) {
        const at = i * width + j;
        this.#sounds[at] = (this.#sounds[at] ?? 0) + from * (sounds[sound + j] ?? 0);
        this.#across[at] = (this.#across[at] ?? 0) + from * (heards[heard + j] ?? 0);
      }
    }
  }

  /**
   * The linear regression of what was heard on the sounds (of means alone: Leggetter and Woodland 1995), drawn towards the map that
   * changes nothing. Wrong pairs weaken it and do not turn it: what they add is the same for every sound.
   */
  map(): VoiceMap {
    const width = this.#width;
    const count = Math.max(1, this.#count);
    const prior = PRIOR_PAIRS / count;
    const sound = this.#sound.map((sum) => sum / count);
    const heard = this.#heard.map((sum) => sum / count);
    const within = this.#sounds.map(
      (sum, at) => sum / count - (sound[Math.floor(at / width)] ?? 0) * (sound[at % width] ?? 0),
    );
    const across = this.#across.map(
      (sum, at) => sum / count - (sound[Math.floor(at / width)] ?? 0) * (heard[at % width] ?? 0),
    );
    const left = within.slice();
    const matrix = across.slice();
    for (let i = 0; i < width; i++) {
      left[i * width + i] = (left[i * width + i] ?? 0) + prior;
      matrix[i * width + i] = (matrix[i * width + i] ?? 0) + prior;
    }
    solve(left, matrix, width);
    const weight = this.#squares.map((sum, to) => {
      let open = sum / count - (heard[to] ?? 0) ** 2;
      for (let from = 0; from < width; from++) {
        let explained = -2 * (across[from * width + to] ?? 0);
        for (let other = 0; other < width; other++)
          explained += (within[from * width + other] ?? 0) * (matrix[other * width + to] ?? 0);
        open += (matrix[from * width + to] ?? 0) * explained;
      }
      return 1 / Math.sqrt((Math.max(0, open) + prior) / (1 + prior));
    });
    return { width, sound, heard, matrix, weight };
  }
}

/** Solves `left` X = `right` in place, both of `width` columns; `left` is symmetric and positive definite and is used up. */
function solve(left: Float64Array, right: Float64Array, width: number): void {
  for (let pivot = 0; pivot < width; pivot++) {
    const scale = left[pivot * width + pivot] ?? 1;
    for (let k = 0; k < width; k++) {
      left[pivot * width + k] = (left[pivot * width + k] ?? 0) / scale;
      right[pivot * width + k] = (right[pivot * width + k] ?? 0) / scale;
    }
    for (let row = 0; row < width; row++) {
      const factor = left[row * width + pivot] ?? 0;
      if (row === pivot || factor === 0) continue;
      for (let k = 0; k < width; k++) {
        left[row * width + k] = (left[row * width + k] ?? 0) - factor * (left[pivot * width + k] ?? 0);
        right[row * width + k] = (right[row * width + k] ?? 0) - factor * (right[pivot * width + k] ?? 0);
      }
    }
  }
}

/** Sounds as the recording's voice would say them, in units of what the map leaves open. */
export function inVoice(
  { width, sound, heard, matrix, weight }: VoiceMap,
  sounds: Float32Array,
): Float32Array {
  const said = new Float32Array(sounds.length);
  for (let row = 0; row < sounds.length; row += width)
    for (let to = 0; to < width; to++) {
      let sum = heard[to] ?? 0;
      for (let from = 0; from < width; from++)
        sum += ((sounds[row + from] ?? 0) - (sound[from] ?? 0)) * (matrix[from * width + to] ?? 0);
      said[row + to] = sum * (weight[to] ?? 1);
    }
  return said;
}

/** Brings what was heard into units of what the map leaves open, in place. */
export function hearAs({ width, weight }: VoiceMap, { values }: Features): void {
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * (weight[at % width] ?? 1);
}
