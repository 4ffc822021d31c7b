/** `m:ss`, `h:mm:ss`, either with a fraction, or `h:mm:ss:ff` as timecode. */
const CLOCK = String.raw`\d{1,3}:[0-5]\d(?::[0-5]\d(?:[:;]\d{2})?)?(?:[.,]\d{1,6})?(?![\d:])`;
const CLOCK_WITH_HOURS = String.raw`\d{1,3}:[0-5]\d:[0-5]\d(?:[:;]\d{2})?(?:[.,]\d{1,6})?(?![\d:])`;
const TO = String.raw`\s*(?:-->|→|[-–—])\s*`;

/** Each form at the start of a line, from the surest to the least sure. Group 1 is the (first) clock. */
const FORMS: readonly (readonly [form: RegExp, sure: boolean])[] = [
  [new RegExp(String.raw`^[[({<]\s*(${CLOCK})(?:${TO}${CLOCK})?\s*[\])}>]\s*(?:[-–—:]\s+|:$)?`), true],
  [new RegExp(String.raw`^(${CLOCK})${TO}${CLOCK}(?:\s+|$)`), true],
  [new RegExp(String.raw`^(${CLOCK_WITH_HOURS})(?:\s*[-–—:|]\s+|\s+|$)`), true],
  [new RegExp(String.raw`^(${CLOCK})(?:\s*[-–—|]\s+|\s*$)`), true],
  [new RegExp(String.raw`^(${CLOCK})\s+`), false],
];

/** Fewer hours than `Time` holds. */
const MOST_HOURS = 999;

/** A time stamp at the start of a line. */
export interface Stamp {
  readonly ms: number;
  /** UTF-16 units it takes, the white space and the dash after it included. */
  readonly length: number;
  /** False for `10:30 text`, which may be the time of day somebody speaks of. */
  readonly sure: boolean;
}

/** The time stamp a line begins with: `00:01:02`, `[1:02]`, `(00:01:02.5)`, `1:02 - `, a range, or one alone; else null. */
export function stampAtStart(line: string): Stamp | null {
  // Most lines have none: one look at the first character spares them the rest. A stamp is short.
  if (!/^[\d[({<]/.test(line)) return null;
  const head = line.length > 100 ? line.slice(0, 100) : line;
  for (const [form, sure] of FORMS) {
    const match = form.exec(head);
    const ms = match?.[1] === undefined ? null : clockMs(match[1]);
    if (match && ms !== null) return { ms, length: match[0].length, sure };
  }
  return null;
}

/** `Name  0:12`, `Name [00:12]`, `Name (0:12):` – what stands before the stamp at the end of a line, and the stamp. */
export function stampAtEnd(line: string): { readonly before: string; readonly ms: number } | null {
  if (line.length > 120 || !/\d[\])]?\s*:?$/.test(line)) return null;
  const match = AT_END.exec(line);
  const ms = match?.[2] === undefined ? null : clockMs(match[2]);
  return match?.[1] !== undefined && ms !== null ? { before: match[1], ms } : null;
}
const AT_END = new RegExp(String.raw`^(.*?\S)\s*[\s|•·]\s*[[(]?(${CLOCK})[\])]?\s*:?$`);

/** `Name [0:12] text`, `Name (0:12): text`: what stands before the stamp, the stamp, and how much both take. */
export function stampBehindName(
  line: string,
): { readonly before: string; readonly ms: number; readonly length: number } | null {
  const match = BEHIND_NAME.exec(line.length > 160 ? line.slice(0, 160) : line);
  const clock = match?.[2] ?? match?.[3];
  const ms = clock === undefined ? null : clockMs(clock);
  return match?.[1] !== undefined && ms !== null ? { before: match[1], ms, length: match[0].length } : null;
}
const BEHIND_NAME = new RegExp(
  String.raw`^([^\[\]():]{1,60}?)\s*(?:\[\s*(${CLOCK})\s*\]\s*:?|\(\s*(${CLOCK})\s*\)\s*:)(?:\s+|$)`,
);

/** Stamps that can be nothing else inside a text: in square brackets, or in round ones with hours. */
export const INLINE_STAMP = new RegExp(
  String.raw`\s?(?:\[\s?${CLOCK}\s?\]|\(\s?${CLOCK_WITH_HOURS}\s?\))`,
  'g',
);

/** Milliseconds of a clock such as `1:02`, `00:01:02,5` or `00:01:02:12` (frames are dropped); null over 999 hours. */
export function clockMs(clock: string): number | null {
  const [whole = '', fraction = ''] = clock.split(/[.,]/);
  const parts = whole.split(/[:;]/).map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = parts.length === 2 ? [0, ...parts] : parts;
  if (hours > MOST_HOURS) return null;
  const fractionMs = fraction === '' ? 0 : Math.round(Number(`0.${fraction}`) * 1000);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + fractionMs;
}
