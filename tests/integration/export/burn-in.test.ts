import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { probeMedia } from '../../../electron/services/media/probe';
import { AAC, footage, H264, hostileNames, picture, testMedia, tone, TOOLS } from '../../support/media';
import { burn as burnIn, cue, folderOfEachTest, greyFootage, names, probed, project, TWO } from './fixture';
import { smallDisk } from '../../support/small-disk';

const COPIED = { code: 'sound-copied', result: 'note', message: 'The sound is copied bit by bit.' };

const inFolder = folderOfEachTest();

/** Work folders are made in `tmp`, so that one left behind is seen. */
const burn: typeof burnIn = (media, target, from, more) =>
  burnIn(media, target, from, { temporaryFolder: inFolder('tmp'), ...more });

/** Nothing but what was there before: no part file, no work folder. */
function expectNothingLeft(...files: string[]) {
  expect(names(inFolder())).toEqual([...files, 'tmp'].sort());
  expect(names(inFolder('tmp'))).toEqual([]);
}

describe('a burn-in', () => {
  test('has picture, sound, subtitles, progress, and leaves nothing else', async () => {
    const fractions: number[] = [];
    const result = await burn(footage(), inFolder('out.mp4'), TWO, { onProgress: (f) => fractions.push(f) });
    expect(result).toEqual({
      path: inFolder('out.mp4'),
      durationMs: 2000,
      attached: [],
      burned: { checked: 1, seen: 1 },
      checks: [
        COPIED,
        expect.objectContaining({ code: 'burned', result: 'passed' }),
        expect.objectContaining({ code: 'burned-outside', result: 'passed' }),
      ],
    });
    expect(probed(result.path, 'stream=codec_name,width,height,pix_fmt')).toBe('h264,320,180,yuv420p');
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expectNothingLeft('out.mp4');
    const [head, moov, mdat] = ['ftyp', 'moov', 'mdat'].map((box) => readFileSync(result.path).indexOf(box));
    expect([head, Number(moov) < Number(mdat)]).toEqual([4, true]);
  });

  test('copies sound bit by bit', async () => {
    await burn(footage(), inFolder('out.mp4'), TWO);
    const sound = (path: string) =>
      execFileSync('ffmpeg', [
        '-v',
        'error',
        '-i',
        path,
        '-map',
        '0:a',
        '-c',
        'copy',
        '-f',
        'md5',
        '-',
      ]).toString();
    expect(sound(inFolder('out.mp4'))).toBe(sound(footage()));
  });

  test('makes AAC of sound that MP4 players do not know', async () => {
    const source = testMedia([...picture(), ...tone(), ...H264, '-c:a', 'libopus'], '.mkv');
    await burn(source, inFolder('out.mp4'), TWO);
    expect(probed(inFolder('out.mp4'), 'stream=codec_name', 'a:0')).toBe('aac');
  });

  test('needs no sound', async () => {
    await burn(testMedia([...picture(), ...H264]), inFolder('out.mp4'), TWO);
    expect(probed(inFolder('out.mp4'), 'stream=codec_name', 'a')).toBe('');
  });

  const odd = hostileNames('.mp4');
  const glued = `${odd
    .map((name) => name.slice(0, -4))
    .join('')
    .slice(0, 100)}.mp4`;
  test.each(['-i.mp4', '%03d.mp4', "it's [1]: a,b;c=d.mp4", 'new\nline.mp4', 'сұхбат مقابلة.mp4', glued])(
    'takes %j as a name for both',
    async (name) => {
      mkdirSync(inFolder('in'));
      copyFileSync(footage(), join(inFolder('in'), name));
      const result = await burn(join(inFolder('in'), name), inFolder(name), TWO);
      expect(result.burned).toEqual({ checked: 1, seen: 1 });
      expectNothingLeft('in', name);
    },
  );

  test.each([
    ['odd size', ['-f', 'lavfi', '-i', 'testsrc=s=321x181:r=25:d=1', '-c:v', 'mpeg4'], null, '320,180,1:1'],
    ['wide pixels', [...picture('25', 1, '144x180'), '-vf', 'setsar=16/9', ...H264], null, '256,180,1:1'],
    ['a height', [...picture('25', 1)], 90, '160,90,1:1'],
    ['an odd height', [...picture('25', 1)], 91, '160,90,1:1'],
  ])('%s', async (_, args, height, expected) => {
    const short = project([cue('a', 100, 800, 'Hello')]);
    const result = await burn(testMedia(args), inFolder('out.mp4'), short, {
      ...(height === null ? {} : { height }),
    });
    expect(probed(result.path, 'stream=width,height,sample_aspect_ratio')).toBe(expected);
  });

  test('stands upright where the source is turned', async () => {
    const lying = testMedia([...picture('25', 1), ...H264]);
    const turned = testMedia(['-i', lying, '-c', 'copy', '-metadata:s:v', 'rotate=90']);
    const result = await burn(turned, inFolder('out.mp4'), project([cue('a', 100, 800, 'Hello')]));
    expect(probed(result.path, 'stream=width,height')).toBe('180,320');
    expect(result.burned).toEqual({ checked: 1, seen: 1 });
  });
});

describe('privacy', () => {
  test('nothing the source says about people, places and tools is left', async () => {
    const chapters = inFolder('chapters.txt');
    writeFileSync(
      chapters,
      ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=900\ntitle=ChapterSecret\n',
    );
    const source = inFolder('planted.mov');
    const tags = [
      'title=TitleSecret',
      'comment=CommentSecret',
      'artist=ArtistSecret',
      'location=+43.2380+076.9450/',
    ];
    execFileSync('ffmpeg', [
      ...['-v', 'error', '-i', footage(), '-i', chapters, '-map_metadata', '1', '-map', '0', '-c', 'copy'],
      ...[...tags, 'com.apple.quicktime.make=CameraSecret'].flatMap((tag) => ['-metadata', tag]),
      ...['-metadata:s:v', 'handler_name=HandlerSecret', '-metadata:s:a', 'language=kaz'],
      ...['-timecode', '10:11:12:13', '-movflags', 'use_metadata_tags', source],
    ]);
    const planted = readFileSync(source).toString('latin1');
    const secrets = [
      'TitleSecret',
      'CommentSecret',
      'ArtistSecret',
      'CameraSecret',
      'HandlerSecret',
      'ChapterSecret',
    ];
    for (const secret of [...secrets, '+43.2380']) expect(planted).toContain(secret);

    await burn(source, inFolder('out.mp4'), TWO);
    const left = readFileSync(inFolder('out.mp4')).toString('latin1');
    const ours = ['Secret Title', 'Track Name', 'Real Name', 'x264 - core', 'Lavf', 'kaz', inFolder()];
    for (const secret of [...secrets, ...ours, 'Secret', '43.238', 'tmcd', '10:11:12'])
      expect(left).not.toContain(secret);
    expect(probed(inFolder('out.mp4'), 'chapter=id', 'v:0')).toBe('');
    expect(probed(inFolder('out.mp4'), 'format_tags')).toBe('isom,512,isomiso2avc1mp41');
  });
});

describe('refusals before any work', () => {
  test.each([
    [
      'no picture',
      async () => burn(testMedia([...tone(), ...AAC], '.m4a'), inFolder('o.mp4'), TWO),
      'no-video',
    ],
    [
      'no cues',
      async () => burn(footage(), inFolder('o.mp4'), project([cue('a', 0, 900, ' \n')])),
      'no-cues',
    ],
    ['no such track', async () => burn(footage(), inFolder('o.mp4'), TWO, { trackIds: ['x'] }), 'not-found'],
    ['no such folder', async () => burn(footage(), inFolder('none/o.mp4'), TWO), 'not-found'],
    ['a folder of that name', async () => burn(footage(), inFolder('tmp'), TWO), 'no-permission'],
  ])('%s', async (_, run, code) => {
    await expect(run()).rejects.toMatchObject({ code });
    expectNothingLeft();
  });

  test.each(['itself', 'soft link', 'hard link', 'other spelling'])(
    'the target is the footage: %s',
    async (kind) => {
      const source = inFolder('in.mp4');
      copyFileSync(footage(), source);
      const target =
        { 'other spelling': `${inFolder()}/tmp/../in.mp4`, itself: source }[kind] ?? inFolder('link.mp4');
      if (kind === 'soft link') symlinkSync(source, target);
      if (kind === 'hard link') linkSync(source, target);
      await expect(burn(source, target, TWO)).rejects.toMatchObject({ code: 'target-is-source' });
      expect(readFileSync(source).equals(readFileSync(footage()))).toBe(true);
    },
  );

  test('a disk that can never hold it', async () => {
    const info = await probeMedia(footage(), TOOLS);
    const mediaInfo = { ...info, durationMs: 3_600_000_000 };
    const huge = {
      ...mediaInfo,
      video: info.video && { ...info.video, displayWidth: 7680, displayHeight: 4320, durationMs: null },
    };
    const run = burn(footage(), inFolder('o.mp4'), TWO, { mediaInfo: huge });
    await expect(run).rejects.toMatchObject({ code: 'disk-full', detail: { name: 'o.mp4' } });
    expectNothingLeft();
  });
});

describe('what goes wrong on the way', () => {
  /** A stand-in that runs the real ffmpeg and, where it encodes, does `then` with the new file `$out`. */
  function fakeFfmpeg(then: string): typeof TOOLS {
    const path = inFolder('tmp/../fake');
    const script = `#!/bin/sh
for last; do :; done
case "$last" in file:*) out="\${last#file:}";; *) exec ffmpeg "$@";; esac
${then}
`;
    writeFileSync(path, script);
    chmodSync(path, 0o755);
    return { ...TOOLS, ffmpeg: path };
  }

  test.each([
    [
      'cut short, index in front',
      'ffmpeg "$@"; size=$(stat -c %s "$out"); truncate -s $((size * 8 / 10)) "$out"',
    ],
    [
      'zeros for an end',
      'ffmpeg "$@"; s=$(stat -c %s "$out"); truncate -s $((s * 6 / 10)) "$out"; truncate -s $s "$out"',
    ],
    ['nothing written', 'exit 0'],
    ['an empty file', ': > "$out"'],
    ['half the film', 'ffmpeg -v error -i "$SOURCE" -t 1 -f mp4 "$out"'],
    ['no sound', 'ffmpeg -v error -i "$SOURCE" -an -f mp4 "$out"'],
    ['no subtitles', 'ffmpeg -v error -i "$SOURCE" -c copy -f mp4 "$out"'],
  ])('an ffmpeg that ends with 0 and left %s', async (_, then) => {
    writeFileSync(inFolder('out.mp4'), 'what was there before');
    const tools = fakeFfmpeg(then.replace('$SOURCE', footage()));
    const run = burn(footage(), inFolder('out.mp4'), TWO, { tools });
    await expect(run).rejects.toMatchObject({ code: 'verification', detail: { name: 'out.mp4' } });
    expect(readFileSync(inFolder('out.mp4'), 'utf8')).toBe('what was there before');
    expectNothingLeft('fake', 'out.mp4');
  });

  test('cancelled half-way', async () => {
    const long = greyFootage('.mp4', '25', 30, '1280x720');
    writeFileSync(inFolder('out.mp4'), 'what was there before');
    const stop = new AbortController();
    const seen: string[][] = [];
    const run = burn(long, inFolder('out.mp4'), TWO, {
      signal: stop.signal,
      onProgress: (fraction) => {
        if (fraction > 0.9) return;
        seen.push(names(inFolder()));
        stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expect(seen[0]?.some((name) => name.endsWith('.part'))).toBe(true);
    expect(readFileSync(inFolder('out.mp4'), 'utf8')).toBe('what was there before');
    expectNothingLeft('out.mp4');
  });

  test('cancelled before it began', async () => {
    const run = burn(footage(), inFolder('out.mp4'), TWO, { signal: AbortSignal.abort() });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expectNothingLeft();
  });

  test('a missing ffmpeg', async () => {
    const run = burn(footage(), inFolder('out.mp4'), TWO, { tools: { ...TOOLS, ffmpeg: inFolder('none') } });
    await expect(run).rejects.toMatchObject({ code: 'tool-missing' });
    expectNothingLeft();
  });

  test('footage that ends in the middle', async () => {
    const whole = footage('.mkv');
    const source = inFolder('cut.mkv');
    writeFileSync(source, readFileSync(whole).subarray(0, 20_000));
    const mediaInfo = await probeMedia(whole, TOOLS);
    await expect(burn(source, inFolder('out.mp4'), TWO, { mediaInfo })).rejects.toMatchObject({
      code: expect.stringMatching(/^(verification|damaged-media|tool-failed)$/) as string,
    });
    expectNothingLeft('cut.mkv');
  });

  test('a disk that fills up', async ({ skip }) => {
    const disk = smallDisk(inFolder(), 96);
    if (!disk) return skip();
    try {
      const busy = testMedia([...picture('25', 2, '640x360'), '-vf', 'noise=alls=60:allf=t', ...H264]);
      const run = burn(busy, join(disk.path, 'out.mp4'), TWO);
      await expect(run).rejects.toMatchObject({ code: 'disk-full', detail: { name: 'out.mp4' } });
      expect(names(disk.path)).toEqual([]);
      expect(names(inFolder('tmp'))).toEqual([]);
    } finally {
      disk.remove();
    }
  });

  test('a folder that may not be written', async ({ skip }) => {
    const disk = smallDisk(inFolder(), 96);
    if (!disk) return skip();
    try {
      writeFileSync(join(disk.path, 'out.mp4'), 'what was there before');
      disk.readOnly();
      await expect(burn(footage(), join(disk.path, 'out.mp4'), TWO)).rejects.toMatchObject({
        code: 'no-permission',
      });
      expect(readFileSync(join(disk.path, 'out.mp4'), 'utf8')).toBe('what was there before');
    } finally {
      disk.remove();
    }
  });
});
