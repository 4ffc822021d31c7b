import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import type { ServiceParts } from './parts';

/** Looking words up in dictionaries, and the words a campaign has learnt. */
export function spellingHandlers(
  { spelling, campaignWords, projects }: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, Extract<keyof Handlers, `spelling.${string}`>> {
  /** The project file whose folder is the campaign; null for a draft, which belongs to none yet. */
  const placeOf = (session: string) => {
    check(session);
    const { path, draft } = projects.state(session);
    return draft ? null : path;
  };
  return {
    'spelling.check': async ({ language, words }) => ({
      hasDictionary: await spelling.has(language),
      wrong: await spelling.wrong(language, words),
    }),
    'spelling.suggest': async ({ language, word }) => ({ words: await spelling.suggest(language, word) }),
    'spelling.learnt': async ({ session, language }) => {
      const path = placeOf(session);
      return {
        words: path === null ? [] : await campaignWords.read(path, language),
        canLearn: path !== null,
      };
    },
    'spelling.learn': async ({ session, language, word, isLearnt }) => {
      const path = placeOf(session);
      if (path === null) throw new AppError('bad-request', { reason: 'a draft belongs to no campaign yet' });
      return { words: await campaignWords.set(path, language, word, isLearnt) };
    },
  };
}
