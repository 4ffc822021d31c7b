import { homedir } from 'node:os';
import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import { requireApproval, wantedPrograms } from '../../shared/safety/programs';
import type { ServiceParts } from './parts';

type Names = `${'app' | 'settings' | 'recent' | 'files' | 'jobs'}.${string}`;

/** What concerns the app itself: settings, recent projects, the door to files, the job list. */
export function appHandlers(parts: ServiceParts): Pick<Handlers, Extract<keyof Handlers, Names>> {
  const { options, files, jobs, projects, settings, recent, tools } = parts;
  return {
    'app.info': async () => ({
      version: options.version,
      host: options.host,
      nativeDialogs: options.pick !== null,
      setsPrograms: options.approve !== null,
      tools: await tools.list(),
    }),
    'settings.get': () => settings.get(),
    'settings.set': async (change) => {
      for (const program of wantedPrograms(await settings.get(), change))
        await requireApproval(program, options.approve);
      return settings.set(change);
    },
    'recent.list': async () => recent.list(files, await projects.drafts()),
    'recent.forget': async ({ file }) => {
      await recent.forget(files.pathOf(file));
      return {};
    },
    'files.list': ({ folder }) => files.list(folder, homedir()),
    'files.find': ({ path }) => files.find(path),
    'files.target': ({ folder, name }) => files.target(folder, name),
    'files.pick': async ({ purpose, suggestedName }) => {
      if (!options.pick)
        throw new AppError('bad-request', { reason: 'this host has no dialogs of the system' });
      const path = await options.pick(purpose, suggestedName);
      if (path === null) return null;
      return purpose.startsWith('save-') ? files.newFile(path) : files.info(path);
    },
    'jobs.list': async () => jobs.list(),
    'jobs.cancel': async ({ job }) => {
      jobs.cancel(job);
      return {};
    },
    'jobs.result': async ({ job }) => jobs.result(job),
  };
}
