/** Shot changes read from a text, or the 1-based line that is no time. */
export type ParsedShots = { readonly shotsMs: readonly number[] } | { readonly badLine: number };

const CLOCK = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2}(?:[.,]\d{1,9})?)$/;
const SECONDS = /^\d{1,7}(?:[.,]\d{1,9})?$/;

/**
 * A list of shot changes: one time a line, in seconds (as Subtitle Edit's `.shotchanges` files have them) or as
 * `[h:]mm:ss.fff`; empty lines and lines that begin with `#` are passed over. Sorted, each once, in ms with fractions.
 */
export function parseShots(text: string): ParsedShots {
  const shots = new Set<number>();
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const ms = timeOf(trimmed);
    if (ms === null) return { badLine: index + 1 };
    shots.add(ms);
  }
  return { shotsMs: [...shots].sort((a, b) => a - b) };
}

function timeOf(text: string): number | null {
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'));
  if (SECONDS.test(text)) return number(text) * 1000;
  const match = CLOCK.exec(text);
  if (!match) return null;
  return ((number(match[1]) * 60 + number(match[2])) * 60 + number(match[3])) * 1000;
}
