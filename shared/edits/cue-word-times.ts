import type { Edit } from './edit';
import { heardSpans, UNKNOWN_TIMING, withCuesRetimed, type CueTiming } from './cues-follow';
import { cuesOf, mapCues, settled } from './records';

/** Gives cues the times of their words again, whoever timed them; from here on they follow their words. */
export const takeWordTimes: Edit<{ ids: readonly string[]; timing?: CueTiming }> = {
  command: 'cue.takeWordTimes',
  label: 'edit.cue.takeWordTimes',
  apply(project, { ids, timing = UNKNOWN_TIMING }) {
    const heard = heardSpans(project);
    const cues = cuesOf(project, ids).filter(({ id }) => heard.has(id));
    const freed = mapCues(project, cues, (cue) =>
      cue.timedByHand || cue.wordsMoved === true ? { ...settled(cue), timedByHand: false } : cue,
    );
    return withCuesRetimed(freed, new Set(cues.map(({ id }) => id)), heard, timing);
  },
};

/** Keeps the times a person gave cues although their words moved: they are no longer listed. */
export const keepCueTimes: Edit<{ ids: readonly string[] }> = {
  command: 'cue.keepTimes',
  label: 'edit.cue.keepTimes',
  apply: (project, { ids }) => mapCues(project, cuesOf(project, ids), settled),
};
