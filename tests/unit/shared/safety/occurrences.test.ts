import { expect, it } from 'vitest';
import type { ProtectedName } from '../../../../shared/domain/protected-name';
import { MOST_PLACES, occurrencesOf } from '../../../../shared/safety/occurrences';
import { finish } from '../../../../shared/steps';
import { cue, sampleProject } from '../../../support/sample-project';

const named = (name: string, more: Partial<ProtectedName> = {}): ProtectedName => ({
  ...{ name, aliases: [], kind: 'person', languages: [], pseudonym: null },
  ...more,
});

it('finds names in every text of a project, whatever their pseudonyms, each with its places', () => {
  const project = sampleProject();
  const [zhanar, gulzada, nobody] = finish(
    occurrencesOf({ ...project, cues: [...project.cues, cue('c9', 6000, 7000, 'Жанар was there')] }, [
      named('Zhanar'),
      named('Gulzada', { pseudonym: 'G.' }),
      named('Qwerty'),
    ]),
  );
  expect(zhanar?.count).toBe(2);
  expect(zhanar?.places.map(({ found, recordId }) => [found, recordId])).toEqual([
    ['Zhanar', null],
    ['Жанар', 'c9'],
  ]);
  expect(gulzada?.count).toBe(1);
  expect(nobody).toEqual({ count: 0, places: [] });
});

it('counts more places than it tells', () => {
  const cues = Array.from({ length: 50 }, (_, n) => cue(`n${n}`, n * 1000, n * 1000 + 900, 'Zhanar'));
  const [found] = finish(occurrencesOf({ ...sampleProject(), speakers: [], cues }, [named('Zhanar')]));
  expect(found?.count).toBe(50);
  expect(found?.places).toHaveLength(MOST_PLACES);
});
