/** Edits of the time between cues that follow each other in one track at the same place on screen. */
import type { Edit } from './edit';
import { nextInLane, previousInLane } from './neighbours';
import { cuesOf, mapCues, retimed, validSpan } from './records';

/** Cues, and what stays between two of them. */
export interface GapArgs {
  readonly ids: readonly string[];
  /** What stays between two cues, ms. */
  readonly gapMs: number;
}

/** Lets cues stay until the smallest gap before the next one. One that reaches further already, or has none after it, stays. */
export const extendToNext: Edit<GapArgs> = {
  command: 'cue.extendToNext',
  label: 'edit.cue.extendToNext',
  apply(project, { ids, gapMs }) {
    const next = nextInLane(project.cues);
    return mapCues(project, cuesOf(project, ids), (cue) => {
      const endMs = (next.get(cue.id)?.startMs ?? -Infinity) - gapMs;
      return endMs > cue.endMs ? retimed(cue, validSpan(cue.startMs, endMs)) : cue;
    });
  },
};

/** Lets cues begin at the smallest gap after the one before. One that begins earlier already stays. */
export const extendToPrevious: Edit<GapArgs> = {
  command: 'cue.extendToPrevious',
  label: 'edit.cue.extendToPrevious',
  apply(project, { ids, gapMs }) {
    const previous = previousInLane(project.cues);
    return mapCues(project, cuesOf(project, ids), (cue) => {
      const startMs = (previous.get(cue.id)?.endMs ?? Infinity) + gapMs;
      return startMs < cue.startMs ? retimed(cue, validSpan(startMs, cue.endMs)) : cue;
    });
  },
};

/** Brings gaps under `belowMs` to `gapMs` by the end of the cue before: longer for a wide gap, shorter for one too small. Overlaps stay. */
export const closeGaps: Edit<GapArgs & { readonly belowMs: number }> = {
  command: 'cue.closeGaps',
  label: 'edit.cue.closeGaps',
  apply(project, { ids, gapMs, belowMs }) {
    const next = nextInLane(project.cues);
    return mapCues(project, cuesOf(project, ids), (cue) => {
      const after = next.get(cue.id);
      const gap = after ? after.startMs - cue.endMs : -1;
      if (!after || gap < 0 || gap >= belowMs || gap === gapMs) return cue;
      return retimed(cue, validSpan(cue.startMs, after.startMs - gapMs));
    });
  },
};

/**
 * Ends cues that overlap the next one the smallest gap before it. Where both begin together, or so little would be left that
 * nobody could read it, the overlap stays: that takes a person.
 */
export const removeOverlaps: Edit<GapArgs> = {
  command: 'cue.removeOverlaps',
  label: 'edit.cue.removeOverlaps',
  apply(project, { ids, gapMs }) {
    const next = nextInLane(project.cues);
    return mapCues(project, cuesOf(project, ids), (cue) => {
      const after = next.get(cue.id);
      if (!after || after.startMs >= cue.endMs) return cue;
      const endMs = after.startMs - gapMs;
      return endMs - cue.startMs < LEAST_MS ? cue : retimed(cue, validSpan(cue.startMs, endMs));
    });
  },
};

/** Shorter than this no cue is cut (ours: a flash of a few frames is worse than a finding). */
const LEAST_MS = 200;
