/** Lists of usual names against ordinary text: a list that cries wolf is soon passed over. */
import { expect, test } from 'vitest';
import { createGuard } from '../../../../shared/safety/guard';
import type { ProtectedName } from '../../../../shared/domain/protected-name';
import { declaration } from '../../../support/parallel';

/** Usual given names and surnames of each language's countries, none of them chosen for what it means. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Mary Smith',
    'John Taylor',
    'Grace Brown',
    'Sarah Wilson',
    'Robert King',
    'Emma Young',
    'James Walker',
  ],
  ru: [
    'Анна Иванова',
    'Вера Петрова',
    'Ян Левин',
    'Роман Белый',
    'Любовь Соколова',
    'Оля Ким',
    'Павел Мороз',
  ],
  kk: ['Жанар Секербаева', 'Айгерім Нұрлан', 'Асан Сериков', 'Ерлан Бақыт', 'Гүлнар Әділова', 'Дана Қасым'],
  es: ['María López', 'José Núñez', 'Ana Cruz', 'Carmen Ruiz', 'Pilar Santos', 'Luis Reyes', 'Ángel Paz'],
  fr: ['Marie Dubois', 'Jean Petit', 'Claire Martin', 'Pierre Leblanc', 'Rose Moreau', 'Louis Roy'],
  ar: ['محمد علي', 'فاطمة الزهراء', 'أحمد حسن', 'عائشة خليل', 'سعيد منصور', 'كريم يوسف', 'عبد الله عمر'],
};
const EVERYBODY = Object.values(PEOPLE).flat();

const listed = (name: string): ProtectedName => ({
  ...{ name, aliases: [], languages: [], pseudonym: null },
  kind: 'person',
});
const guard = createGuard(EVERYBODY.map(listed));

test.each(Object.keys(PEOPLE))('ordinary text (%s) holds no name, neither whole nor in part', (language) => {
  const texts = declaration(language).map((text) => {
    return { kind: 'text' as const, place: '', recordId: null, language, text };
  });
  expect(texts.length).toBeGreaterThan(50);
  const { findings, parts } = guard.findWithParts(texts);
  expect(findings.map(({ found, name }) => [found, name])).toEqual([]);
  expect(parts.map(({ found, name }) => [found, name])).toEqual([]);
});
