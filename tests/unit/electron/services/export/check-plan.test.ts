import { expect, test } from 'vitest';
import { checkPlan } from '../../../../../electron/services/export/check-plan';
import type { ExportItem } from '../../../../../shared/domain/export';
import type { MediaInfo, VideoStream } from '../../../../../shared/domain/media';
import type { Track } from '../../../../../shared/domain/track';
import { emptyProject } from '../../../../../shared/history/tables';
import { familiesOf } from '../../../../../shared/style/campaign-families';
import { leastVideoBytes } from '../../../../../shared/ffmpeg/video-plan';
import { cueLooks, drawnTrack } from '../../../../../shared/contrast/looks';
import { defaultStyles } from '../../../../../shared/style/styles';
import { outputOf, presetById } from '../../../../../shared/video/presets';
import { PLAIN_BURN_IN } from '../../../../../shared/video/complete';
import { cue as sampleCue } from '../../../../support/sample-project';

const video: VideoStream = {
  ...{ kind: 'video', index: 0, codec: 'h264', profile: null, pixelFormat: 'yuv420p' },
  ...{ width: 320, height: 180, displayWidth: 320, displayHeight: 180, rotation: 0 },
  ...{ frameRate: { num: 25, den: 1 }, variableFrameRate: false, hdr: false },
  ...{ startMs: 0, durationMs: 2000, language: null },
};
const media: MediaInfo = {
  ...{ container: 'mov,mp4', durationMs: 2000, startMs: 0, sizeBytes: 1000, bitRate: null },
  ...{ video, audio: null, streams: [video], playable: true },
};
const track: Track = {
  ...{ id: 'ja', order: 1, language: 'ja', name: '', profileId: 'x', styleId: 'outspoken' },
  kind: 'source',
  direction: 'ltr',
};
const cue = sampleCue('c', 0, 1000, '漢<i>字</i>', { trackId: 'ja' });
const project = { ...emptyProject({ id: 'p', title: 'Film', language: 'ja' }), tracks: [track], cues: [cue] };
const own = familiesOf([
  {
    ...{ family: 'Own', weight: 400, italic: false, ascentEm: 1, descentEm: 0.3, averageEm: 1 },
    coverage: '4e00-9fff',
  },
]);

const items: ExportItem[] = [
  { ...PLAIN_BURN_IN, container: 'mp4' as const },
  { ...PLAIN_BURN_IN, delivery: 'mux' as const, container: 'mkv' as const, styled: true },
  { ...PLAIN_BURN_IN, delivery: 'mux' as const, container: 'mkv' as const },
].map((output, n) => ({ id: String(n), output, trackIds: ['ja'], languages: ['ja'], name: `${n}.mkv` }));

test('letters that no font has are told of every video whose letters the app draws, before it is begun', async () => {
  const told = async (fonts: typeof own) => {
    const { files } = await checkPlan({
      project,
      items,
      folder: null,
      names: [],
      media,
      fonts,
      contrast: new Map(),
    });
    return files.map(({ issues }) => issues.map(({ code, message }) => [code, /漢 字/.test(message)]));
  };
  expect(await told([])).toEqual([[['missing-glyphs', true]], [['missing-glyphs', true]], []]);
  expect(await told(own)).toEqual([[], [], []]);
});

test('a film that has to be encoded for its covers needs the space of the encoded one, and says what it loses, before it is begun', async () => {
  const cover = {
    ...{ id: 'r', order: 0, kind: 'cover' as const, fill: 'solid' as const, startMs: 0, endMs: 1000 },
    keys: [{ atMs: 0, x: 0, y: 0, width: 0.5, height: 0.5 }],
  };
  const deep = { ...video, codec: 'vp9', pixelFormat: 'yuv420p10le' };
  const film = { ...media, sizeBytes: 5_000_000, video: deep, streams: [deep] };
  const webm: ExportItem = {
    ...{ id: '1', trackIds: ['ja'], languages: ['ja'], name: 'a.webm' },
    output: { ...PLAIN_BURN_IN, delivery: 'mux', container: 'webm' },
  };
  const told = async (redactions: (typeof cover)[]) => {
    const checked = await checkPlan({
      ...{
        project: { ...project, redactions },
        items: [webm],
        folder: null,
        names: [],
        media: film,
        fonts: [],
        contrast: new Map(),
      },
    });
    return [checked.neededBytes, checked.files.map(({ issues }) => issues.map(({ code }) => code))];
  };
  expect(await told([])).toEqual([5_000_000, [[]]]);
  const least = leastVideoBytes({ width: 320, height: 180 }, deep, 2000);
  expect(await told([cover])).toEqual([least, [['encoded-for-covers', 'fewer-bits']]]);
});

test('each burned-in file says how its subtitles stand out from its own picture, as far as that is known', async () => {
  const tiktok = presetById('tiktok');
  if (!tiktok || !media.video) throw new Error('no preset');
  const shape = outputOf(tiktok);
  const plan: ExportItem[] = [PLAIN_BURN_IN, shape].map((output, n) => ({
    ...{ id: String(n), output, trackIds: ['ja'], languages: ['ja'], name: `${n}.mp4` },
  }));
  const film = { ...project, styles: defaultStyles() };
  const [look = ''] = cueLooks(drawnTrack(film, track, [cue], [], { shape, video: media.video }));
  const told = async (contrast: ReadonlyMap<string, number | null>) => {
    const checked = await checkPlan({
      ...{ project: film, items: plan, folder: null, names: [], media, fonts: [], contrast },
    });
    return checked.files.map((file) => file.contrast && [file.contrast.low, file.contrast.unmeasured]);
  };
  const nothing = [
    [[], 1],
    [[], 1],
  ];
  expect(await told(new Map())).toEqual(nothing);
  // What becomes known is told, though the project is the same.
  expect(await told(new Map([[look, 1.4]]))).toEqual([nothing[0], [[1], 0]]);
  expect(await told(new Map())).toEqual(nothing);
});
