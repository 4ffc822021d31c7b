import type { Random } from './random';

/** A subtitle of a sound file, before a fault is planted. */
export interface PlannedCue {
  startMs: number;
  endMs: number;
  lines: string[];
  /** A word that stands in this cue only. */
  token: string;
}

/** A cue as lines of the file: `head` is the number or name, null where there is none. */
export interface DraftCue {
  before: string[];
  head: string | null;
  timing: string;
  lines: string[];
  /** Lines between this cue and the next, normally one empty line. */
  gap: string[];
}

/** A file in the making. */
export interface Draft {
  format: 'srt' | 'vtt';
  header: string[];
  cues: DraftCue[];
  eol: string;
  bom: boolean;
}

const TEXTS = [
  'We are born here',
  'Все люди рождаются свободными',
  'Барлық адамдар тумысынан азат',
  'Tous les êtres humains naissent libres',
  'يولد جميع الناس أحراراً',
  'Ten to one, 100 percent',
  'Don’t stop: go on…',
] as const;

export function planCues(random: Random, count: number): PlannedCue[] {
  const cues: PlannedCue[] = [];
  let clock = 1000 + random.below(5000);
  for (let at = 0; at < count; at++) {
    const length = 900 + random.below(4000);
    const token = `q${at}z`;
    const lines = [`${random.pick(TEXTS)} ${token}`];
    if (random.below(2) === 1) lines.push(random.pick(TEXTS));
    cues.push({ startMs: clock, endMs: clock + length, lines, token });
    clock += length + 80 + random.below(3000);
  }
  return cues;
}

export function stamp(ms: number, point: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(ms / 3_600_000);
  const rest = `${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}`;
  return `${two(hours)}:${rest}${point}${String(ms % 1000).padStart(3, '0')}`;
}

export function timingOf({ startMs, endMs }: { startMs: number; endMs: number }, point: string): string {
  return `${stamp(startMs, point)} --> ${stamp(endMs, point)}`;
}

export function draftOf(format: 'srt' | 'vtt', cues: readonly PlannedCue[], eol: string): Draft {
  const point = format === 'srt' ? ',' : '.';
  return {
    format,
    header: format === 'srt' ? [] : ['WEBVTT', ''],
    cues: cues.map((cue, at) => ({
      before: [],
      head: String(at + 1),
      timing: timingOf(cue, point),
      lines: [...cue.lines],
      gap: at === cues.length - 1 ? [] : [''],
    })),
    eol,
    bom: false,
  };
}

export function render({ header, cues, eol, bom }: Draft): string {
  const lines = [...header];
  for (const { before, head, timing, lines: text, gap } of cues)
    lines.push(...before, ...(head === null ? [] : [head]), timing, ...text, ...gap);
  return (bom ? '\ufeff' : '') + lines.map((line) => line + eol).join('');
}
