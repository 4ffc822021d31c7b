/** English: looking words up, choosing a better one, learning a name. */
export const spelling = {
  'edit.spelling.accept': 'Say how a word is spelt',
  'cli.option.spelling':
    'look words up in the dictionaries; those in spelling.LANGUAGE.txt beside the file are right',
} as const;
