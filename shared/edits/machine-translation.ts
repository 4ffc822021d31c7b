import { breakLines } from '../cues/lines';
import type { Project } from '../domain/project';
import type { MachineMade } from '../domain/translator';
import { profileById, profileFor } from '../profiles/profiles';
import type { Edit } from './edit';
import { MAX_TEXT, mapCues, trackOf, unsigned } from './records';

/** What a machine wrote for a cue. */
export interface MachineAnswer {
  readonly cue: string;
  /** What the cue said when the machine was asked. */
  readonly before: string;
  readonly text: string;
}

/**
 * Takes texts that a machine wrote as drafts, marked as made by it, their lines broken by the track's profile; all in one step.
 * A cue that somebody wrote in meanwhile, or that is gone, stays as it is. Throws `bad-request` where the track is gone.
 */
export const takeMachineTexts: Edit<{
  trackId: string;
  answers: readonly MachineAnswer[];
  made: MachineMade;
}> = {
  command: 'translation.machine',
  label: 'edit.translation.machine',
  apply(project: Project, { trackId, answers, made }) {
    const track = trackOf(project, trackId);
    const profile = profileById(track.profileId) ?? profileFor(track.language);
    const byCue = new Map(answers.map((answer) => [answer.cue, answer]));
    const cues = project.cues.filter(({ id }) => byCue.has(id));
    return mapCues(project, cues, (cue) => {
      const answer = byCue.get(cue.id);
      if (!answer || cue.trackId !== trackId || cue.text !== answer.before || answer.text.trim() === '')
        return cue;
      const text = breakLines(answer.text, profile, track.language).slice(0, MAX_TEXT);
      return { ...unsigned(cue), text, status: 'draft', stale: false, machine: made };
    });
  },
};
