import { expect, test } from 'vitest';
import { clipName, clipPlan } from '../../../../../renderer/features/clip/clip-plan';
import { NO_BRANDING } from '../../../../../shared/domain/branding';
import { platformPresets, USUAL_FITTING } from '../../../../../shared/video/presets';

const span = { startMs: 62_400.4, endMs: 80_100 };
const plain = {
  platform: undefined,
  fitting: USUAL_FITTING,
  trackId: 'ru',
  span,
  branding: NO_BRANDING,
  name: 'a',
} as const;

test('two clips of a film have two names', () => {
  expect(clipName('Feminita', 'clip', 'ru', span)).toBe('Feminita.clip 1.02-1.20.ru');
  expect(clipName('Feminita', 'clip', null, { startMs: 0, endMs: 3_600_000 })).toBe(
    'Feminita.clip 0.00-1.00.00',
  );
});

test('a clip is a plan of one video of a stretch, of whole milliseconds', () => {
  const plan = clipPlan(plain);
  expect(plan).toMatchObject({ tracks: ['ru'], span: { startMs: 62_400, endMs: 80_100 }, naming: 'a.{ext}' });
  expect(plan.outputs).toMatchObject([{ kind: 'video', delivery: 'burn-in', preset: null }]);
});

test('for a platform, without subtitles, with braces in its name', () => {
  const platform = platformPresets.find(({ settings }) => settings.aspect !== undefined);
  const plan = clipPlan({
    ...plain,
    platform,
    fitting: { ...USUAL_FITTING, fit: 'blur', focusX: 0 },
    trackId: null,
    name: '{lang} a',
  });
  expect(plan.tracks).toEqual([]);
  expect(plan.outputs).toMatchObject([
    { delivery: 'none', preset: platform?.id, framing: { fit: 'blur', focusX: 0 } },
  ]);
  expect(plan.naming).toBe('lang a.{ext}');
});
