/** Figures as a person reads them. */

const KILO = 1000;
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `1:20`, `1:02:03`: minutes and seconds of a time or time left; rounds to the nearest second. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** `1.4 GB`: a size as file managers show it. */
export function formatBytes(bytes: number): string {
  const power = Math.min(
    BYTE_UNITS.length - 1,
    Math.max(0, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO))),
  );
  const value = bytes / KILO ** power;
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: BYTE_UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

/** `63 %`: a share of 0 to 1. Never says 100 % of something unfinished. */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat('en', { style: 'percent' }).format(Math.floor(share * 100) / 100);
}

/** `12:04`: the time of day. */
export function formatTimeOfDay(date: Date): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(date);
}

/** `today, 12:04`-like short date of a moment in epoch ms, in the person's own format. */
export function formatMoment(epochMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(epochMs);
}
