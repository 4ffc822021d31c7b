import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Services } from '../../../electron/compose';
import { clientOf } from '../../../electron/hosts/cli/client';
import { createDocument, newId, type Document } from '../../../electron/hosts/cli/document';
import type { Client } from '../../../shared/api/client';
import { AppError, errorFromData } from '../../../shared/api/errors';
import type { Job } from '../../../shared/domain/job';
import { setTrackCues } from '../../../shared/edits/track-cues';
import { sourceTrackOf, withSourceTrack } from '../../../shared/edits/make-subtitles';
import { replaceTranscript } from '../../../shared/edits/transcript';
import { cliServices, ownFolders } from '../../contract/subjects';

/** The app without a screen: real services, a home and a folder of its own. */
export interface App {
  readonly services: Services;
  readonly client: Client;
  readonly folder: string;
  readonly home: string;
  close(): Promise<void>;
}

export async function startApp(): Promise<App> {
  const { home, folder, done } = await ownFolders();
  const services = await cliServices();
  return {
    services,
    client: clientOf(services),
    folder,
    home,
    async close() {
      await services.dispose();
      await done();
    },
  };
}

/** A handle for a file that is there. */
export async function handleOf({ client, folder }: App, name: string): Promise<string> {
  return (await client.call('files.find', { path: join(folder, name) })).handle;
}

export interface Film {
  readonly document: Document;
  readonly session: string;
  /** The source track, with one cue. */
  readonly track: string;
}

/** A saved project `film.outspoken` of `media` (copied to `name`), with a transcript and one cue. */
export async function openFilm(
  app: App,
  media: string,
  { name = 'footage.mp4', text = 'Anna: We were born here, this is our land.', language = 'en' } = {},
): Promise<Film> {
  const { client, services, folder } = app;
  copyFileSync(media, join(folder, name));
  const opened = await client.call('project.create', {
    media: await handleOf(app, name),
    language,
    title: 'Film',
  });
  const document = createDocument(client, opened);
  const draft = await client.call('transcript.read', {
    source: { kind: 'text', text },
    language,
    encoding: null,
  });
  await document.run(replaceTranscript, { newId, draft, language });
  await document.run(
    {
      command: 'track.add',
      label: 'edit.track.add',
      apply: (project) => withSourceTrack(project, newId).project,
    },
    {},
  );
  const track = sourceTrackOf(document.project())?.id ?? '';
  await document.run(setTrackCues, {
    newId,
    trackId: track,
    cues: [{ startMs: 100, endMs: 1500, text: 'We were born here' }],
  });
  const { session } = opened;
  await client.call('project.saveAs', { session, file: services.mint(join(folder, 'film.outspoken')) });
  return { document, session, track };
}

/** Starts a job and waits until it is over, however it ends. Throws what keeps it from starting. */
export async function endOf(client: Client, start: () => Promise<Job>): Promise<Job> {
  let ended: (job: Job) => void = () => undefined;
  const end = new Promise<Job>((resolve) => (ended = resolve));
  const seen: Job[] = [];
  let id: string | null = null;
  const off = client.on('job.changed', (job) => {
    seen.push(job);
    if (job.id === id && job.state !== 'running' && job.state !== 'queued') ended(job);
  });
  try {
    id = (await start()).id;
    const over = seen.find((job) => job.id === id && job.state !== 'running' && job.state !== 'queued');
    return over ?? (await end);
  } finally {
    off();
  }
}

/** Waits for a job that must fail, and gives its error; an error on starting it likewise. */
export async function failureOf(client: Client, start: () => Promise<Job>): Promise<AppError> {
  try {
    const { error, state } = await endOf(client, start);
    if (!error) throw new Error(`the job is ${state}`);
    return errorFromData(error);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}
