import { foreignTo } from '../../../shared/spelling/foreign';
import { inflectionFor } from '../../../shared/spelling/inflection';
import { answerQuestions } from '../../platform/lasting-worker';
import { loadDictionary, type Dictionary } from './load';
import { SpellingQuestion, type DictionaryFiles } from './question';

const loaded = new Map<string, Promise<Dictionary>>();

/** Looks words up: `SpellingQuestion` in, `SpellingAnswer` out. */
answerQuestions(async (raw) => {
  const question = SpellingQuestion.parse(raw);
  const dictionaries = await Promise.all(question.dictionaries.map(dictionary));
  if (question.kind === 'suggest') return suggestions(dictionaries, question.word);
  const isKnown = knower(dictionaries, question.language);
  return question.words.filter((word) => !isKnown(word));
});

function dictionary(files: DictionaryFiles): Promise<Dictionary> {
  let found = loaded.get(files.aff);
  if (!found) {
    found = loadDictionary(files);
    loaded.set(files.aff, found);
    // A file that could not be read may be mended meanwhile.
    found.catch(() => loaded.delete(files.aff));
  }
  return found;
}

function knower(dictionaries: readonly Dictionary[], language: string): (word: string) => boolean {
  const spells = (word: string) => dictionaries.some(({ hunspell }) => hunspell.testSpelling(word));
  const isInflected = inflectionFor(language);
  const isRight = (word: string) => spells(word) || isInflected(word, spells);
  const scripts = dictionaries.map(({ script }) => script);
  return (word) =>
    foreignTo(word, scripts) || isRight(word) || (word.includes('-') && word.split('-').every(isPartRight));

  function isPartRight(part: string): boolean {
    return part.length < 2 || isRight(part);
  }
}

/** The best of each dictionary in turn. */
function suggestions(dictionaries: readonly Dictionary[], word: string): string[] {
  const lists = dictionaries.map(({ hunspell }) => hunspell.getSpellingSuggestions(word));
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, n) => lists.flatMap((list) => list[n] ?? [])).flat();
  return [...new Set(inTurn)].slice(0, MOST_SUGGESTIONS);
}

const MOST_SUGGESTIONS = 9;
