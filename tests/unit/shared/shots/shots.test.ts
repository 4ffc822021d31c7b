import { expect, it } from 'vitest';
import { addShot, moveShot, removeShot } from '../../../../shared/edits/shots';
import { correctedShots, shotNear } from '../../../../shared/shots/shots';
import { createShotParser } from '../../../../shared/shots/find';
import { sampleProject } from '../../../support/sample-project';

it('what a person took away or added stands over what was found', () => {
  let project = removeShot.apply(sampleProject(), { atMs: 2000 });
  project = addShot.apply(project, { atMs: 3500 });
  expect(correctedShots([1000, 2000, 5000], project.meta.shots)).toEqual([1000, 3500, 5000]);
  project = addShot.apply(removeShot.apply(project, { atMs: 3500 }), { atMs: 2010 });
  expect(correctedShots([1000, 2000, 5000], project.meta.shots)).toEqual([1000, 2010, 5000]);
  expect(addShot.apply(project, { atMs: 2010 })).toBe(project);
  expect(correctedShots([1, 2], undefined)).toEqual([1, 2]);
});

it('a moved shot change is at its new place only, however near that is', () => {
  const found = [1000, 2000, 5000];
  const moved = moveShot.apply(sampleProject(), { fromMs: 2000, toMs: 2040 });
  expect(correctedShots(found, moved.meta.shots)).toEqual([1000, 2040, 5000]);
  const again = moveShot.apply(moved, { fromMs: 2040, toMs: 2500 });
  expect(correctedShots(found, again.meta.shots)).toEqual([1000, 2500, 5000]);
  const back = moveShot.apply(again, { fromMs: 2500, toMs: 2000 });
  expect(correctedShots(found, back.meta.shots)).toEqual([1000, 2000, 5000]);
  expect(correctedShots(found, moveShot.apply(moved, { fromMs: 2040, toMs: 5001 }).meta.shots)).toEqual([
    1000, 5001,
  ]);
});

it('finds the nearest within reach', () => {
  expect(shotNear([1000, 2000], 1600, 500)).toBe(2000);
  expect(shotNear([1000, 2000], 1600, 300)).toBeNull();
});

it('reads the listing: the first picture begins no shot, and a flash is one change', () => {
  const parser = createShotParser();
  const picture = (seconds: number, score: number) => [
    parser.line(`frame:1    pts:1       pts_time:${seconds}`),
    parser.line('lavfi.scd.mafd=1.0'),
    parser.line(`lavfi.scd.score=${score}`),
  ];
  expect(picture(0, 99)[0]).toBe(0);
  picture(0.04, 0.2);
  picture(1, 30);
  picture(1.04, 40);
  picture(2, 9.9);
  picture(3.5, 10);
  parser.line('frame:broken');
  expect(parser.shots()).toEqual([1000, 3500]);
});
