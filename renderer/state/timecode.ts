/** Times as people type and read them. Pure; milliseconds in, milliseconds out. */
import type { Milliseconds } from '../../shared/domain/time';

/** The model's longest time (1,000 hours); a longer one is a slip of the keyboard. */
const LONGEST_MS = 3_600_000_000;

/** Digits people's keyboards type besides ASCII: Arabic-Indic, Persian, fullwidth. */
const DIGIT_BASES = [0x0660, 0x06f0, 0xff10] as const;

const TIMECODE = /^(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,7})(?:[.,](\d{1,6}))?$/;

/**
 * Reads `62.5`, `1:02.5`, `01:02,500`, `1:00:02.5` (hours:minutes:seconds, decimals after a point or comma, spaces
 * around). Minutes and seconds may pass 59: `90:00` is an hour and a half. Rounded to the nearest
 * millisecond. Null for anything else, for negatives and for more than 1,000 hours.
 */
export function parseTimecode(text: string): Milliseconds | null {
  const match = TIMECODE.exec(asciiDigits(text.trim()));
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0', decimals = ''] = match;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  const ms = whole * 1000 + (decimals === '' ? 0 : Math.round(Number(`0.${decimals}`) * 1000));
  return ms <= LONGEST_MS ? ms : null;
}

function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    const base = DIGIT_BASES.find((candidate) => code >= candidate && code < candidate + 10) ?? code;
    return String(code - base);
  });
}

/** `1:02.500`, `1:00:02.500`: hours only where there are any, always three decimals. Negatives show as 0. */
export function formatTimecode(ms: Milliseconds): string {
  const whole = Math.max(0, Math.round(ms));
  const decimals = String(whole % 1000).padStart(3, '0');
  return `${formatClock(whole)}.${decimals}`;
}

/** `1:02`, `1:00:02`: whole seconds, cut off. Negatives show as 0. */
export function formatClock(ms: Milliseconds): string {
  const total = Math.floor(Math.max(0, ms) / 1000);
  const seconds = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** A length in seconds with one decimal, e.g. `2.4`. */
export function formatSeconds(ms: Milliseconds): string {
  return (Math.max(0, ms) / 1000).toFixed(1);
}
