import { expect, it } from 'vitest';
import { setCueText } from '../../../../shared/edits/cue';
import { setSpeakerPseudonym } from '../../../../shared/edits/speaker';
import { keepVersion, restoreVersion } from '../../../../shared/edits/versions';
import { applyEdit } from '../../../../shared/translation/settle';
import { sampleProject } from '../../../support/sample-project';

it('gives back the texts of a version, but no name that has a pseudonym since', () => {
  const signed = { by: 'A', atMs: 0 };
  const kept = keepVersion.apply(sampleProject(), { newId: () => 'v', name: 'first', signed });
  const reworded = applyEdit(setCueText, kept, { id: 'c1', text: 'We work' });
  const hidden = setSpeakerPseudonym.apply(reworded, { id: 's1', pseudonym: 'Z.' });
  const back = applyEdit(restoreVersion, hidden, { id: 'v' });
  expect(back.cues.find(({ id }) => id === 'c1')?.text).toBe('We are engaged');
  expect(back.speakers.map(({ name, pseudonym }) => [name, pseudonym])).toEqual([
    ['Zhanar', 'Z.'],
    ['Gulzada', 'G.'],
  ]);
});
