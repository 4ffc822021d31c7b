/** What goes wrong with footage and on the way: never a wrong file under the final name, never a success that is not one. */
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Clearance } from '../../../electron/services/safety/clearance';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import { AAC, footage, H264, picture, testMedia, tone, TOOLS, unevenFootage } from '../../support/media';
import {
  burn,
  cue,
  folderOfEachTest,
  greyFootage,
  greyFrames,
  inkedFrames,
  names,
  probed,
  project,
  TWO,
} from './fixture';
import { smallDisk } from '../../support/small-disk';

const WAYS: readonly (readonly [string, Partial<VideoOutput>])[] = [
  ['burning in', {}],
  ['burning in by halves', { smart: true }],
  ['burning in to a size', { maxBytes: 2_000_000 }],
  ['WebM', { container: 'webm' }],
  ['soft tracks', { delivery: 'mux', container: 'mkv' }],
  ['an overlay', { delivery: 'overlay', container: 'mov' }],
  ['evened loudness', { loudness: 'streaming' }],
];

const inFolder = folderOfEachTest();
const make = (changes: Partial<VideoOutput>, source = footage(), more: Parameters<typeof burn>[3] = {}) =>
  burn(source, inFolder('out'), TWO, {
    output: { ...PLAIN_BURN_IN, ...changes },
    temporaryFolder: inFolder('tmp'),
    ...more,
  });
function expectUntouched(...others: string[]) {
  expect(readFileSync(inFolder('out'), 'utf8')).toBe('what was there before');
  expect(names(inFolder())).toEqual(['out', 'tmp', ...others].sort());
  expect(names(inFolder('tmp'))).toEqual([]);
}
/** A stand-in for ffmpeg that does something else once it is to write. */
function fakeFfmpeg(script: string): typeof TOOLS {
  writeFileSync(inFolder('fake'), `#!/bin/bash\nout="\${@: -1}"\n${script}\n`);
  chmodSync(inFolder('fake'), 0o755);
  return { ...TOOLS, ffmpeg: inFolder('fake') };
}

describe.each(WAYS)('%s', (_, changes) => {
  beforeEach(() => writeFileSync(inFolder('out'), 'what was there before'));

  test('with an ffmpeg that is killed leaves nothing', async () => {
    const tools = fakeFfmpeg('[[ $out == file:* || $out == - ]] && kill -9 $$\nexec ffmpeg "$@"');
    await expect(make(changes, footage(), { tools })).rejects.toMatchObject({ code: 'tool-failed' });
    expectUntouched('fake');
  });

  test('with an ffmpeg that ends with 0 and cuts the file short leaves nothing', async () => {
    const tools = fakeFfmpeg(
      'ffmpeg "$@" || exit $?\npath=${out#file:}; [[ $path == *.part ]] && truncate -s $(( $(stat -c %s "$path") * 6 / 10 )) "$path"; exit 0',
    );
    await expect(make(changes, footage(), { tools })).rejects.toMatchObject({ code: 'verification' });
    expectUntouched('fake');
  });

  test.each([0, 0.5, 0.99])('cancelled at %d leaves nothing', async (at) => {
    const stop = new AbortController();
    if (at === 0) stop.abort();
    const run = make(
      changes,
      testMedia([...picture('25', 6), ...tone(0, 9, 6), ...H264, ...AAC, '-shortest']),
      {
        signal: stop.signal,
        onProgress: (fraction) => (fraction >= Math.min(at, 0.96) ? stop.abort() : undefined),
      },
    );
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expectUntouched();
  });

  test('on a disk that fills up leaves nothing', async ({ skip }) => {
    const disk = smallDisk(inFolder(), 40);
    if (!disk) return skip();
    try {
      const busy = testMedia([
        ...picture('25', 3, '640x360'),
        ...tone(0, 9, 3),
        '-vf',
        'noise=alls=60:allf=t',
        ...H264,
        ...AAC,
        '-shortest',
      ]);
      const run = burn(busy, join(disk.path, 'out'), TWO, {
        output: { ...PLAIN_BURN_IN, ...changes },
        temporaryFolder: inFolder('tmp'),
      });
      await expect(run).rejects.toMatchObject({ code: 'disk-full' });
      expect(names(disk.path)).toEqual([]);
      expect(names(inFolder('tmp'))).toEqual([]);
    } finally {
      disk.remove();
    }
  });

  test('whose folder may no longer be written midway leaves what was there', async ({ skip }) => {
    const disk = smallDisk(inFolder(), 8000);
    if (!disk) return skip();
    try {
      writeFileSync(join(disk.path, 'out'), 'what was there before');
      // Once ffmpeg is done; the disk is in use until then.
      const tools = fakeFfmpeg(
        `ffmpeg "$@" || exit $?\n[[ $out == *.part ]] && mount -o remount,ro ${disk.path}; exit 0`,
      );
      const run = burn(footage(), join(disk.path, 'out'), TWO, {
        output: { ...PLAIN_BURN_IN, ...changes },
        temporaryFolder: inFolder('tmp'),
        tools,
      });
      await expect(run).rejects.toMatchObject({ code: 'no-permission' });
      expect(readFileSync(join(disk.path, 'out'), 'utf8')).toBe('what was there before');
      expect(names(inFolder('tmp'))).toEqual([]);
    } finally {
      disk.remove();
    }
  });

  test('of footage that is gone meanwhile says so', async () => {
    const source = inFolder('in.mp4');
    copyFileSync(footage(), source);
    const { probeMedia } = await import('../../../electron/services/media/probe');
    const mediaInfo = await probeMedia(source, TOOLS);
    rmSync(source);
    if (changes.delivery === 'overlay') return;
    await expect(make(changes, source, { mediaInfo })).rejects.toMatchObject({ code: 'not-found' });
    expectUntouched();
  });
});

test('cancelled between the last look and the renaming leaves nothing', async () => {
  writeFileSync(inFolder('out'), 'what was there before');
  const stop = new AbortController();
  const looked = vi.spyOn(Clearance.prototype, 'checkMetadata').mockImplementation(() => stop.abort());
  await expect(make({}, footage(), { signal: stop.signal })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(looked).toHaveBeenCalledOnce();
  looked.mockRestore();
  expectUntouched();
});

describe('footage', () => {
  /** HDR as phones record it: 10 bits, BT.2020, PQ. */
  const hdr = () =>
    testMedia([
      ...['-f', 'lavfi', '-i', 'color=white:s=320x180:r=25:d=2,format=yuv420p10le'],
      ...['-vf', 'setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc'],
      ...['-c:v', 'libx265', '-x265-params', 'log-level=error', '-tag:v', 'hvc1'],
      ...['-color_primaries', 'bt2020', '-color_trc', 'smpte2084', '-colorspace', 'bt2020nc'],
    ]);

  test('in HDR is brought to ordinary colours, and that is said', async () => {
    const { path, checks, burned } = await make({}, hdr());
    expect(checks.map(({ code }) => code)).toContain('tone-mapped');
    expect(burned).toEqual({ checked: 1, seen: 1 });
    expect(probed(path, 'stream=pix_fmt,color_transfer,color_space')).toBe('yuv420p,bt709,bt709');
  });

  test('in HDR needs an ffmpeg that can do it, which is said before', async () => {
    const { needsOf } = await import('../../../shared/video/needs');
    const { probeMedia } = await import('../../../electron/services/media/probe');
    expect(needsOf(PLAIN_BURN_IN, await probeMedia(hdr(), TOOLS), false)).toEqual([
      'ass',
      'libx264',
      'zscale',
      'tonemap',
    ]);
  });

  const surround = (codec: readonly string[]) =>
    testMedia(
      [
        ...picture(),
        ...['-f', 'lavfi', '-i', 'anoisesrc=d=2:r=48000,pan=5.1|FL=c0|FR=c0|FC=c0|LFE=c0|BL=c0|BR=c0'],
        ...[...H264, ...codec, '-shortest'],
      ],
      '.mkv',
    );

  test('with 5.1 sound that players know keeps it', async () => {
    const { path, checks } = await make({}, surround(['-c:a', 'aac']));
    expect(probed(path, 'stream=codec_name,channels', 'a:0')).toBe('aac,6');
    const codes = checks.map(({ code }) => code);
    expect(codes).toContain('sound-copied');
    expect(codes).not.toContain('mixed-down');
  });

  test('with 5.1 sound that they do not know is mixed down, and that is said', async () => {
    const { path, checks } = await make({}, surround(['-c:a', 'ac3']));
    expect(probed(path, 'stream=codec_name,channels', 'a:0')).toBe('aac,2');
    expect(checks[0]).toMatchObject({ code: 'mixed-down', message: expect.stringContaining('6') as string });
  });

  test.each(['mp4', 'webm', 'mov'] as const)(
    'with uneven times keeps every picture in %s',
    async (container) => {
      const source = unevenFootage();
      const { path } = await make(
        { container, ...(container === 'mov' ? { codec: 'prores' as const } : {}) },
        source,
      );
      expect(greyFrames(path, 16, 9)).toHaveLength(greyFrames(source, 16, 9).length);
    },
  );

  test('without sound can be evened out, clipped, muxed and carded all the same', async () => {
    const silent = testMedia([...picture(), ...H264]);
    const card = testMedia(['-f', 'lavfi', '-i', 'color=red:s=100x100:d=1', '-frames:v', '1'], '.png');
    for (const more of [
      { output: { ...PLAIN_BURN_IN, loudness: 'streaming' as const } },
      { span: { startMs: 100, endMs: 1500 } },
      { output: { ...PLAIN_BURN_IN, delivery: 'mux' as const } },
      { branding: { endCard: { path: card, durationMs: 500, isMoving: false } } },
    ])
      expect(probed((await make({}, silent, more)).path, 'stream=codec_name', 'a')).toBe('');
  });

  test.each([
    ['odd', testMediaOf('321x181'), '320,180'],
    ['turned', () => testMedia(['-i', footage(), '-c', 'copy', '-metadata:s:v', 'rotate=90']), '180,320'],
  ])('of %s size stays upright and even in every container', async (_, source, size) => {
    for (const container of ['mp4', 'webm'] as const)
      expect(probed((await make({ container }, source())).path, 'stream=width,height')).toBe(size);
  });

  test('shorter than its subtitles is as long as it is, and that is said', async () => {
    const beyond = project([cue('a', 200, 900, 'Hello'), cue('b', 5000, 6000, 'too late')]);
    const { path, checks } = await burn(greyFootage(), inFolder('out'), beyond);
    expect(checks[0]).toMatchObject({
      code: 'after-end',
      message: expect.stringContaining('One subtitle') as string,
    });
    expect(Number(probed(path, 'format=duration'))).toBeCloseTo(2, 1);
    expect(inkedFrames(path).at(-1)).toBeLessThan(25);
  });
});

function testMediaOf(size: string) {
  return () => testMedia([...picture('25', 1, size), '-c:v', 'mpeg4']);
}

test('a name at the limit of what the disk allows, with every hostile character, in every way', async () => {
  const name = `${"-i%03d it's [1];,:=\\ $(id) 'ү' \n".repeat(5)}.mp4`;
  for (const [, changes] of WAYS.slice(0, 3)) {
    const target = inFolder(name);
    const { path } = await burn(footage(), target, TWO, { output: { ...PLAIN_BURN_IN, ...changes } });
    expect(execFileSync('ffprobe', ['-v', 'error', `file:${path}`]).toString()).toBe('');
  }
  expect(names(inFolder())).toEqual([name, 'tmp'].sort());
});
