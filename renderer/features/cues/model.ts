/** What a row of the list says of its cue. Pure. */
import type { RuleName } from '../../../shared/checks/rule';
import type { Finding, Profile } from '../../../shared/domain/profile';
import type { Cue } from '../../../shared/domain/track';
import { countCharacters } from '../../../shared/text/characters';
import { dictionaryForm } from '../../../shared/spelling/words';
import { withoutMarkUp } from '../../../shared/text/mark-up';

/** How a figure of a row is shown: as the gravest finding about it. */
export type Tone = 'ok' | 'warning' | 'error';

export interface LineLoad {
  readonly characters: number;
  /** Longer than the profile allows, as the check `line-length` has it. */
  readonly isOver: boolean;
}

export interface CueLoad {
  readonly lines: readonly LineLoad[];
  /**
   * Characters per second, one decimal; null for a cue that lasts no time. Over the limit it is rounded up, as in the
   * finding, so that it is never shown as the limit it breaks.
   */
  readonly speed: number | null;
  readonly durationMs: number;
}

/** The figures of a cue, counted as the checks count them. Linear in the text. */
export function loadOf(cue: Pick<Cue, 'startMs' | 'endMs' | 'text'>, profile: Profile): CueLoad {
  const options = { halfWidth: profile.halfWidthCounts };
  const durationMs = cue.endMs - cue.startMs;
  const lines = withoutMarkUp(cue.text)
    .split('\n')
    .map((line) => {
      const characters = countCharacters(line, options);
      return { characters, isOver: characters > profile.maxCharactersPerLine };
    });
  const total = lines.reduce((sum, line) => sum + line.characters, 0);
  const limit = profile.maxCharactersPerSecond;
  const round = total * 1000 > limit * durationMs ? Math.ceil : Math.round;
  const speed = durationMs > 0 ? round((total * 10_000) / durationMs) / 10 : null;
  return { lines, speed, durationMs };
}

/** No style guide has subtitles longer than this: their rows are as high as a few subtitles, not as all that text. */
const LONG = { characters: 240, lines: 6 };

/** Whether a text is far too long for a subtitle, as where a whole transcript was pasted into one. */
export function isVeryLong(text: string): boolean {
  return text.length > LONG.characters || text.split('\n').length > LONG.lines;
}

/** The shorter of two lines in per cent of the longer, rounded down; null for one line, more than two, or none with anything in it. */
export function balanceOf({ lines }: Pick<CueLoad, 'lines'>): number | null {
  if (lines.length !== 2) return null;
  const widths = lines.map(({ characters }) => characters);
  const longest = Math.max(...widths);
  return longest === 0 ? null : Math.floor((100 * Math.min(...widths)) / longest);
}

/** The tone of what these rules found; `ok` where they found nothing. */
export function toneOf(findings: readonly Finding[], rules: readonly RuleName[]): Tone {
  const found = findings.filter(({ rule }) => rules.some((name) => name === rule));
  if (found.length === 0) return 'ok';
  return found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

/** The words, in dictionary form, that findings say are misspelt; null where there are none. */
export function misspeltIn(findings: readonly Finding[]): ReadonlySet<string> | null {
  const words = findings.flatMap(({ rule, values }) =>
    rule === 'spelling' ? [dictionaryForm(String(values.word))] : [],
  );
  return words.length === 0 ? null : new Set(words);
}

/** The row a move of the cursor leads to, kept inside the list; -1 in an empty one. `from` -1: nothing is selected yet. */
export function rowAfter(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const to = targetRow(key, from, count, page);
  return to === null ? null : Math.min(count - 1, Math.max(0, to));
}

function targetRow(key: string, from: number, count: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from < 0 ? 0 : from - 1;
    case 'PageDown':
      return from + page;
    case 'PageUp':
      return from - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Where a new cue fits at a time: from there to the next cue or the usual length, clear of the cue shown there. Null: no room. */
export function roomAt(
  cues: readonly Pick<Cue, 'startMs' | 'endMs'>[],
  ms: number,
  lengthMs: number,
  gapMs: number,
): { readonly startMs: number; readonly endMs: number } | null {
  let startMs = ms;
  let endMs = ms + lengthMs;
  for (const cue of cues) {
    if (cue.startMs <= startMs && cue.endMs + gapMs > startMs) startMs = cue.endMs + gapMs;
    else if (cue.startMs > startMs) {
      endMs = Math.min(startMs + lengthMs, cue.startMs - gapMs);
      break;
    }
    endMs = startMs + lengthMs;
  }
  return endMs - startMs >= LEAST_ROOM_MS ? { startMs, endMs } : null;
}

/** Less than this holds no word. */
export const LEAST_ROOM_MS = 200;
