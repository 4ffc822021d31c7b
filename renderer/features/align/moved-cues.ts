import type { Cue } from '../../../shared/domain/track';
import type { Project } from '../../../shared/domain/project';
import { keepCueTimes, takeWordTimes } from '../../../shared/edits/cue-word-times';
import { run, useDocument } from '../../state/document';
import { cueTiming } from './cue-timing';

const NONE: readonly Cue[] = [];
const known = new WeakMap<Project['cues'], readonly Cue[]>();

/** The cues that a person timed and whose words were heard elsewhere since; the same array until a cue changes. */
export function movedCues(project: Project = useDocument.getState().project): readonly Cue[] {
  let cues = known.get(project.cues);
  if (!cues) {
    const moved = project.cues.filter(({ wordsMoved }) => wordsMoved === true);
    cues = moved.length > 0 ? moved : NONE;
    known.set(project.cues, cues);
  }
  return cues;
}

/** Gives cues the times of their words. */
export function takeTimes(cues: readonly Cue[]): void {
  run(takeWordTimes, { ids: cues.map(({ id }) => id), timing: cueTiming() });
}

/** Leaves cues where a person put them, and says no more about it. */
export function keepTimes(cues: readonly Cue[]): void {
  run(keepCueTimes, { ids: cues.map(({ id }) => id) });
}
