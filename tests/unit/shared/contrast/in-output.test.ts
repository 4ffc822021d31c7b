import { expect, test } from 'vitest';
import { contrastIn, contrastSentence } from '../../../../shared/contrast/in-output';
import { cueLooks, drawnTrack } from '../../../../shared/contrast/looks';
import type { VideoStream } from '../../../../shared/domain/media';
import type { Cue, Track } from '../../../../shared/domain/track';
import { emptyProject } from '../../../../shared/history/tables';
import { outputOf, presetById, USUAL_FITTING } from '../../../../shared/video/presets';

const project = emptyProject({ id: 'p', title: 'Film', language: 'en' });
const track: Track = {
  ...{ id: 't', order: 1, language: 'en', name: '', profileId: 'x', styleId: 'outspoken' },
  kind: 'source',
  direction: 'ltr',
};
const cues = ['One', 'Two', '', 'Four', 'Five'].map((text, n): Cue => ({
  ...{ id: `c${n}`, trackId: 't', startMs: n * 1000, endMs: n * 1000 + 900, text, speakerId: null },
  ...{ wordIds: [], sourceCueId: null, stale: false, timedByHand: false },
  position: 'bottom',
  status: 'timed',
}));
const video: VideoStream = {
  ...{ kind: 'video', index: 0, codec: 'h264', profile: null, pixelFormat: 'yuv420p', rotation: 0 },
  ...{ width: 1920, height: 1080, displayWidth: 1920, displayHeight: 1080, frameRate: { num: 25, den: 1 } },
  ...{ variableFrameRate: false, hdr: false, startMs: 0, durationMs: 5000, language: null },
};
const tiktok = presetById('tiktok');
if (!tiktok) throw new Error('no preset');
const inTikTok = drawnTrack(project, track, cues, [], { shape: outputOf(tiktok), video });

test('tells which subtitles are hard to read, and under which nobody has looked', () => {
  const looks = cueLooks(inTikTok);
  const known = new Map([
    [looks[0] ?? '', 2.46],
    [looks[1] ?? '', 4.6],
    [looks[3] ?? '', null],
  ]);
  const found = contrastIn(inTikTok, known, 9 / 16);
  expect(found).toEqual({ needed: 4.5, low: [1], least: 2.46, unmeasured: 1 });
  expect(contrastSentence(found)).toMatch(
    /Subtitle 1 is hard to read on this picture: contrast down to 2\.4:1/,
  );
  expect(contrastIn(inTikTok, known, 9 / 16, { startMs: 4000, endMs: 5000 })).toMatchObject({
    unmeasured: 1,
    low: [],
  });
  expect(contrastSentence(contrastIn(inTikTok, new Map(), 9 / 16))).toBeNull();
});

test('nothing measured in one picture is believed of another, or after the focus moved', () => {
  const own = cueLooks(drawnTrack(project, track, cues, []));
  const moved = outputOf(tiktok, { ...USUAL_FITTING, focusX: 0.2 });
  const elsewhere = cueLooks(drawnTrack(project, track, cues, [], { shape: moved, video }));
  const looks = [own, cueLooks(inTikTok), elsewhere].flat();
  expect(new Set(looks).size).toBe(looks.length);
  // A preset of the footage's own shape without an interface over it shows what the preview does.
  const youtube = presetById('youtube');
  if (!youtube) throw new Error('no preset');
  expect(cueLooks(drawnTrack(project, track, cues, [], { shape: outputOf(youtube), video }))).toEqual(own);
});
