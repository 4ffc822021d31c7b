import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createProjects, type Projects } from '../../../electron/services/projects/projects';
import { openSample, say } from './open-sample';

/** A folder and what opens projects in it. */
export interface Place {
  readonly folder: string;
  /** Of a project that is not there yet. */
  readonly path: string;
  readonly projects: Projects;
  /** Another window on the same folder, with a limit of its own where given. */
  another(compactAtBytes?: number): Projects;
  /** Names of the project's own files. */
  files(): Promise<string[]>;
  /** Closes everything and removes the folder. */
  remove(): Promise<void>;
}

export async function newPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'outspoken-projects-'));
  const services: Projects[] = [];
  const another = (compactAtBytes?: number): Projects => {
    const options = { draftFolder: join(folder, 'drafts') };
    const made = createProjects(compactAtBytes === undefined ? options : { ...options, compactAtBytes });
    services.push(made);
    return made;
  };
  return {
    ...{ folder, another, path: join(folder, 'a.outspoken'), projects: another() },
    files: async () => (await readdir(folder)).filter((name) => name.startsWith('a.')).sort(),
    async remove() {
      await Promise.all(services.map((one) => one.dispose()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Matches an error of this code. */
export const withCode = (code: string) => expect.objectContaining({ code }) as unknown;

/** What somebody who opened a project is told. */
export const codes = (state: { readonly notices: readonly { readonly code: string }[] }) =>
  state.notices.map(({ code }) => code);

/** A project with a backup: saved with “one”, then with “two”, then “three” unsaved; closed. */
export async function threeSteps({ projects, path }: Place): Promise<void> {
  const { session } = await openSample(projects, path);
  await say(projects, session, 'one');
  await projects.save(session);
  await say(projects, session, 'two');
  await projects.save(session);
  await say(projects, session, 'three');
  await projects.close(session);
}
