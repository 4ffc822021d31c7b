import type { Note, Verdict } from '../domain/review';
import type { Cue, CueStatus } from '../domain/track';
import { finish } from '../steps';
import { saysTheSame } from './text-diff';

/** How far work can be, from the beginning to the end. */
export const STATUSES: readonly CueStatus[] = ['draft', 'timed', 'translated', 'reviewed', 'approved'];

/** How far a track is. */
export interface TrackStatus {
  /** That of its cue that is least far; null for a track without cues. */
  readonly status: CueStatus | null;
  readonly counts: Readonly<Record<CueStatus, number>>;
  /** Who gave cues their present status, each once, sorted. */
  readonly by: readonly string[];
  /** When the last of them did, ms since 1970; null where nobody did. */
  readonly atMs: number | null;
}

/** A track's status follows from its cues', so it can never be out of date. Linear. */
export function trackStatus(cues: readonly Cue[]): TrackStatus {
  const counts = { draft: 0, timed: 0, translated: 0, reviewed: 0, approved: 0 };
  const by = new Set<string>();
  let atMs: number | null = null;
  for (const { status, signed } of cues) {
    counts[status] += 1;
    if (!signed) continue;
    if (signed.by !== '') by.add(signed.by);
    atMs = Math.max(atMs ?? 0, signed.atMs);
  }
  return { status: STATUSES.find((status) => counts[status] > 0) ?? null, counts, by: [...by].sort(), atMs };
}

/** What reviewers think of a cue as it is now. */
export type Verdicts = Readonly<
  Record<Verdict, readonly { readonly author: string; readonly atMs: number }[]>
>;

/**
 * Verdicts on cues by cue id. Only those on the text as it is now count (`seen` gives what reviewers were shown of a cue: names may have been
 * replaced); one on an older text says nothing. Linear.
 */
export function verdictsByCue(
  notes: readonly Note[],
  cues: readonly Cue[],
  seen: (cue: Cue) => string,
): ReadonlyMap<string, Verdicts> {
  return finish(verdictsInSteps(notes, cues, seen));
}

/** Notes between two rests: far less than a millisecond. */
const NOTES_A_STEP = 50;

/** As `verdictsByCue`, for those who must not keep others waiting: it rests after every few notes. */
export function* verdictsInSteps(
  notes: readonly Note[],
  cues: readonly Cue[],
  seen: (cue: Cue) => string,
): Generator<undefined, ReadonlyMap<string, Verdicts>> {
  const byId = new Map(cues.map((cue) => [cue.id, cue]));
  const found = new Map<string, Record<Verdict, { author: string; atMs: number }[]>>();
  for (const [n, note] of notes.entries()) {
    if (n % NOTES_A_STEP === 0) yield;
    const cue = byId.get(note.target.id);
    if (note.kind !== 'judgement' || note.withdrawn || !cue) continue;
    if (!saysTheSame(note.base, cue.text) && !saysTheSame(note.base, seen(cue))) continue;
    const verdicts = found.get(note.target.id) ?? { fine: [], unsure: [], wrong: [] };
    found.set(note.target.id, verdicts);
    verdicts[note.verdict].push({ author: note.author, atMs: note.order });
  }
  return found;
}
