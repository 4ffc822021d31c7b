/** What a row of the list says of its cue. Pure. */
import type { Profile } from '../../../shared/domain/profile';
import type { Cue } from '../../../shared/domain/track';
import { countCharacters } from '../../../shared/text/characters';

/** `near`: within a tenth of the limit. `over`: past it. */
export type Load = 'ok' | 'near' | 'over';

export interface LineLoad {
  readonly characters: number;
  readonly load: Load;
}

export interface CueLoad {
  readonly lines: readonly LineLoad[];
  readonly lineCount: Load;
  /** Characters per second, one decimal; null for a cue that lasts no time. */
  readonly speed: number | null;
  readonly speedLoad: Load;
  readonly durationMs: number;
  readonly durationLoad: Load;
}

const NEAR = 0.9;

/** How a cue fills the limits of its profile. Linear in the text. */
export function loadOf(cue: Pick<Cue, 'startMs' | 'endMs' | 'text'>, profile: Profile): CueLoad {
  const options = { halfWidth: profile.halfWidthCounts };
  const durationMs = cue.endMs - cue.startMs;
  const lines = cue.text.split('\n').map((line) => {
    const characters = countCharacters(line, options);
    return { characters, load: loadFor(characters, profile.maxCharactersPerLine) };
  });
  const total = lines.reduce((sum, line) => sum + line.characters, 0);
  const speed = durationMs > 0 ? Math.round((total * 10_000) / durationMs) / 10 : null;
  return {
    lines,
    lineCount: lines.length > profile.maxLines ? 'over' : 'ok',
    speed,
    speedLoad: speed === null ? (total > 0 ? 'over' : 'ok') : loadFor(speed, profile.maxCharactersPerSecond),
    durationMs,
    durationLoad: durationMs < profile.minDurationMs || durationMs > profile.maxDurationMs ? 'over' : 'ok',
  };
}

function loadFor(value: number, limit: number): Load {
  if (value > limit) return 'over';
  return value > limit * NEAR ? 'near' : 'ok';
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
