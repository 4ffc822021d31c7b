/** Videos with subtitles as tracks of their own: tagged, named, marked, with their fonts, the picture as it was. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fileMetadata } from '../../../electron/services/safety/metadata';
import { attachmentLabels } from '../../../shared/ffmpeg/soft-tracks';
import { steadyFont } from '../../../shared/style/steady-font';
import { softTitle } from '../../../shared/video/complete';
import { footage, TOOLS } from '../../support/media';
import {
  burn,
  cue,
  folderOfEachTest,
  FONT_FOLDER,
  output,
  probed,
  project,
  TWO,
  withTracks,
} from './fixture';

const inFolder = folderOfEachTest();

const Streams = z.object({
  streams: z.array(
    z.object({
      codec_name: z.string().optional(),
      codec_type: z.string(),
      tags: z.record(z.string(), z.string()).optional(),
      disposition: z.record(z.string(), z.number()),
    }),
  ),
});
/** The font as the app draws with it, and the one inside a file. */
const drawnFont = (name: string) => Buffer.from(steadyFont(readFileSync(join(FONT_FOLDER, name))));
const attachedBytes = (path: string, n: number) => {
  const target = inFolder(`attached-${n}`);
  // ffmpeg has nothing else to do then, and says so by its exit code.
  spawnSync('ffmpeg', ['-v', 'error', '-y', `-dump_attachment:t:${n}`, target, '-i', path]);
  return readFileSync(target);
};
const streamsOf = (path: string) =>
  Streams.parse(
    JSON.parse(
      execFileSync('ffprobe', ['-v', 'error', '-of', 'json', '-show_streams', path], { encoding: 'utf8' }),
    ),
  ).streams;

describe('soft tracks', () => {
  test.each([
    ['mp4', 'h264', 'mov_text'],
    ['mkv', 'h264', 'subrip'],
    ['mkv', 'h264', 'ass'],
    ['webm', 'vp9', 'webvtt'],
  ] as const)(
    'in %s, every language tagged, named, the first shown',
    async (container, pictureCodec, codec) => {
      const all = withTracks([
        ['en', [cue('a', 200, 900, 'Hello <i>you</i>')]],
        ['kk', [cue('b', 200, 900, 'Біз осындамыз')]],
        ['ar', [cue('c', 200, 1200, 'نحن هنا')]],
      ]);
      const { path, checks } = await burn(footage(), inFolder(`out.${container}`), all, {
        output: output({ delivery: 'mux', container, ...(codec === 'ass' ? { styled: true } : {}) }),
        trackIds: ['en', 'kk', 'ar'],
      });
      const [video, ...rest] = streamsOf(path);
      expect(video?.codec_name).toBe(pictureCodec);
      const subtitles = rest.filter(({ codec_type }) => codec_type === 'subtitle');
      expect(subtitles.map(({ codec_name }) => codec_name)).toEqual([codec, codec, codec]);
      expect(subtitles.map(({ tags }) => tags?.['language'])).toEqual(['eng', 'kaz', 'ara']);
      expect(subtitles.map(({ tags }) => tags?.['title'] ?? tags?.['handler_name'])).toEqual([
        'English',
        'қазақ тілі',
        'العربية',
      ]);
      expect(subtitles.map(({ disposition }) => disposition['default'])).toEqual([1, 0, 0]);
      expect(checks.some(({ code, result }) => code === 'soft-tracks' && result === 'passed')).toBe(true);
      const attached = rest.filter(({ codec_type }) => codec_type === 'attachment');
      const names = attached.map(({ tags }) => tags?.['filename'] ?? '');
      // Every style's fonts go along, and only those.
      expect(names).toEqual(
        codec === 'ass'
          ? ['NotoSans_400Regular.ttf', 'NotoSans_400Regular_Italic.ttf', 'NotoSansArabic_400Regular.ttf']
          : [],
      );
      for (const [n, name] of names.entries())
        expect(attachedBytes(path, n).equals(drawnFont(name)), name).toBe(true);
      const labels = [...['en', 'kk', 'ar'].map(softTitle), ...attachmentLabels(names)];
      const metadata = await fileMetadata(path, { labels, tools: TOOLS });
      expect(metadata.filter(({ kind }) => kind === 'left')).toEqual([]);
      const text = execFileSync('ffmpeg', [
        '-v',
        'error',
        '-i',
        path,
        '-map',
        '0:s:1',
        '-f',
        'srt',
        '-',
      ]).toString();
      expect(text).toContain('Біз осындамыз');
      // Sound that begins before 0 moves all streams of an MKV or WebM by as much: they stay in step.
      const times = (stream: string) =>
        probed(path, 'packet=pts_time', stream)
          .split(/\s+/)
          .map((value) => Math.round(Number(value) * 1000));
      const [firstPicture = 0] = times('v:0');
      // ASS counts in hundredths: the one before the picture at 200.
      expect(times('s:1').map((ms) => ms - firstPicture)).toContain(codec === 'ass' ? 190 : 200);
    },
  );

  test('the picture is copied bit by bit where the container takes it', async () => {
    const { path } = await burn(footage(), inFolder('out.mkv'), TWO, {
      output: output({ delivery: 'mux', container: 'mkv' }),
    });
    const frames = (file: string) =>
      execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-map', '0:v', '-f', 'md5', '-']).toString();
    expect(frames(path)).toBe(frames(footage()));
  });

  test('subtitles behind the end do not make the film longer', async () => {
    const late = project([
      cue('a', 200, 900, 'Hello'),
      cue('b', 1500, 60_000, 'Long'),
      cue('c', 70_000, 80_000, 'Late'),
    ]);
    const { path, checks } = await burn(footage(), inFolder('out.mp4'), late, {
      output: output({ delivery: 'mux' }),
    });
    expect(Number(probed(path, 'format=duration'))).toBeCloseTo(2, 1);
    expect(checks.map(({ code }) => code)).toContain('after-end');
  });
});

describe('forced subtitles', () => {
  const two = withTracks([
    ['en', [cue('a', 200, 900, 'Hello')]],
    ['kk', [cue('b', 200, 900, 'Сәлем')]],
  ]);
  const forcedIn = async (container: 'mp4' | 'mkv' | 'webm') => {
    const { path, checks } = await burn(footage(), inFolder(`out.${container}`), two, {
      output: output({ delivery: 'mux', container, forced: ['kk'] }),
      trackIds: ['en', 'kk'],
    });
    const tracks = streamsOf(path).filter(({ codec_type }) => codec_type === 'subtitle');
    return {
      forced: tracks.map(({ disposition }) => disposition['forced']),
      said: checks.some(({ code }) => code === 'not-forced'),
    };
  };

  test.each(['mkv', 'webm'] as const)('are marked in %s', async (container) => {
    expect(await forcedIn(container)).toEqual({ forced: [0, 1], said: false });
  });

  test('cannot be marked in MP4, which is said', async () => {
    expect(await forcedIn('mp4')).toEqual({ forced: [0, 0], said: true });
  });
});
