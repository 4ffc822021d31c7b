import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { AAC, picture, testMedia, tone } from '../../support/media';
import { burn, cue, folderOfEachTest, names, project } from './fixture';

const inFolder = folderOfEachTest();

/** Twelve seconds with a key frame each second; subtitles in seconds 2 and 7. */
const SPOKEN = project([cue('a', 2200, 2900, 'Hello'), cue('b', 7100, 7900, 'Біз осындамыз')]);
const closed = ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '2', '-pix_fmt', 'yuv420p'];
const gops = (frames: number) => ['-g', String(frames), '-keyint_min', String(frames), '-sc_threshold', '0'];
const twelve = (rate: string, frames: number, more: readonly string[] = [], extension = '.mp4') =>
  testMedia(
    [...picture(rate, 12), ...tone(0, 100, 12), ...closed, ...gops(frames), ...more, ...AAC, '-shortest'],
    extension,
  );
const smart = (source: string, from = SPOKEN, changes: Partial<VideoOutput> = {}) =>
  burn(source, inFolder('out.mp4'), from, {
    output: { ...PLAIN_BURN_IN, smart: true, ...changes },
    temporaryFolder: inFolder('tmp'),
  });
const codes = ({ checks }: Awaited<ReturnType<typeof smart>>) => checks.map(({ code }) => code);

/** MD5 of every decoded picture, with its time in ms. */
function digests(path: string): { timeMs: number; md5: string }[] {
  const text = execFileSync('ffmpeg', [
    ...['-v', 'error', '-i', path, '-map', '0:v:0', '-fps_mode', 'passthrough'],
    ...['-enc_time_base', '1:90000', '-f', 'framemd5', '-'],
  ]).toString();
  return text
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(',').map((part) => part.trim()))
    .map((parts) => ({ timeMs: Number(parts[2]) / 90, md5: parts[5] ?? '' }));
}

/** Errors a full decode prints. */
const decodeErrors = (path: string) =>
  execFileSync('sh', ['-c', `ffmpeg -v error -i '${path}' -f null - 2>&1 || true`]).toString();

/** A look at the pictures found a subtitle in its time, and nothing of it outside. */
const BURNED = ['burned', 'burned-outside'];

describe('smart burn-in', () => {
  test('of footage that begins late keeps every picture at its time', async () => {
    const late = testMedia(['-itsoffset', '1', '-i', twelve('25', 25), '-c', 'copy', '-copyts'], '.mp4');
    const result = await smart(late);
    expect(codes(result)).toEqual(['smart', 'same-pictures', 'sound-copied', ...BURNED]);
    expect(result.burned).toEqual({ checked: 1, seen: 1 });
  });

  test.each([
    ['25 a second', '25', 25, [], '.mp4'],
    ['29.97 a second', '30000/1001', 30, [], '.mp4'],
    ['23.976 a second', '24000/1001', 24, [], '.mp4'],
    ['no pictures that look ahead', '25', 25, ['-bf', '0'], '.mp4'],
    ['Matroska', '25', 25, [], '.mkv'],
    ['uneven times', '25', 19, ['-vf', "select='gte(mod(n\\,8)\\,2)'", '-fps_mode', 'vfr'], '.mp4'],
  ])('of %s copies what shows no subtitle bit by bit', async (_, rate, frames, more, extension) => {
    const source = twelve(rate, frames, more, extension);
    const result = await smart(source);
    expect(codes(result)).toEqual(['smart', 'same-pictures', 'sound-copied', ...BURNED]);
    expect(result.burned).toEqual({ checked: 1, seen: 1 });
    expect(decodeErrors(result.path)).toBe('');
    const [before, after] = [digests(source), digests(result.path)];
    expect(after).toHaveLength(before.length);
    const offset = (before[0]?.timeMs ?? 0) - (after[0]?.timeMs ?? 0);
    const late = after.filter(({ timeMs }, n) => Math.abs(timeMs + offset - (before[n]?.timeMs ?? 0)) > 0.1);
    expect(late).toEqual([]);
    const changed = after.flatMap(({ md5, timeMs }, n) => (md5 === before[n]?.md5 ? [] : [timeMs]));
    expect(changed.length).toBeGreaterThan(10);
    // Two of twelve groups at most, wherever their edges lie.
    expect(changed.length).toBeLessThanOrEqual(before.length * 0.34);
    expect(names(inFolder())).toEqual(['out.mp4', 'tmp']);
    expect(names(inFolder('tmp'))).toEqual([]);
  });

  test.each([
    [
      'open groups',
      () => twelve('25', 25, ['-x264-params', 'open-gop=1:bframes=3:b-adapt=1']),
      'open groups',
    ],
    [
      'key frames that are none',
      () => twelve('25', 25, ['-x264-params', 'open-gop=1:bframes=2']),
      'not equal',
    ],
    [
      'an edit list',
      () => testMedia(['-ss', '0.5', '-i', twelve('25', 25), '-c', 'copy'], '.mp4'),
      'edit list|does not begin|not equal|refer',
    ],
    ['another codec', () => testMedia([...picture('25', 12), '-c:v', 'mpeg4']), 'H.264'],
    ['ten bits', () => twelve('25', 25, ['-pix_fmt', 'yuv420p10le', '-profile:v', 'high10']), 'H.264'],
    [
      'a rotation',
      () => testMedia(['-i', twelve('25', 25), '-c', 'copy', '-metadata:s:v', 'rotate=90']),
      'rotation',
    ],
    ['one long group', () => twelve('25', 300), 'everywhere'],
  ])('%s: all of it is encoded, and that is said', async (_, source, reason) => {
    const result = await smart(source());
    const said = result.checks.find(({ code }) => code === 'not-smart');
    expect(said?.message).toMatch(new RegExp(reason));
    expect(result.burned).toEqual({ checked: 1, seen: 1 });
    expect(decodeErrors(result.path)).toBe('');
  });

  test.each([
    ['another size', { height: 90 }],
    ['another codec', { codec: 'hevc' as const }],
    ['a file size', { maxBytes: 2_000_000 }],
  ])('%s is encoded as a whole', async (_, changes) => {
    const result = await smart(twelve('25', 25), SPOKEN, changes);
    expect(codes(result)).not.toContain('smart');
  });

  test('evens out the loudness all the same', async () => {
    const result = await smart(twelve('25', 25), SPOKEN, { loudness: 'streaming' });
    expect(codes(result)).toEqual(['loudness', 'loudness', 'smart', 'same-pictures', ...BURNED]);
  });

  test('cancelled: nothing is left', async () => {
    const stop = new AbortController();
    const run = burn(twelve('25', 25), inFolder('out.mp4'), SPOKEN, {
      output: { ...PLAIN_BURN_IN, smart: true },
      temporaryFolder: inFolder('tmp'),
      signal: stop.signal,
      onProgress: (fraction) => (fraction > 0.3 ? stop.abort() : undefined),
    });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expect(names(inFolder())).toEqual(['tmp']);
    expect(names(inFolder('tmp'))).toEqual([]);
  });
});
