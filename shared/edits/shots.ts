import type { Project } from '../domain/project';
import { SAME_SHOT_MS } from '../shots/shots';
import type { Edit } from './edit';
import { validTime } from './records';

/** Says that a shot begins at a time (ms), though none was found there or one was taken away. */
export const addShot: Edit<{ atMs: number }> = {
  command: 'shots.add',
  label: 'edit.shots.add',
  apply(project, { atMs }) {
    const ms = validTime(atMs);
    const { added, removed } = corrections(project);
    if (added.some(near(ms))) return project;
    return withShots(project, {
      added: [...added, ms].sort((a, b) => a - b),
      removed: removed.filter((time) => !near(ms)(time)),
    });
  },
};

/** Says that no shot begins at a time (ms), whether one was found or added there. */
export const removeShot: Edit<{ atMs: number }> = {
  command: 'shots.remove',
  label: 'edit.shots.remove',
  apply(project, { atMs }) {
    const ms = validTime(atMs);
    const { added, removed } = corrections(project);
    if (removed.some(near(ms)) && !added.some(near(ms))) return project;
    return withShots(project, {
      added: added.filter((time) => !near(ms)(time)),
      removed: removed.some(near(ms)) ? removed : [...removed, ms].sort((a, b) => a - b),
    });
  },
};

/** Says that the shot thought to begin at one time (ms) begins at another. */
export const moveShot: Edit<{ fromMs: number; toMs: number }> = {
  command: 'shots.move',
  label: 'edit.shots.move',
  apply(project, { fromMs, toMs }) {
    const [from, to] = [validTime(fromMs), validTime(toMs)];
    if (from === to) return project;
    const { added, removed } = corrections(project);
    return withShots(project, {
      added: [...added.filter((ms) => !near(from)(ms) && !near(to)(ms)), to].sort((a, b) => a - b),
      removed: [...removed.filter((ms) => !near(to)(ms) && ms !== from), from].sort((a, b) => a - b),
    });
  },
};

const near = (ms: number) => (time: number) => Math.abs(time - ms) < SAME_SHOT_MS;

function corrections({ meta }: Project) {
  return meta.shots ?? { added: [], removed: [] };
}

function withShots(project: Project, shots: NonNullable<Project['meta']['shots']>): Project {
  return { ...project, meta: { ...project.meta, shots } };
}
