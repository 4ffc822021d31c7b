import { expect, it } from 'vitest';
import {
  isIncomplete,
  missingParts,
  missingTool,
  toolVersion,
  weakTool,
} from '../../../../shared/ffmpeg/requirements';

const FILTERS = `Filters:
  T.. = Timeline support
 ... aresample         A->A       Resample audio data.
 ... ass               V->V       Render ASS subtitles onto input video using the libass library.
 ... loudnorm          A->A       EBU R128 loudness normalization
 .S. tonemap           V->V       Conversion to/from different dynamic ranges.
 T.C drawbox           V->V       Draw a colored box on the input video.
 ... sendcmd           V->V       Send commands to filters.
 ... asendcmd          A->A       Send commands to filters.
 T.. aeval             A->A       Filter audio signal according to a specified expression.
 ..C atempo            A->A       Adjust audio tempo.
 .SC zscale            V->V       Apply resizing, colorspace and bit depth conversion.
 ..C scale             V->V       Scale the input video size and/or convert the image format.
`;
/** ffmpeg 8 and later print two flags. */
const FILTERS_9 = FILTERS.replace(/^ [.T][.S][.C] /gm, ' .. ');
const ENCODERS = `Encoders:
 V..... = Video
 ------
 V....D libx264              libx264 H.264 / AVC / MPEG-4 AVC / MPEG-4 part 10 (codec h264)
 V....D libx265              libx265 H.265 / HEVC (codec hevc)
 V....D libvpx-vp9           libvpx VP9 (codec vp9)
 VFS... prores_ks            Apple ProRes (iCodec Pro) (codec prores)
 A..... libopus              libopus Opus (codec opus)
 A....D aac                  AAC (Advanced Audio Coding)
`;

const NEEDED = ['aresample', 'scale', 'libx264', 'aac', 'ass'];
/** Without these only some videos cannot be made. */
const WANTED = [
  ...['libx265', 'libvpx-vp9', 'libopus', 'prores_ks', 'zscale', 'tonemap', 'loudnorm'],
  ...['drawbox', 'sendcmd', 'asendcmd', 'aeval', 'atempo'],
];

it.each([
  ['complete', FILTERS, ENCODERS, []],
  ['complete, newer', FILTERS_9, ENCODERS, []],
  ['no libass', FILTERS.replace(/^.* ass .*$/m, ' ... assert V->V Not it: ass'), ENCODERS, ['ass']],
  ['no x264', FILTERS, ENCODERS.replace('libx264 ', 'libx264rgb '), ['libx264']],
  ['no x265', FILTERS, ENCODERS.replace('libx265 ', 'libx266 '), ['libx265']],
  ['nothing', '', '', [...NEEDED, ...WANTED]],
])('%s', (_, filters, encoders, missing) => {
  expect(missingParts(filters, encoders)).toEqual(missing);
});

it.each([
  ['ffmpeg', 'ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026', '5.1.9-0+deb12u1'],
  ['ffprobe', 'ffprobe version n8.0 Copyright', 'n8.0'],
  ['ffmpeg', 'ffprobe version 5.1 Copyright', null],
  ['ffmpeg', 'Hello', null],
  ['ffmpeg', '', null],
])('%s: %s', (name, output, version) => {
  expect(toolVersion(name, output)).toBe(version);
});

it.each(NEEDED)('without %s an ffmpeg is incomplete', (name) => expect(isIncomplete([name])).toBe(true));

it.each(WANTED)('without %s one kind of video is lost and the rest works', (name) => {
  expect(isIncomplete([name])).toBe(false);
  expect(weakTool('/x', [name]).message).toMatch(/can(not)? be made|cannot be/);
  expect(weakTool('/x', [name]).message).toMatch(/works|can be (edited|exported|made)/);
});

it('says what is lost, what still works and what to do', () => {
  expect(weakTool('/usr/bin/ffmpeg', ['ass']).message).toMatch(/libass.*burned-in.*works.*Install/s);
  expect(weakTool('/x', ['libx264', 'ass']).message).toMatch(/previews/);
  expect(missingTool('ffmpeg', null).message).toMatch(/Install ffmpeg/);
  expect(missingTool('ffmpeg', '/old/ffmpeg').message).toMatch(/\/old\/ffmpeg/);
});
