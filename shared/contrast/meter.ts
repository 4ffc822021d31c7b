import { channelsOf, contrastRatio, luminance, luminanceOf } from './wcag';

/**
 * How far around a letter its surroundings are looked at, in em: about the width of a stroke (Noto Sans Regular: 0.09).
 *
 * WCAG 2.2 ("Understanding 1.4.3") takes a wide border for the background of a letter and a narrow one for a part of it. So the
 * luminance of the whole ring counts, on average: an outline as wide as a stroke is the surroundings, a hairline in a
 * bright picture is only a little of them. A box covers the ring, as dense as it is; a shadow darkens its side.
 */
const RING_EM = 0.08;
/** A tenth of the letters, over all pictures, may have less than the ratio given. */
const PERCENTILE = 0.1;
/** Fewer pixels of a ring (of the em's square) are a splinter of one that mostly lies in the next cell. */
const LEAST_RING = 0.04;
/** A pixel is a letter's where at least half of it is. */
const INK = 128;

const STEP = 8;
const LEVELS = 32;

/** The colour that stands for the n-th cue of at most 1024: green says how much of a pixel is letter, red and blue whose. */
export function numberColour(number: number): string {
  const byte = (value: number) => (value * STEP).toString(16).padStart(2, '0');
  return `#${byte(number % LEVELS)}FF${byte(Math.floor(number / LEVELS))}`.toUpperCase();
}

export interface MeterOptions {
  /** Of a picture, px. */
  readonly width: number;
  readonly height: number;
  readonly emPx: number;
  /** The colour of each cue's letters, by its number. */
  readonly colours: readonly string[];
}

/**
 * Measures how letters stand out from what is right around them: per letter-sized cell of a picture the contrast ratio of the
 * letters' colour to the mean luminance of the ring around them, then the tenth percentile over a cue's cells in all pictures.
 */
export class ContrastMeter {
  readonly #options: MeterOptions;
  readonly #inks: readonly { readonly channels: ReturnType<typeof channelsOf>; readonly luminance: number }[];
  readonly #ratios: number[][];
  readonly #ring: readonly (readonly [dx: number, dy: number])[];
  /** Number of the cue whose ring a pixel lies in, plus 1; 0 for none. */
  readonly #owner: Uint16Array;

  constructor(options: MeterOptions) {
    const { width, height, emPx, colours } = options;
    this.#options = options;
    this.#inks = colours.map((colour) => ({ channels: channelsOf(colour), luminance: luminanceOf(colour) }));
    this.#ratios = colours.map(() => []);
    this.#ring = offsetsWithin(Math.max(1.5, RING_EM * emPx));
    this.#owner = new Uint16Array(width * height);
  }

  /** Bytes of what `add` takes. */
  get frameBytes(): number {
    return 2 * 3 * this.#owner.length;
  }

  /** One picture as it is seen, and below it the letters alone over black in `numberColour`: RGB, row by row. */
  add(frame: Uint8Array): void {
    const { width } = this.#options;
    const letters = frame.subarray(3 * this.#owner.length);
    const ringed = this.#ringed(letters);
    const cells = new Map<number, { cue: number; sum: number; count: number }>();
    for (const pixel of ringed) {
      const cue = (this.#owner[pixel] ?? 1) - 1;
      this.#owner[pixel] = 0;
      const key = this.#cellOf(pixel % width, Math.floor(pixel / width)) * this.#inks.length + cue;
      const cell = cells.get(key) ?? { cue, sum: 0, count: 0 };
      cell.sum += this.#luminanceAt(frame, letters, pixel, cue);
      cell.count++;
      cells.set(key, cell);
    }
    const least = LEAST_RING * this.#options.emPx ** 2;
    for (const { cue, sum, count } of cells.values())
      if (count >= least)
        this.#ratios[cue]?.push(contrastRatio(this.#inks[cue]?.luminance ?? 0, sum / count));
  }

  /** The ratio of each cue, by its number, 1 to 21; null where no letter of it was in any picture. */
  ratios(): (number | null)[] {
    return this.#ratios.map((all) => {
      const sorted = all.toSorted((a, b) => a - b);
      return sorted[Math.floor(PERCENTILE * (sorted.length - 1))] ?? null;
    });
  }

  #cellOf(x: number, y: number): number {
    const { width, emPx } = this.#options;
    return Math.floor(y / emPx) * Math.ceil(width / emPx + 1) + Math.floor(x / emPx);
  }

  /** Pixels around letters, each once; `#owner` says whose. */
  #ringed(letters: Uint8Array): number[] {
    const { width, height } = this.#options;
    const ringed: number[] = [];
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const pixel = y * width + x;
        if (inkAt(letters, pixel) < INK || isInside(letters, x, y, width, height)) continue;
        const cue = numberAt(letters, pixel);
        if (cue >= this.#inks.length) continue;
        for (const [dx, dy] of this.#ring) {
          const [left, top] = [x + dx, y + dy];
          if (left < 0 || top < 0 || left >= width || top >= height) continue;
          const other = top * width + left;
          if (this.#owner[other] !== 0 || inkAt(letters, other) >= INK) continue;
          this.#owner[other] = cue + 1;
          ringed.push(other);
        }
      }
    return ringed;
  }

  /** Luminance of a pixel without the part of it that is letter. */
  #luminanceAt(frame: Uint8Array, letters: Uint8Array, pixel: number, cue: number): number {
    const ink = inkAt(letters, pixel) / 255;
    const [red, green, blue] = this.#inks[cue]?.channels ?? [0, 0, 0];
    const around = (channel: number, own: number) =>
      ((frame[3 * pixel + channel] ?? 0) - ink * own) / (1 - ink);
    return luminance(around(0, red), around(1, green), around(2, blue));
  }
}

function inkAt(letters: Uint8Array, pixel: number): number {
  return letters[3 * pixel + 1] ?? 0;
}

function numberAt(letters: Uint8Array, pixel: number): number {
  const scale = 255 / inkAt(letters, pixel) / STEP;
  const level = (channel: number) => Math.round((letters[3 * pixel + channel] ?? 0) * scale);
  return level(0) + LEVELS * level(2);
}

/** Whether all four neighbours are letter too. */
function isInside(letters: Uint8Array, x: number, y: number, width: number, height: number): boolean {
  const pixel = y * width + x;
  return (
    x > 0 &&
    y > 0 &&
    x < width - 1 &&
    y < height - 1 &&
    inkAt(letters, pixel - 1) >= INK &&
    inkAt(letters, pixel + 1) >= INK &&
    inkAt(letters, pixel - width) >= INK &&
    inkAt(letters, pixel + width) >= INK
  );
}

/** Every offset within a radius, but the middle. */
function offsetsWithin(radius: number): (readonly [number, number])[] {
  const reach = Math.floor(radius);
  const side = Array.from({ length: 2 * reach + 1 }, (_, n) => n - reach);
  return side
    .flatMap((dy) => side.map((dx) => [dx, dy] as const))
    .filter(([dx, dy]) => (dx !== 0 || dy !== 0) && Math.hypot(dx, dy) <= radius);
}
