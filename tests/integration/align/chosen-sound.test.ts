/** Footage in two languages: the sound that a person chose is the one aligned to and the one that leaves. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportOutput } from '../../../shared/domain/export';
import { setProjectSound } from '../../../shared/edits/project';
import { newId } from '../../../electron/hosts/cli/document';
import { replaceTranscript } from '../../../shared/edits/transcript';
import { testMedia } from '../../support/media';
import { sampleFolder, sampleMedia, sampleTruth } from '../../support/sample';
import { endOf, failureOf, openFilm, startApp, type App, type Film } from '../bad-input/fixture';

const PATIENCE_MS = 300_000;
/** Of the streams: the picture is 0. */
const RUSSIAN = 2;

let app: App;
let film: Film;
let footage: string;

beforeAll(async () => {
  sampleFolder();
  footage = testMedia(
    [
      ...['-i', sampleMedia('sample-en'), '-i', sampleMedia('sample-ru')],
      ...['-map', '0:v', '-map', '0:a', '-map', '1:a', '-c', 'copy', '-bf', '0'],
    ],
    '.mp4',
  );
  app = await startApp();
  film = await openFilm(app, footage, { language: 'ru' });
}, PATIENCE_MS);
afterAll(() => app.close());

const align = () => app.client.call('align.start', { session: film.session, words: null });

/** Share of the words that were found where they are said in Russian. */
async function shareFound(): Promise<number> {
  const { id } = await endOf(app.client, align);
  const result = await app.client.call('jobs.result', { job: id });
  if (result.kind !== 'align') throw new Error('it was not aligned');
  const truth = sampleTruth('sample-ru');
  const near = result.alignment.words.filter(
    ({ startMs }, n) => startMs !== null && Math.abs(startMs - (truth[n]?.startMs ?? NaN)) <= 200,
  );
  return near.length / truth.length;
}

/** The packets of one sound of a file, as they are. */
const packetsOf = (path: string, sound: number) =>
  execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-map', `0:${sound}`, '-c', 'copy', '-f', 'md5', '-'], {
    encoding: 'utf8',
  });

async function exported(output: ExportOutput): Promise<string> {
  const { client, folder } = app;
  const name = `${output.kind === 'video' ? output.delivery : ''}-${film.document.project().meta.sound ?? 0}`;
  mkdirSync(join(folder, name));
  const { session, track } = film;
  const out = (await client.call('files.find', { path: join(folder, name) })).handle;
  const plan = { tracks: [track], outputs: [output], naming: 'film.{ext}' };
  await client.call('queue.add', { session, plan, folder: out, override: null });
  for (;;) {
    const [entry] = (await client.call('queue.get', {})).entries.slice(-1);
    if (entry?.state === 'done') return join(folder, name, entry.item.name);
    if (entry?.state === 'failed') throw new Error(JSON.stringify(entry.error));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const VIDEO = { kind: 'video', container: 'mp4', preset: null, height: null } as const;

test(
  'alignment hears it',
  async () => {
    const { document } = film;
    const text = readFileSync(join(sampleFolder(), 'sample-ru.txt'), 'utf8');
    const source = { kind: 'text', text } as const;
    const draft = await app.client.call('transcript.read', { source, language: 'ru', encoding: null });
    await document.run(replaceTranscript, { newId, draft, language: 'ru' });
    // The main sound is the English one, to which the Russian words do not belong.
    expect((await failureOf(app.client, align)).code).toBe('mismatch');
    await document.run(setProjectSound, { sound: RUSSIAN });
    expect(await shareFound()).toBeGreaterThan(0.9);
  },
  PATIENCE_MS,
);

test.each<[string, ExportOutput]>([
  ['a video with burned-in subtitles', { ...VIDEO, delivery: 'burn-in', height: 240 }],
  ['a video with soft subtitles', { ...VIDEO, delivery: 'mux' }],
])(
  'it leaves in %s, and no other',
  async (_, output) => {
    const { document } = film;
    await document.run(setProjectSound, { sound: RUSSIAN });
    const russian = await exported(output);
    expect(packetsOf(russian, 1)).toBe(packetsOf(footage, RUSSIAN));
    const streams = ['-v', 'error', '-show_entries', 'stream=codec_type', '-of', 'csv=p=0', russian];
    const kinds = execFileSync('ffprobe', streams, { encoding: 'utf8' }).trim().split('\n');
    expect(kinds.filter((kind) => kind.startsWith('audio'))).toHaveLength(1);
    await document.run(setProjectSound, { sound: null });
    expect(packetsOf(await exported(output), 1)).toBe(packetsOf(footage, 1));
  },
  PATIENCE_MS,
);

test(
  'a sound that the footage no longer has gives way to its main one',
  async () => {
    await film.document.run(setProjectSound, { sound: 9 });
    expect((await failureOf(app.client, align)).code).toBe('mismatch');
  },
  PATIENCE_MS,
);
