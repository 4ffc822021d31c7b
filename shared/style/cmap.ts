import { FontFault, type FontTable } from './sfnt';

/** Code points from `0` to `1`, both in. */
export type CodePointRange = readonly [from: number, to: number];

const LAST_CODE_POINT = 0x10ffff;
/** Platform and encoding of the subtables that libass would read, best first (OpenType 1.9.1, `cmap`). */
const SUBTABLES: readonly (readonly [platform: number, encoding: number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

/**
 * The code points a `cmap` table gives a glyph other than 0, ascending and apart. Formats 4 and 12, which every font for a
 * computer has. At most as many steps as there are code points. Throws `FontFault`.
 */
export function readCoverage(cmap: FontTable): CodePointRange[] {
  const count = cmap.u16(2);
  const places = new Map<string, number>();
  for (let n = 0; n < count; n++)
    places.set(`${cmap.u16(4 + 8 * n)},${cmap.u16(6 + 8 * n)}`, cmap.u32(8 + 8 * n));
  for (const [platform, encoding] of SUBTABLES) {
    const at = places.get(`${platform},${encoding}`);
    if (at === undefined) continue;
    const format = cmap.u16(at);
    if (format === 12) return merged(segmentedCoverage(cmap, at));
    if (format === 4) return merged(deltaCoverage(cmap, at));
  }
  throw new FontFault('no-letters');
}

function segmentedCoverage(cmap: FontTable, at: number): CodePointRange[] {
  const groups = cmap.u32(at + 12);
  if (at + 16 + groups * 12 > cmap.length) throw new FontFault('damaged');
  const ranges: CodePointRange[] = [];
  for (let n = 0; n < groups; n++) {
    const group = at + 16 + 12 * n;
    const [from, to, glyph] = [cmap.u32(group), cmap.u32(group + 4), cmap.u32(group + 8)];
    if (from > to || to > LAST_CODE_POINT) throw new FontFault('damaged');
    ranges.push([glyph === 0 ? from + 1 : from, to]);
  }
  return ranges;
}

/** Format 4. Its segments may not overlap, so no code point is looked at twice. */
function deltaCoverage(cmap: FontTable, at: number): CodePointRange[] {
  const segments = cmap.u16(at + 6) >> 1;
  const ends = at + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const offsets = deltas + 2 * segments;
  const ranges: CodePointRange[] = [];
  let before = -1;
  for (let n = 0; n < segments; n++) {
    const [from, to] = [cmap.u16(starts + 2 * n), cmap.u16(ends + 2 * n)];
    if (from > to || from <= before) throw new FontFault('damaged');
    before = to;
    const offset = cmap.u16(offsets + 2 * n);
    const delta = cmap.u16(deltas + 2 * n);
    for (let code = from; code <= to; code++) {
      const place = offsets + 2 * n + offset + 2 * (code - from);
      // 0xffff ends the list and is no character.
      if (code === 0xffff || (offset !== 0 && place + 2 > cmap.length)) continue;
      const stored = offset === 0 ? code : cmap.u16(place);
      if ((stored === 0 && offset !== 0) || ((stored + delta) & 0xffff) === 0) continue;
      ranges.push([code, code]);
    }
  }
  return ranges;
}

function merged(ranges: readonly CodePointRange[]): CodePointRange[] {
  const out: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (from > to) continue;
    const last = out.at(-1);
    if (last && from <= last[1] + 1) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** Ranges as text: hexadecimal, `20-7e a0`, ends in. */
export function rangesText(ranges: readonly CodePointRange[]): string {
  return ranges
    .map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`))
    .join(' ');
}

/** A set of code points, from what `rangesText` writes. */
export interface Coverage {
  /** Logarithmic. */
  has(codePoint: number): boolean;
}

/** The set that a text of ranges says, ascending. What cannot be read in it covers nothing. */
export function coverageOf(text: string): Coverage {
  const bounds = text.split(' ').flatMap((range) => {
    const [start = '', end = start] = range.split('-');
    const [from, to] = [parseInt(start, 16), parseInt(end, 16)];
    return Number.isNaN(from) || Number.isNaN(to) ? [] : [from, to];
  });
  return {
    has(codePoint) {
      let low = 0;
      let high = bounds.length / 2;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((bounds[middle * 2 + 1] ?? 0) < codePoint) low = middle + 1;
        else high = middle;
      }
      return low < bounds.length / 2 && (bounds[low * 2] ?? 0) <= codePoint;
    },
  };
}
