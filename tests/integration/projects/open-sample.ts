import type { OpenState, Projects } from '../../../electron/services/projects/projects';
import type { JournalEntry } from '../../../shared/domain/change';
import type { Project } from '../../../shared/domain/project';
import { setCueText } from '../../../shared/edits/cue';
import { diffProjects } from '../../../shared/history/diff';
import { sampleProject } from '../../support/sample-project';

/** The entry of an edit that leads from one project to the other. */
export function step(seq: number, before: Project, after: Project): JournalEntry {
  const changes = diffProjects(before, after);
  return { kind: 'do', seq, command: 'cue.setText', label: 'edit.cue.setText', changes };
}

/** Gives cue c1 another text, as one step. Answers its seq. */
export async function say(projects: Projects, session: string, text: string): Promise<number> {
  const { project, history, savedSeq } = projects.state(session);
  const seq = (history.at(-1)?.seq ?? savedSeq) + 1;
  return projects.append(session, [step(seq, project, setCueText.apply(project, { id: 'c1', text }))]);
}

/** What cue c1 says. */
export function said(project: Project): string | undefined {
  return project.cues.find(({ id }) => id === 'c1')?.text;
}

/** The sample project, made as a draft in one step and saved at `path`. */
export async function openSample(projects: Projects, path: string): Promise<OpenState> {
  const { session, project } = await projects.createDraft({ title: 'Feminita', language: 'en', media: null });
  const content = { ...sampleProject(), meta: project.meta, styles: project.styles };
  await projects.append(session, [step(1, project, content)]);
  await projects.saveAs(session, path);
  return projects.state(session);
}
