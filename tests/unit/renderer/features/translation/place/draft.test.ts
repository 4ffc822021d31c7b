import { expect, it } from 'vitest';
import {
  changeDraft,
  changeDraftOf,
  chooseLanguage,
  resumeDrafts,
  shownDraft,
  trackOfDraft,
  usePlaceDrafts,
} from '../../../../../../renderer/features/translation/place/draft';
import { track } from '../../../../../support/sample-project';

it('puts what was being placed on the bench of its own language, though another is shown by then', () => {
  resumeDrafts('s', 'ru', []);
  changeDraft({ brought: { pasted: 'Привет.', file: null } });
  chooseLanguage('kk');
  changeDraftOf('ru', { isAtBench: true });
  const draftOf = (language: string) => shownDraft({ ...usePlaceDrafts.getState(), language });
  expect(draftOf('kk')).toMatchObject({ isAtBench: false, brought: { pasted: 'Привет.' } });
  expect(draftOf('ru')).toMatchObject({ isAtBench: true, brought: { pasted: 'Привет.' } });
});

it('writes into the track that is shown, of several in one language', () => {
  const tracks = [
    track('en', 'source', 'en', 0),
    track('a', 'translation', 'ru', 1),
    track('b', 'translation', 'ru', 2),
  ];
  const idOf = (language: string, shown: string | null) => trackOfDraft(tracks, language, shown)?.id ?? null;
  expect([idOf('ru', 'b'), idOf('ru', 'en'), idOf('ru', null), idOf('kk', 'b')]).toEqual([
    'b',
    'a',
    'a',
    null,
  ]);
});
