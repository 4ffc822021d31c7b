import { describe, expect, it } from 'vitest';
import { mayVaryInRate, mediaInfo, type LookedAtRate } from '../../../../shared/ffmpeg/media-info';
import { ProbeJson } from '../../../../shared/ffmpeg/probe-json';
import { MediaInfo } from '../../../../shared/domain/media';

const FORMAT = { format_name: 'mov,mp4,m4a,3gp,3g2,mj2', start_time: '0.000000', duration: '2.000000' };
const VIDEO = {
  ...{ index: 0, codec_type: 'video', codec_name: 'h264', width: 1920, height: 1080 },
  ...{ r_frame_rate: '25/1', avg_frame_rate: '25/1', start_time: '0.000000' },
};
const AUDIO = { index: 1, codec_type: 'audio', codec_name: 'aac', channels: 2, sample_rate: '48000' };

function describeStreams(streams: object[], format: object = {}, rate: LookedAtRate | null = null) {
  const json = ProbeJson.parse({ streams, format: { ...FORMAT, ...format } });
  // What leaves this function crosses the contract: it must fit its schema.
  return MediaInfo.parse(mediaInfo(json, { sizeBytes: 1000, rate }));
}

describe('rotation and size', () => {
  it.each([
    ['upright', {}, 0, 1920, 1080],
    [
      'phone, matrix',
      { side_data_list: [{ side_data_type: 'Display Matrix', rotation: -90 }] },
      90,
      1080,
      1920,
    ],
    [
      'the other way',
      { side_data_list: [{ side_data_type: 'Display Matrix', rotation: 90 }] },
      270,
      1080,
      1920,
    ],
    ['upside down', { side_data_list: [{ rotation: -180 }] }, 180, 1920, 1080],
    ['old tag', { tags: { rotate: '90' } }, 90, 1080, 1920],
    ['tag and matrix agree', { tags: { rotate: '90' }, side_data_list: [{ rotation: -90 }] }, 90, 1080, 1920],
    ['nonsense tag', { tags: { rotate: 'left' } }, 0, 1920, 1080],
    [
      'other side data first',
      { side_data_list: [{ side_data_type: 'x' }, { rotation: -90 }] },
      90,
      1080,
      1920,
    ],
    ['anamorphic', { width: 1440, sample_aspect_ratio: '4:3' }, 0, 1920, 1080],
    [
      'anamorphic and turned',
      { width: 1440, sample_aspect_ratio: '4:3', tags: { rotate: '270' } },
      270,
      1080,
      1920,
    ],
    ['unknown aspect', { sample_aspect_ratio: '0:1' }, 0, 1920, 1080],
  ])('%s', (_, more, rotation, displayWidth, displayHeight) => {
    expect(describeStreams([{ ...VIDEO, ...more }]).video).toMatchObject({
      rotation,
      displayWidth,
      displayHeight,
    });
  });
});

describe('streams', () => {
  it('leaves covers, thumbnails and data out and takes the first of each kind', () => {
    const info = describeStreams([
      { ...VIDEO, index: 0, codec_name: 'mjpeg', disposition: { attached_pic: 1 } },
      { index: 1, codec_type: 'data' },
      { ...AUDIO, index: 2, tags: { language: 'kaz' } },
      { ...VIDEO, index: 3 },
      { ...AUDIO, index: 4, channels: 6, disposition: { default: 1 }, tags: { language: 'und' } },
      { index: 5, codec_type: 'subtitle', codec_name: 'mov_text', tags: { language: 'rus' } },
      { index: 6, codec_type: 'audio', codec_name: 'none' },
    ]);
    expect(info.video?.index).toBe(3);
    expect(info.audio).toMatchObject({ index: 2, language: 'kaz' });
    expect(info.streams.map(({ kind, index }) => `${kind} ${index}`)).toEqual([
      ...['audio 2', 'video 3', 'audio 4', 'subtitle 5'],
    ]);
    expect(info.streams[2]?.language).toBeNull();
  });

  it('gives nothing for nothing', () => {
    expect(describeStreams([])).toMatchObject({ video: null, audio: null, streams: [] });
  });

  it.each([
    ['smpte2084', true],
    ['arib-std-b67', true],
    ['bt709', false],
  ])('%s: HDR %s', (transfer, hdr) => {
    expect(describeStreams([{ ...VIDEO, color_transfer: transfer }]).video?.hdr).toBe(hdr);
  });

  it.each([
    ['not looked at', null, '50/1', false, { num: 50, den: 1 }],
    ['uneven', { isVariable: true, gapMs: 33.3 }, '27/1', true, { num: 27, den: 1 }],
    ['even, as the header says', { isVariable: false, gapMs: 40 }, '25/1', false, { num: 25, den: 1 }],
    [
      'even, half of what the header says',
      { isVariable: false, gapMs: 40 },
      '50/1',
      false,
      { num: 25, den: 1 },
    ],
    [
      'even to the rounded ms',
      { isVariable: false, gapMs: 33 },
      '30000/1001',
      false,
      { num: 30000, den: 1001 },
    ],
  ])('rate: %s', (_, looked, avg_frame_rate, variableFrameRate, frameRate) => {
    const { video } = describeStreams([{ ...VIDEO, avg_frame_rate }], {}, looked);
    expect(video).toMatchObject({ variableFrameRate, frameRate });
  });
});

describe('duration on the model’s timeline', () => {
  it.each([
    ['plain', {}, 2000],
    ['MOV that starts late: from 0', { start_time: '1.0', duration: '3.0' }, 3000],
    ['before 0 moves to 0', { start_time: '-0.5', duration: '3.0' }, 3500],
    ['TS: from its first sample', { format_name: 'mpegts', start_time: '1.4', duration: '2.0' }, 2000],
    ['unknown', { duration: undefined }, 0],
    ['N/A', { duration: 'N/A' }, 0],
    ['negative', { duration: '-5' }, 0],
    ['absurd', { duration: '1e300' }, 0],
  ])('%s', (_, format, durationMs) => {
    expect(describeStreams([VIDEO], format).durationMs).toBe(durationMs);
  });

  it('takes the longest stream where the container says nothing', () => {
    const streams = [
      { ...VIDEO, duration: '1.5' },
      { ...AUDIO, duration: '1.75' },
    ];
    expect(describeStreams(streams, { duration: undefined }).durationMs).toBe(1750);
  });
});

describe('playable in Chromium', () => {
  it.each([
    ['h264', 'aac', {}, true],
    ['hevc', 'aac', {}, false],
    ['prores', 'pcm_s16le', {}, false],
    ['mpeg4', 'aac', {}, false],
    ['h264', 'pcm_s16le', {}, true],
    ['h264', 'ac3', {}, false],
    ['vp9', 'opus', { format_name: 'matroska,webm' }, true],
    ['h264', 'aac', { format_name: 'mpegts' }, false],
    ['h264', 'aac', { format_name: 'avi' }, false],
  ])('%s with %s %j: %s', (video, audio, format, playable) => {
    const streams = [
      { ...VIDEO, codec_name: video },
      { ...AUDIO, codec_name: audio },
    ];
    expect(describeStreams(streams, format).playable).toBe(playable);
  });
});

it.each([
  ['25/1', '25/1', false],
  ['30000/1001', '19001/634', false],
  ['30/1', '27/1', true],
  ['50/1', '25/1', true],
  ['0/0', '25/1', true],
])('rates %s and %s are worth a look: %s', (r_frame_rate, avg_frame_rate, looks) => {
  expect(mayVaryInRate({ index: 0, r_frame_rate, avg_frame_rate }, 'mov,mp4')).toBe(looks);
  expect(mayVaryInRate({ index: 0, r_frame_rate, avg_frame_rate }, 'matroska,webm')).toBe(true);
});
