import type { Id } from '../domain/common';
import type { Span } from '../domain/alignment';
import type { Cue } from '../domain/track';
import { removeCues } from './cue';
import type { Edit } from './edit';
import { mapCues, trackOf, validSpan } from './records';

export interface RetimeArgs {
  readonly trackId: Id;
  /** New times by cue; null takes the cue out. Cues that are not named, or went meanwhile, are left alone. */
  readonly times: readonly { readonly id: Id; readonly span: Span | null }[];
  /** True: cues that a person timed stay where they are; the others end where these begin. */
  readonly keepHandTimed: boolean;
}

/** Gives the cues of a track new times, as re-timing found them. Whether a person timed a cue stays as it was. */
export const retimeTrack: Edit<RetimeArgs> = {
  command: 'track.retime',
  label: 'edit.track.retime',
  apply(project, { trackId, times, keepHandTimed }) {
    trackOf(project, trackId);
    const spans = new Map(times.map(({ id, span }) => [id, span]));
    const own = project.cues.filter((cue) => cue.trackId === trackId);
    const isKept = (cue: Cue) => keepHandTimed && cue.timedByHand;
    const kept = own.filter(isKept);
    const free = own.filter((cue) => !isKept(cue) && spans.has(cue.id));
    const gone = free.filter(({ id }) => spans.get(id) === null).map(({ id }) => id);
    const moved = mapCues(project, free, (cue) => {
      const span = spans.get(cue.id);
      if (!span) return cue;
      const next = kept.find(({ startMs }) => startMs > span.startMs && startMs < span.endMs);
      const valid = validSpan(span.startMs, next?.startMs ?? span.endMs);
      return valid.startMs === cue.startMs && valid.endMs === cue.endMs ? cue : { ...cue, ...valid };
    });
    return gone.length === 0 ? moved : removeCues.apply(moved, { ids: gone });
  },
};
