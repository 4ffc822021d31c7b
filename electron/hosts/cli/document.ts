import { randomUUID } from 'node:crypto';
import type { Client } from '../../../shared/api/client';
import type { OpenedProject } from '../../../shared/api/contract';
import type { Project } from '../../../shared/domain/project';
import type { Edit, NewId } from '../../../shared/edits/edit';
import { applyEdit } from '../../../shared/translation/settle';
import { diffProjects } from '../../../shared/history/diff';

/** Fresh record ids: 122 random bits. */
export const newId: NewId = () => randomUUID();

/** An open project that a command changes by edits, each handed to the service at once. */
export interface Document {
  readonly session: string;
  readonly project: () => Project;
  run<Args>(edit: Edit<Args>, args: Args): Promise<void>;
}

/** Wraps what `project.open` or `project.create` answered. */
export function createDocument(client: Client, opened: OpenedProject): Document {
  let project = opened.project;
  let seq = opened.history.at(-1)?.seq ?? opened.savedSeq;
  return {
    session: opened.session,
    project: () => project,
    async run(edit, args) {
      const after = applyEdit(edit, project, args);
      const changes = diffProjects(project, after);
      if (changes.length === 0) return;
      const entry = { kind: 'do' as const, seq: seq + 1, command: edit.command, label: edit.label, changes };
      seq = (await client.call('project.append', { session: opened.session, entries: [entry] })).seq;
      project = after;
    },
  };
}
