import { isDigit } from '../document/lines';

/** What a time line of a VTT file says, `settings` trimmed. */
export interface VttTiming {
  readonly startMs: number;
  readonly endMs: number;
  readonly settings: string;
}

interface Stamp {
  readonly ms: number;
  readonly after: number;
}

/**
 * Reads the line `[from, to)` as “collect WebVTT cue timings and settings” (WebVTT, W3C CR 2019, section 6.3) does;
 * null where a browser drops the cue. With `comma` set, a comma stands for the dot before the thousandths.
 */
export function readVttTiming(text: string, from: number, to: number, comma: boolean): VttTiming | null {
  const start = readStamp(text, skipWhite(text, from, to), to, comma);
  if (!start) return null;
  const arrow = skipWhite(text, start.after, to);
  if (!text.startsWith('-->', arrow) || arrow + 3 > to) return null;
  const end = readStamp(text, skipWhite(text, arrow + 3, to), to, comma);
  if (!end) return null;
  return { startMs: start.ms, endMs: end.ms, settings: text.slice(end.after, to).trim() };
}

/** “Collect a WebVTT timestamp”: `[h…:]mm:ss.mmm`. */
function readStamp(text: string, from: number, to: number, comma: boolean): Stamp | null {
  const first = digitsEnd(text, from, to);
  if (first === from || first - from > 12) return null;
  const leading = Number(text.slice(from, first));
  const second = pair(text, first, to);
  if (second < 0) return null;
  const hasHours = first - from !== 2 || leading > 59 || text.charCodeAt(first + 3) === 58;
  const third = hasHours ? pair(text, first + 3, to) : 0;
  if (third < 0) return null;
  const dot = hasHours ? first + 6 : first + 3;
  const fraction = thousandths(text, dot, to, comma);
  if (fraction < 0) return null;
  const [hours, minutes, seconds] = hasHours ? [leading, second, third] : [0, leading, second];
  if (minutes > 59 || seconds > 59) return null;
  return { ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction, after: dot + 4 };
}

function digitsEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isDigit(text.charCodeAt(at))) at++;
  return at;
}

/** Value of `:dd` at an offset, not followed by another digit; -1 for anything else. */
function pair(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) !== 58 || digitsEnd(text, at + 1, to) !== at + 3) return -1;
  return Number(text.slice(at + 1, at + 3));
}

/** Value of `.ddd` at an offset, not followed by another digit; -1 for anything else. */
function thousandths(text: string, at: number, to: number, comma: boolean): number {
  const code = text.charCodeAt(at);
  if (code !== 46 && !(comma && code === 44)) return -1;
  if (digitsEnd(text, at + 1, to) !== at + 4) return -1;
  return Number(text.slice(at + 1, at + 4));
}

/** Skips white space as WebVTT knows it inside a line: space, tab, form feed. */
function skipWhite(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWhite(text.charCodeAt(at))) at++;
  return at;
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}
