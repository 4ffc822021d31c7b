import { primaryLanguage } from '../text/locale';
import { dictionaryForm } from '../spelling/words';
import type { Edit } from './edit';
import { validText } from './records';

/** Longest word that is accepted, UTF-16 units. */
const MAX_WORD = 100;

/** Says that a word is right in this project, whatever dictionaries say; `isRight` false takes that back. */
export const acceptWord: Edit<{ language: string; word: string; isRight: boolean }> = {
  command: 'spelling.accept',
  label: 'edit.spelling.accept',
  apply(project, { language, word, isRight }) {
    const code = primaryLanguage(language);
    const form = validText(dictionaryForm(word.trim()), MAX_WORD, 'the word');
    const before = project.meta.words?.[code] ?? [];
    if (form === '' || before.includes(form) === isRight) return project;
    const after = isRight ? [...before, form] : before.filter((one) => one !== form);
    return { ...project, meta: { ...project.meta, words: { ...project.meta.words, [code]: after } } };
  },
};
