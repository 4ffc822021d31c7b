import { chmodSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runTool } from '../../../electron/platform/spawn';
import { probeMedia } from '../../../electron/services/media/probe';
import { MediaInfo } from '../../../shared/domain/media';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import * as media from '../../support/media';
import { asOrdinaryUser } from '../../support/unprivileged';

const probe = (path: string, signal?: AbortSignal) => probeMedia(path, media.TOOLS, signal);

let folder: ReturnType<typeof media.temporaryFolder>;
beforeEach(() => (folder = media.temporaryFolder()));
afterEach(() => folder.remove());
const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
};

describe('what is in a file', () => {
  it('picture and sound', async () => {
    const info = await probe(media.footage());
    expect(MediaInfo.parse(info)).toEqual(info);
    expect(info).toMatchObject({ durationMs: 2000, startMs: 0, playable: true });
    expect(info.video).toMatchObject({
      codec: 'h264',
      width: 320,
      height: 180,
      frameRate: { num: 25, den: 1 },
    });
    expect(info.audio).toMatchObject({ codec: 'aac', channels: 1, sampleRateHz: 48_000 });
  });

  it('only a picture; only sound', async () => {
    const silent = await probe(media.testMedia([...media.picture(), ...media.H264]));
    expect(silent).toMatchObject({ audio: null, video: { codec: 'h264' } });
    const sound = await probe(media.testMedia([...media.tone(), ...media.AAC], '.m4a'));
    expect(sound).toMatchObject({ video: null, audio: { codec: 'aac' }, playable: true });
  });

  it('a cover is no picture', async () => {
    const cover = ['-frames:v', '1', '-c:v', 'mjpeg', '-disposition:v', 'attached_pic'];
    const song = media.testMedia([...media.tone(), ...media.picture(), '-c:a', 'mp3', ...cover], '.mp3');
    expect(await probe(song)).toMatchObject({ video: null, audio: { codec: 'mp3' } });
  });

  it.each([
    ['24000/1001', { num: 24000, den: 1001 }],
    ['25', { num: 25, den: 1 }],
    ['30000/1001', { num: 30000, den: 1001 }],
  ])('a rate of %s, constant, in MP4 and in Matroska with its rounded times', async (rate, frameRate) => {
    for (const extension of ['.mp4', '.mkv']) {
      const path = media.testMedia([...media.picture(rate), ...media.H264], extension);
      expect((await probe(path)).video).toMatchObject({ frameRate, variableFrameRate: false });
    }
  });

  it.each(['.mp4', '.mkv'])('a variable rate in %s', async (extension) => {
    expect((await probe(media.unevenFootage(extension))).video?.variableFrameRate).toBe(true);
  });

  it('H.264 in AVI, whose header tells of fields, is 25 a second', async () => {
    const path = media.testMedia(['-i', media.footage(), '-c', 'copy'], '.avi');
    expect((await probe(path)).video).toMatchObject({
      frameRate: { num: 25, den: 1 },
      variableFrameRate: false,
    });
  });

  it('languages, anamorphic and HDR pictures', async () => {
    const hdr = ['-color_trc', 'smpte2084', '-colorspace', 'bt2020nc', '-color_primaries', 'bt2020'];
    const args = [
      ...media.picture('25', 1),
      ...media.tone(0, 1, 1),
      ...media.H264,
      ...hdr,
      '-vf',
      'setsar=4/3',
    ];
    const info = await probe(
      media.testMedia([...args, ...media.AAC, '-metadata:s:a', 'language=kaz'], '.mkv'),
    );
    expect(info.video).toMatchObject({ displayWidth: 427, displayHeight: 180, hdr: true });
    expect(info.audio?.language).toBe('kaz');
  });

  it('turned footage, as phones record it', async () => {
    const bytes = readFileSync(media.footage());
    // The matrix in the picture's track header, for a quarter turn clockwise: a=0 b=1 c=-1 d=0.
    const matrix = bytes.indexOf('tkhd') + 4 + 40;
    [0, 0x10000, 0, -0x10000, 0, 0].forEach((value, n) => bytes.writeInt32BE(value, matrix + n * 4));
    const info = await probe(write('turned.mp4', bytes));
    expect(info.video).toMatchObject({ rotation: 90, displayWidth: 180, displayHeight: 320 });
  });

  it('what Chromium cannot show needs a proxy', async () => {
    const hevc = media.testMedia([...media.picture('25', 1), '-c:v', 'mpeg4'], '.mp4');
    expect((await probe(hevc)).playable).toBe(false);
  });

  it('the length of a recording that does not say it', async () => {
    const path = media.testMedia(
      ['-i', media.footage(), '-c', 'copy', '-f', 'matroska', '-live', '1'],
      '.mkv',
    );
    expect((await probe(path)).durationMs).toBeGreaterThan(1900);
    expect((await probe(path)).durationMs).toBeLessThan(2100);
  });

  it('a duration from the first sample where the container counts from anywhere', async () => {
    const ts = await probe(media.testMedia(['-i', media.footage(), '-c', 'copy'], '.ts'));
    expect(ts.startMs).toBeGreaterThan(1000);
    expect(ts.durationMs).toBeLessThan(2100);
    const late = await probe(media.lateFootage('.mp4'));
    expect(late.durationMs).toBe(3000);
  });

  it.each(media.hostileNames('.mp4'))('named %j', async (name) => {
    const path = join(folder.path, name);
    copyFileSync(media.footage(), path);
    expect(await probe(path)).toMatchObject({ durationMs: 2000 });
  });
});

describe('files that are no footage', () => {
  const mp4 = () => readFileSync(media.footage());
  const fast = () =>
    readFileSync(media.testMedia(['-i', media.footage(), '-c', 'copy', '-movflags', '+faststart']));
  const mkv = () => readFileSync(media.footage('.mkv'));
  const firstPart = (bytes: Buffer, share: number) => bytes.subarray(0, Math.floor(bytes.length * share));

  it.each<[string, string, () => string | Uint8Array]>([
    ['empty-file', 'nothing', () => ''],
    ['not-media', 'text', () => 'Aida: We were born here, this is our land.\n'.repeat(5000)],
    ['not-media', 'a word', () => 'x'],
    ['not-media', 'zeros', () => new Uint8Array(5000)],
    ['not-media', 'subtitles', () => '1\n00:00:01,000 --> 00:00:02,000\nHello\n'],
    ['not-media', 'a web page', () => '<!doctype html><html><body>Hello</body></html>'],
    ['damaged-media', 'an MP4 cut off before its index', () => firstPart(mp4(), 0.7)],
    ['damaged-media', 'an MP4 whose index is in front, cut off', () => firstPart(fast(), 0.7)],
    ['damaged-media', 'the first bytes of an MP4', () => mp4().subarray(0, 40)],
    ['damaged-media', 'a Matroska file cut off', () => firstPart(mkv(), 0.7)],
    [
      'damaged-media',
      'an MP4 without its index',
      () => Buffer.from(mp4().toString('latin1').replace('moov', 'junk'), 'latin1'),
    ],
  ])('%s: %s', async (code, _, content) => {
    const error = probe(write('Interview.mp4', content()));
    await expect(error).rejects.toMatchObject({ code, detail: { name: 'Interview.mp4' } });
    await expect(error).rejects.toThrow('Interview.mp4');
  });

  it('a picture is no footage', async () => {
    const path = media.testMedia([...media.picture(), '-frames:v', '1'], '.png');
    const renamed = write('picture.mp4', readFileSync(path));
    await expect(probe(renamed)).rejects.toMatchObject({ code: 'not-media' });
  });

  it('a missing file, a folder, and one file in the place of a folder', async () => {
    await expect(probe(join(folder.path, 'gone.mp4'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(probe(folder.path)).rejects.toMatchObject({ code: 'not-media' });
    await expect(probe(join(write('a', 'x'), 'b.mp4'))).rejects.toMatchObject({ code: 'not-found' });
  });

  it.skipIf(process.platform === 'win32')('a file we may not read', async () => {
    const path = write('private.mp4', mp4());
    chmodSync(folder.path, 0o755);
    chmodSync(path, 0);
    await asOrdinaryUser(() => expect(probe(path)).rejects.toMatchObject({ code: 'no-permission' }));
  });

  it('a missing ffprobe, and a cancel', async () => {
    const noTools = { ffmpeg: '/nowhere/ffmpeg', ffprobe: '/nowhere/ffprobe' };
    await expect(probeMedia(media.footage(), noTools)).rejects.toMatchObject({ code: 'tool-missing' });
    await expect(probe(media.footage(), AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});

/** Each list names another file of ours, which ffprobe without the guards opens: checked first, so the test can fail. */
describe('lists that point to other files are never followed', () => {
  const LISTS: [string, (target: string) => string][] = [
    ['HLS', (target) => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:2,\n${target}\n#EXT-X-ENDLIST\n`],
    ['ffconcat', (target) => `ffconcat version 1.0\nfile '${target}'\n`],
    [
      'DASH',
      (target) =>
        '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" ' +
        'profiles="urn:mpeg:dash:profile:isoff-on-demand:2011" mediaPresentationDuration="PT2S" minBufferTime="PT2S">' +
        '<Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1000">' +
        `<BaseURL>${target}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    ],
  ];

  it.each(LISTS)('%s named .mp4', async (_, list) => {
    copyFileSync(
      media.testMedia(['-i', media.footage(), '-c', 'copy'], '.ts'),
      join(folder.path, 'private.ts'),
    );
    const path = write('clip.mp4', list('private.ts'));
    await expect(probe(path)).rejects.toMatchObject({ code: 'forbidden-format' });
  });

  /** Everything ffprobe says of a file at its most talkative: it names each file it opens. */
  const talk = async (command: keyof typeof media.TOOLS, args: string[]) => {
    const lines: string[] = [];
    const end = command === 'ffmpeg' ? ['-f', 'null', '-'] : ['-show_streams'];
    const run = await runTool({
      command,
      args: ['-v', 'debug', ...args, ...end],
      onStderrLine: (line) => lines.push(line),
    });
    return { code: run.code, text: lines.join('\n') };
  };

  it.each(LISTS)('%s: the guards alone keep ffprobe and ffmpeg from it', async (_, list) => {
    copyFileSync(
      media.testMedia(['-i', media.footage(), '-c', 'copy'], '.ts'),
      join(folder.path, 'private.ts'),
    );
    const path = write('clip.mp4', list('private.ts'));
    const open = await talk('ffprobe', ['-i', `file:${path}`]);
    expect(open.text).toContain('private.ts');
    for (const tool of ['ffprobe', 'ffmpeg'] as const) {
      const guarded = await talk(tool, safeInputArguments(path));
      expect(guarded.code).not.toBe(0);
      expect(guarded.text).toContain('not on whitelist');
      expect(guarded.text).not.toContain('private.ts');
    }
  });
});
