/** `export --preset`, `jobs` and `scan` as scripts use them. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ExportManifest, MetadataItem } from '../../../shared/domain/export';
import { NAMES_FILE } from '../../../shared/safety/names-file';
import { cliPlace, theObject } from '../../support/cli';
import { footage } from '../../support/media';
import { openFilm, startApp } from '../bad-input/fixture';

const place = cliPlace();
const here = (...parts: string[]) => join(place.folder, ...parts);
afterAll(() => place.remove());

const Exported = z.object({
  files: z.array(
    z.object({ file: z.string(), state: z.string(), error: z.object({ code: z.string() }).optional() }),
  ),
});
const Jobs = z.object({
  jobs: z.array(
    z.object({ id: z.string(), command: z.array(z.string()), file: z.string(), kind: z.string() }),
  ),
});
const Scanned = z.object({
  names: z.number(),
  files: z.array(
    z.object({
      file: z.string(),
      names: z.array(z.object({ place: z.string(), found: z.string() })),
      metadata: z.array(MetadataItem),
    }),
  ),
});

beforeAll(async () => {
  const app = await startApp();
  await openFilm(app, footage());
  for (const name of ['film.outspoken', 'footage.mp4']) copyFileSync(join(app.folder, name), here(name));
  await app.close();
});

describe('export --preset', () => {
  it('makes every file into a folder, records them, and does nothing the second time', async () => {
    const args = [
      'export',
      'film.outspoken',
      '--preset',
      'srt,transcript-txt,mux-mkv',
      '--out',
      'out',
      '--json',
    ];
    const first = await place.run(args);
    expect(first.code).toBe(0);
    expect(Exported.parse(theObject(first)).files.map(({ file, state }) => [file, state])).toEqual([
      ['film.en.txt', 'done'],
      ['film.en.srt', 'done'],
      ['film.en.mkv', 'done'],
    ]);
    const manifest = ExportManifest.parse(
      JSON.parse(readFileSync(here('out', 'outspoken-manifest.json'), 'utf8')),
    );
    expect(manifest.files.map(({ file }) => file)).toEqual(['film.en.mkv', 'film.en.srt', 'film.en.txt']);
    const before = statSync(here('out', 'film.en.mkv')).mtimeMs;
    const second = Exported.parse(theObject(await place.run(args)));
    expect(second.files.map(({ state }) => state)).toEqual(['kept', 'kept', 'kept']);
    expect(statSync(here('out', 'film.en.mkv')).mtimeMs).toBe(before);
  });

  it('a stretch with the campaign’s logo, as listed by jobs and as made', async () => {
    const lavfi = ['-f', 'lavfi', '-i', 'color=white:s=64x64', '-frames:v', '1'];
    const file = 'brand-0123456789abcdef.png';
    mkdirSync(here('branding'));
    execFileSync('ffmpeg', ['-v', 'error', ...lavfi, here('branding', file)]);
    const logo = { file, corner: 'top-left', width: 0.3, margin: 0.02, opacity: 1 };
    writeFileSync(here('branding', 'branding.json'), JSON.stringify({ logo, endCard: null }));
    const options = ['--preset', 'burn-in', '--out', 'clips', '--branding', '--from', '0.4', '--to', '1.2'];
    const listed = Jobs.parse(theObject(await place.run(['jobs', 'film.outspoken', ...options, '--json'])));
    const [job] = listed.jobs;
    expect(job?.command).toEqual(expect.arrayContaining(['--branding', '--from', '0.4', '--to', '1.2']));
    const run = await place.run([...(job?.command.slice(1) ?? []), '--json']);
    expect(run).toMatchObject({ code: 0 });
    const made = here('clips', 'film.en.mp4');
    const shown = ['-v', 'error', '-i', made, '-frames:v', '1', '-vf', 'scale=32:18'];
    const pixels = execFileSync('ffmpeg', [...shown, '-f', 'rawvideo', '-pix_fmt', 'gray', '-']);
    expect(pixels[2 * 32 + 2]).toBeGreaterThan(220);
    const asked = ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0'];
    expect(Number(execFileSync('ffprobe', [...asked, made]).toString())).toBeCloseTo(0.8, 1);
    const manifest = ExportManifest.parse(
      JSON.parse(readFileSync(here('clips', 'outspoken-manifest.json'), 'utf8')),
    );
    expect(manifest.files).toHaveLength(1);
    rmSync(here('branding'), { recursive: true });
    const without = await place.run(['export', 'film.outspoken', ...options, '--json']);
    expect(Exported.parse(theObject(without)).files.map(({ state }) => state)).toEqual(['done']);
  });

  it('a job is told all that was asked for: how footage is fitted, what is kept, forced languages', async () => {
    const asked = ['--fit', 'crop', '--focus', '0.2,0.5', '--forced', 'en', '--loudness', 'streaming'];
    const options = [...asked, '--hardware', '--smart', '--preset', 'tiktok,mux-mkv,burn-in'];
    const listed = await place.run(['jobs', 'film.outspoken', ...options, '--out', 'framed', '--json']);
    const { jobs } = Jobs.parse(theObject(listed));
    for (const { command } of jobs) {
      expect(command).toEqual(expect.arrayContaining([...asked, '--hardware', '--smart']));
      expect(['tiktok', 'mux-mkv', 'burn-in']).toContain(command[command.indexOf('--preset') + 1]);
    }
    const wrong = await place.run(['jobs', 'film.outspoken', '--focus', '2', '--preset', 'x', '--out', 'y']);
    expect(wrong.code).toBe(2);
  });

  it('makes the codecs and containers that are no platform’s, each by its name', async () => {
    const presets = 'burn-in,burn-in-hevc,burn-in-webm,mux-webm,overlay-webm';
    const run = await place.run([
      ...[
        'export',
        'film.outspoken',
        '--preset',
        presets,
        '--loudness',
        'ebu-r128',
        '--out',
        'codecs',
        '--json',
      ],
    ]);
    const { files } = Exported.parse(theObject(run));
    expect(files.map(({ state, error }) => error ?? state)).toEqual(Array(5).fill('done'));
    const codecOf = (file: string) => {
      const asked = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=codec_name'];
      return execFileSync('ffprobe', [...asked, '-of', 'csv=p=0', here('codecs', file)])
        .toString()
        .trim();
    };
    expect(files.map(({ file }) => [file, codecOf(file)])).toEqual([
      ['film.en.burn-in.mp4', 'h264'],
      ['film.en.burn-in-hevc.mp4', 'hevc'],
      ['film.en.burn-in.webm', 'vp9'],
      ['film.en.mux.webm', 'vp9'],
      ['film.en.overlay.webm', 'vp9'],
    ]);
  });

  it('measures contrast first where that is asked for, and keeps what it found in the record', async () => {
    const args = ['export', 'film.outspoken', '--preset', 'burn-in', '--from', '0', '--to', '1', '--json'];
    const checksOf = async (folder: string, ...more: string[]) => {
      await place.run([...args, '--out', folder, ...more]);
      const manifest = readFileSync(here(folder, 'outspoken-manifest.json'), 'utf8');
      const { files } = ExportManifest.parse(JSON.parse(manifest));
      return files.flatMap(({ checks }) => checks.map(({ code }) => code));
    };
    expect(await checksOf('unseen')).toContain('contrast-unmeasured');
    expect(await checksOf('seen', '--contrast')).toContain('contrast');
  });

  it('one file that fails stops no other; the exit code tells', async () => {
    mkdirSync(here('blocked', 'film.en.srt'), { recursive: true });
    const run = await place.run([
      'export',
      'film.outspoken',
      '--preset',
      'srt,vtt',
      '--out',
      'blocked',
      '--json',
    ]);
    expect(run.code).toBe(3);
    expect(Exported.parse(theObject(run)).files.map(({ state, error }) => [state, error?.code])).toEqual([
      ['failed', 'no-permission'],
      ['done', undefined],
    ]);
  });

  it.each([
    [['--preset', 'srt'], '--out DIR'],
    [['--preset', 'mp5', '--out', 'x'], 'There is no preset “mp5”'],
    [['--preset', 'srt', '--lang', 'xx', '--out', 'x'], 'xx'],
  ])('%j is wrong use and says so', async (more, said) => {
    const run = await place.run(['export', 'film.outspoken', ...more]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(said);
  });
});

describe('jobs', () => {
  it('lists one command a file; each alone makes its file, in any order, into one record', async () => {
    rmSync(here('fan'), { recursive: true, force: true });
    const listed = await place.run([
      'jobs',
      'film.outspoken',
      '--preset',
      'srt,vtt,youtube,x',
      '--out',
      'fan',
      '--json',
    ]);
    expect(listed.code).toBe(0);
    const { jobs } = Jobs.parse(theObject(listed));
    expect(jobs.map(({ file }) => file)).toEqual(
      ['film.en.srt', 'film.en.vtt', 'film.en.youtube.mp4', 'film.en.x.mp4'].map((name) => here('fan', name)),
    );
    const every = [
      'jobs',
      'film.outspoken',
      '--preset',
      'burn-in,mux-mp4,mux-mkv,overlay,none,transcript-docx',
    ];
    const others = Jobs.parse(theObject(await place.run([...every, '--out', 'fan', '--json']))).jobs;
    expect(others.map(({ command }) => command[command.indexOf('--preset') + 1])).not.toContain('');
    const texts = jobs.filter(({ kind }) => kind === 'subtitles');
    const runs = await Promise.all(texts.map(({ command }) => place.run(command.slice(1))));
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(readdirSync(here('fan')).sort()).toEqual([
      'film.en.srt',
      'film.en.vtt',
      'outspoken-manifest.html',
      'outspoken-manifest.json',
    ]);
    const manifest = ExportManifest.parse(
      JSON.parse(readFileSync(here('fan', 'outspoken-manifest.json'), 'utf8')),
    );
    expect(manifest.files.map(({ file }) => file)).toEqual(['film.en.srt', 'film.en.vtt']);
  });
});

describe('scan', () => {
  it('finds planted metadata and listed names in any file, and nothing in our own', async () => {
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-i',
      here('footage.mp4'),
      '-c',
      'copy',
      '-metadata',
      'title=Interview with Aigerim',
      '-metadata',
      'location=+43.2+076.9/',
      here('camera.mp4'),
    ]);
    await place.run(['export', 'film.outspoken', '--preset', 'srt,mux-mkv', '--out', 'out']);
    writeFileSync(here(NAMES_FILE), 'Айгерім\n');
    writeFileSync(here('said.srt'), '1\n00:00:01,000 --> 00:00:02,000\nМеня зовут Айгерим.\n');
    const run = await place.run(['scan', 'camera.mp4', 'said.srt', 'out/film.en.mkv', '--json']);
    expect(run.code).toBe(1);
    const { files, names } = Scanned.parse(theObject(run));
    expect(names).toBe(1);
    const [camera, said, own] = files;
    expect(camera?.names.map(({ found }) => found)).toContain('Aigerim');
    expect(camera?.metadata.some(({ kind, value }) => kind === 'left' && value.includes('+43.2'))).toBe(true);
    expect(said?.names).toEqual([{ place: 'part 1', found: 'Айгерим' }]);
    // Named by its language, and no more.
    expect(own?.metadata.filter(({ kind }) => kind === 'left')).toEqual([]);
    expect((await place.run(['scan', 'out/film.en.srt'])).code).toBe(0);
    rmSync(here(NAMES_FILE));
  });

  it('finds a name that runs over two subtitles of one speaker', async () => {
    writeFileSync(here(NAMES_FILE), 'Жанар Сапарова\n');
    writeFileSync(
      here('spoken.vtt'),
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v А.>Это Жанар\n\n00:02.000 --> 00:03.000\n<v А.>Сапарова.\n',
    );
    const { files } = Scanned.parse(theObject(await place.run(['scan', 'spoken.vtt', '--json'])));
    expect(files[0]?.names).toEqual([{ place: 'part 1', found: 'Жанар\nСапарова' }]);
    rmSync(here(NAMES_FILE));
  });
});
