import { expect, it } from 'vitest';
import { placeTranslation } from '../../../../shared/edits/place-translation';
import { sortedProject } from '../../../../shared/history/tables';
import { applyEdit } from '../../../../shared/translation/settle';
import { cue, idMaker, sampleProject } from '../../../support/sample-project';

const signed = { by: 'A', atMs: 5 };
const machine = { by: 'mt', atMs: 5 };

it('keeps who approved a text only where it stays, and calls no placed text a machine’s', () => {
  const sample = sampleProject();
  const project = sortedProject({
    ...sample,
    cues: [
      ...sample.cues.filter(({ trackId }) => trackId === 'en'),
      cue('r1', 0, 1400, 'Мы занимаемся', { trackId: 'ru', sourceCueId: 'c1', status: 'approved', signed }),
      cue('r2', 1500, 2900, 'прав', { trackId: 'ru', sourceCueId: 'c2', status: 'reviewed', signed }),
      cue('r3', 3000, 4900, 'земля', { trackId: 'ru', sourceCueId: 'c3', status: 'draft', machine }),
    ],
  });
  const texts = new Map([
    ['c1', 'Мы занимаемся'],
    ['c2', 'правами человека.'],
    ['c3', 'Это наша земля.'],
  ]);
  const next = applyEdit(placeTranslation, project, {
    newId: idMaker(),
    trackId: 'ru',
    language: 'ru',
    texts,
  });
  const after = next.cues.filter(({ trackId }) => trackId === 'ru');
  expect(after.map((one) => [one.text, one.status, one.signed, one.machine])).toEqual([
    ['Мы занимаемся', 'approved', signed, undefined],
    ['правами человека.', 'translated', undefined, undefined],
    ['Это наша земля.', 'translated', undefined, undefined],
  ]);
});
