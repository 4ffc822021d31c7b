import { expect, it } from 'vitest';
import { withWord } from '../../../../../renderer/features/translation/insert-term';

it.each([
  ['Мы знаем|', 'права', 'Мы знаем права|'],
  ['|знаем', 'Права', 'Права |знаем'],
  ['Мы |знаем', 'права', 'Мы права |знаем'],
  ['Мы знаем|.', 'права', 'Мы знаем права|.'],
  ['«|»', 'права', '«права|»'],
  ['|', 'права', 'права|'],
])('%s and %s make %s', (before, word, after) => {
  const at = before.indexOf('|');
  const made = withWord({ text: before.replace('|', ''), start: at, end: at }, word);
  expect(`${made.text.slice(0, made.start)}|${made.text.slice(made.start)}`).toBe(after);
});
