/** Builds the services once and turns them into the contract's handlers. Hosts receive the result and add nothing to it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../shared/api/client';
import { AppError } from '../shared/api/errors';
import type { EventName, EventPayload } from '../shared/api/events';
import { appHandlers } from './handlers/app-handlers';
import { mediaHandlers } from './handlers/media-handlers';
import type { HostOptions, ServiceParts } from './handlers/parts';
import { projectHandlers } from './handlers/project-handlers';
import { contrastHandlers } from './handlers/contrast-handlers';
import { brandingHandlers } from './handlers/branding-handlers';
import { namesHandlers } from './handlers/names-handlers';
import { fontHandlers } from './handlers/font-handlers';
import { spellingHandlers } from './handlers/spelling-handlers';
import { workHandlers } from './handlers/work-handlers';
import { createLog } from './platform/log';
import { appFolders } from './platform/paths';
import { createQueue } from './services/export/queue';
import type { ItemMeans } from './services/export/run-item';
import { sweepWorkFolders } from './services/export/work-folder';
import { createClients } from './services/files/clients';
import { createFileHandles } from './services/files/handles';
import { createJobs } from './services/jobs/jobs';
import { fingerprintFile } from './services/media/fingerprint';
import { createMediaStates } from './services/media/media-state';
import { probeMedia } from './services/media/probe';
import { createProjects } from './services/projects/projects';
import { createSettings } from './services/settings/settings';
import { createCampaignWords } from './services/spelling/campaign-words';
import { dictionaryFolders } from './services/spelling/dictionaries';
import { createSpelling } from './services/spelling/spelling';
import { findTools, toolPaths } from './services/tools/tools';

export type { HostOptions };

export interface Services {
  /** The contract as one client sees it: it can use only the projects it opened. */
  handlersFor(client: string): Handlers;
  onEvent(listener: (event: EventName, payload: unknown) => void): () => void;
  /** Call when a client's event stream opens, and the answer when it breaks: its projects are then closed. */
  clientHere(client: string): () => void;
  /** For the host's own use: from a path it was given to a handle, and back (throws `unknown-handle`). */
  readonly mint: (path: string) => string;
  readonly pathOf: (handle: string) => string;
  /** Stops jobs and closes projects. */
  dispose(): Promise<void>;
}

/** ffmpeg uses every core by itself; a second job keeps short work from waiting behind an export. */
const JOBS_AT_A_TIME = 2;

export async function composeServices(options: HostOptions): Promise<Services> {
  const folders = appFolders(process.env, process.platform);
  const draftFolder = options.draftFolder ?? join(folders.data, 'drafts');
  const needed = [folders.config, folders.data, folders.cache, draftFolder];
  await Promise.all(needed.map((path) => mkdir(path, { recursive: true })));
  void sweepWorkFolders(folders.cache, Date.now());
  const log = createLog(process.env.OUTSPOKEN_LOG);

  const listeners = new Set<(event: EventName, payload: unknown) => void>();
  const tell = <E extends EventName>(event: E, payload: EventPayload<E>) => {
    for (const listener of listeners) listener(event, payload);
  };
  const files = createFileHandles();
  const { settings, recent } = createSettings(folders.config);
  const jobs = createJobs({
    concurrency: JOBS_AT_A_TIME,
    onChange(job) {
      if (job.error) log.info({ job: job.kind, code: job.error.code }, 'a job ended with an error');
      tell('job.changed', job);
    },
  });
  const projects = createProjects({ draftFolder });
  const clients = createClients((session) => {
    clients.release(session);
    void projects.close(session).catch((error: unknown) => {
      // Already closed by the way out.
      if (error instanceof AppError && error.code === 'bad-request') return;
      log.error({ error: String(error) }, 'a project did not close');
    });
  });
  const list = async () =>
    findTools({
      setting: (await settings.get()).ffmpegPath,
      resourcesPath: options.resourcesFolder,
      searchPath: process.env.PATH,
    });
  const tools = { list, paths: async (needs: readonly string[] = []) => toolPaths(await list(), needs) };
  const means: ItemMeans = {
    version: options.version,
    tools,
    fontFolder: join(options.distFolder, 'fonts'),
    cacheFolder: folders.cache,
  };
  const queue = createQueue({
    folder: join(folders.data, 'queue'),
    jobs,
    means,
    onChange: (state) => tell('queue.changed', state),
    onProgress: (entry, progress, etaMs) => tell('queue.progress', { entry, progress, etaMs }),
    keepAwake: options.keepAwake ?? null,
  });
  const media = createMediaStates({
    files,
    probe: async (path) => probeMedia(path, await tools.paths()),
    fingerprint: fingerprintFile,
    mediaUrl: options.mediaUrl,
  });
  const spelling = createSpelling(dictionaryFolders(folders.data, options.distFolder));
  const parts: ServiceParts = {
    options,
    folders,
    files,
    jobs,
    queue,
    means,
    projects,
    settings,
    recent,
    clients,
    tools,
    media,
    spelling,
    campaignWords: createCampaignWords(),
    tell,
  };

  return {
    handlersFor(client) {
      const check = (session: string) => clients.check(client, session);
      return {
        ...appHandlers(parts),
        ...mediaHandlers(parts),
        ...projectHandlers(parts, client),
        ...workHandlers(parts, check),
        ...spellingHandlers(parts, check),
        ...fontHandlers(parts, check),
        ...contrastHandlers(parts, check),
        ...brandingHandlers(parts, check),
        ...namesHandlers(parts, check),
      };
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clientHere: (client) => clients.arrive(client),
    mint: (path) => files.mint(path),
    pathOf: (handle) => files.pathOf(handle),
    async dispose() {
      await spelling.end();
      await queue.dispose();
      await jobs.dispose();
      await projects.dispose();
    },
  };
}
