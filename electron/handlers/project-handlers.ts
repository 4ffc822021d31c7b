import { realpath } from 'node:fs/promises';
import type { Handlers } from '../../shared/api/client';
import type { OpenedProject } from '../../shared/api/contract';
import { formatMessage } from '../../shared/messages/index';
import type { OpenState } from '../services/projects/projects';
import type { ServiceParts } from './parts';

type Names = `project.${string}`;

/** Opening, changing, saving and closing projects, for one client. */
export function projectHandlers(
  parts: ServiceParts,
  client: string,
): Pick<Handlers, Extract<keyof Handlers, Names>> {
  const { files, projects, clients, recent, media, options } = parts;

  const opened = async (state: OpenState): Promise<OpenedProject> => {
    const { session, path, draft, project, history, savedSeq, readOnly, notices } = state;
    clients.claim(client, session);
    // The command line leaves no traces on the start screen.
    if (options.host !== 'cli') await recent.add({ path, title: titleOf(state), draft });
    return {
      session,
      file: draft ? null : await files.info(path),
      project,
      history,
      savedSeq,
      readOnly,
      media: await media.stateOf(project.meta.media, projects.mediaPlace(session)),
      notices,
    };
  };
  /** A page that was reloaded left its project locked by its former self. */
  const takeOver = async (path: string): Promise<void> => {
    const real = await realpath(path).catch(() => path);
    for (const session of clients.abandoned()) {
      if (projects.state(session).path !== real) continue;
      clients.release(session);
      await projects.close(session);
    }
  };
  const check = (session: string) => clients.check(client, session);

  return {
    'project.create': async ({ media: footage, language, title }) => {
      const path = footage === null ? null : files.pathOf(footage);
      const found = path === null ? null : await media.examine(path, null);
      const reference =
        path === null || found === null
          ? null
          : { path, fingerprint: found.fingerprint, durationMs: found.info.durationMs };
      return opened(await projects.createDraft({ title, language, media: reference }));
    },
    'project.open': async ({ file, readOnly }) => {
      const path = files.pathOf(file);
      if (readOnly) return opened(await projects.open(path, { readOnly }));
      await takeOver(path);
      return opened(await projects.open(path));
    },
    'project.append': async ({ session, entries }) => {
      check(session);
      return { seq: await projects.append(session, entries) };
    },
    'project.save': async ({ session }) => {
      check(session);
      return { savedSeq: await projects.save(session) };
    },
    'project.saveAs': async ({ session, file }) => {
      check(session);
      const before = projects.state(session);
      const { savedSeq, path } = await projects.saveAs(session, files.pathOf(file));
      if (options.host !== 'cli') {
        if (before.draft) await recent.forget(before.path);
        await recent.add({ path, title: titleOf(projects.state(session)), draft: false });
      }
      return { savedSeq, file: await files.info(path) };
    },
    'project.close': async ({ session }) => {
      check(session);
      await projects.close(session);
      clients.release(session);
      return {};
    },
    'project.useMedia': async ({ session, file, sameAs }) => {
      check(session);
      const path = files.pathOf(file);
      const { info, fingerprint } = await media.examine(path, sameAs?.fingerprint ?? null);
      const reference = { path, fingerprint, durationMs: info.durationMs };
      return {
        reference: projects.referenceTo(session, reference),
        media: await media.stateOf(reference, path),
      };
    },
  };
}

function titleOf({ project }: OpenState): string {
  return project.meta.title === '' ? formatMessage('project.untitled') : project.meta.title;
}
