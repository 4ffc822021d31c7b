import { dictionariesFor } from '../../../shared/spelling/dictionary-names';
import { lastingWorker } from '../../platform/lasting-worker';
import { findDictionaries } from './dictionaries';
import { SpellingAnswer, type DictionaryFiles } from './question';

export interface Spelling {
  /** Whether there is a dictionary for a BCP 47 tag. */
  has(language: string): Promise<boolean>;
  /** The words that no dictionary of a language knows, in order; none where there is no dictionary. */
  wrong(language: string, words: readonly string[]): Promise<string[]>;
  /** What a word was meant to be, best first. */
  suggest(language: string, word: string): Promise<string[]>;
  end(): Promise<void>;
}

/** Arabic takes 0.8 s to load here; a slow machine that is busy may take some ten times that. */
const ANSWER_WITHIN_MS = 30_000;
const IDLE_MS = 5 * 60_000;
const MAX_HEAP_MB = 1024;

/** Looks words up in Hunspell dictionaries, on a thread of its own, each loaded when its language is first asked for. */
export function createSpelling(folders: readonly string[]): Spelling {
  const worker = lastingWorker('spelling', {
    answerWithinMs: ANSWER_WITHIN_MS,
    idleMs: IDLE_MS,
    maxHeapMb: MAX_HEAP_MB,
  });
  /** Looked for each time: a dictionary dropped in works at once. */
  const filesFor = async (language: string): Promise<DictionaryFiles[]> => {
    const all = await findDictionaries(folders);
    const names = dictionariesFor(
      language,
      all.map(({ name }) => name),
    );
    return all.filter(({ name }) => names.includes(name));
  };
  const ask = async (question: object) => SpellingAnswer.parse(await worker.ask(question));
  return {
    has: async (language) => (await filesFor(language)).length > 0,
    async wrong(language, words) {
      const dictionaries = await filesFor(language);
      if (dictionaries.length === 0 || words.length === 0) return [];
      return ask({ kind: 'check', language, dictionaries, words });
    },
    async suggest(language, word) {
      const dictionaries = await filesFor(language);
      return dictionaries.length === 0 ? [] : ask({ kind: 'suggest', language, dictionaries, word });
    },
    end: () => worker.end(),
  };
}
