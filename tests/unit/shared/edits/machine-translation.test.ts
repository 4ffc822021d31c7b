import { expect, it } from 'vitest';
import { setCueStatus, setCueText } from '../../../../shared/edits/cue';
import { takeMachineTexts } from '../../../../shared/edits/machine-translation';
import { addTranslation } from '../../../../shared/edits/translation';
import { cuesToTranslate, isMachineDraft } from '../../../../shared/translation/machine/requests';
import { idMaker } from '../../../support/sample-project';
import { projectOf } from '../../../support/translation-project';

const made = { by: 'mt', atMs: 5 };
const started = addTranslation.apply(projectOf(['One is here.', 'Two is there.', 'Three is gone.'], 'en'), {
  newId: idMaker('t'),
  language: 'ru',
});
const trackId = started.tracks.find(({ language }) => language === 'ru')?.id ?? '';
const shown = (project: typeof started) => project.cues.filter((cue) => cue.trackId === trackId);
const [first, second, third] = shown(started).map(({ id }) => id);
const answer = (cue = '', text = 'Машинный текст.', before = '') => ({ cue, before, text });

it('takes texts as drafts, marked as made by the machine', () => {
  const next = takeMachineTexts.apply(started, { trackId, answers: [answer(first)], made });
  expect(shown(next)[0]).toMatchObject({ text: 'Машинный текст.', status: 'draft', machine: made });
  expect(shown(next).map(isMachineDraft)).toEqual([true, false, false]);
});

it('never writes over what a person wrote meanwhile', () => {
  const typed = setCueText.apply(started, { id: second ?? '', text: 'Мой текст.' });
  const next = takeMachineTexts.apply(typed, { trackId, answers: [answer(first), answer(second)], made });
  expect(shown(next).map(({ text }) => text)).toEqual(['Машинный текст.', 'Мой текст.', '']);
  expect(shown(next)[1]?.machine).toBeUndefined();
});

it('writes in no other track, whatever a result says', () => {
  const source = started.cues.find((cue) => cue.trackId !== trackId);
  const answers = [answer(source?.id, 'x', source?.text), answer('gone')];
  expect(takeMachineTexts.apply(started, { trackId, answers, made })).toBe(started);
});

it('is a person’s once a person wrote in it or says it will do', () => {
  const drafted = takeMachineTexts.apply(started, {
    trackId,
    answers: [first, second, third].map((id) => answer(id)),
    made,
  });
  const typed = setCueText.apply(drafted, { id: first ?? '', text: 'Лучше.' });
  const next = setCueStatus.apply(typed, { ids: [second ?? ''], status: 'translated' });
  expect(shown(next).map(isMachineDraft)).toEqual([false, false, true]);
  // What a person wrote is no machine's, even where it becomes a draft again.
  const again = setCueStatus.apply(next, { ids: [first ?? '', second ?? ''], status: 'draft' });
  expect(shown(again).map(isMachineDraft)).toEqual([false, true, true]);
  expect(cuesToTranslate(next, trackId, 'empty')).toEqual([]);
  expect(cuesToTranslate(next, trackId, 'drafts').map(({ id }) => id)).toEqual([third]);
  expect(cuesToTranslate(next, trackId, 'all')).toHaveLength(3);
});

it('asks once where several cues render the same source cue', () => {
  const cue = shown(started)[0];
  if (!cue) throw new Error('no cue');
  const twin = { ...cue, id: 'twin' };
  const two = { ...started, cues: [...started.cues, twin] };
  expect(cuesToTranslate(two, trackId, 'empty').map(({ id }) => id)).not.toContain('twin');
  const written = { ...started, cues: [...started.cues, { ...twin, text: 'Да.' }] };
  expect(cuesToTranslate(written, trackId, 'empty').map(({ id }) => id)).not.toContain(cue.id);
});
