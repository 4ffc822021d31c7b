import { expect, test } from 'vitest';
import { paragraphLanguage } from '../../../../shared/align/paragraph-language';
import { countScripts, scriptsOf } from '../../../../shared/align/scripts';

const KAZAKH = 'Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді.';
const RUSSIAN = 'Все люди рождаются свободными и равными в своем достоинстве и правах, и наделены разумом.';

test.each([
  ['the project’s own', 'We were born here.', 'en', 'en'],
  ['the project’s own, with region', 'We were born here.', 'en-GB', 'en-GB'],
  ['no letters', '1998 — 2026', 'kk', 'kk'],
  ['Russian in an English project', RUSSIAN, 'en', 'ru'],
  ['Kazakh in an English project', KAZAKH, 'en', 'kk'],
  ['Kazakh in a Russian project', KAZAKH, 'ru', 'kk'],
  ['Russian in a Kazakh project', RUSSIAN, 'kk', 'ru'],
  ['a short answer in a Kazakh project', 'Ия, солай.', 'kk', 'kk'],
  ['a Kazakh name in Russian', 'Её зовут Гүлнар, она живёт здесь с детства и любит этот город.', 'ru', 'ru'],
  ['Ukrainian in an English project', 'Їхні права та свободи є основою, її гідність.', 'en', 'uk'],
  ['English in a Kazakh project', 'We were born here, this is our land.', 'kk', 'en'],
  ['Arabic in a French project', 'يولد جميع الناس أحراراً', 'fr', 'ar'],
  ['Persian in a French project', 'گفتگو پس از چاپ', 'fr', 'fa'],
  ['Bulgarian stays Bulgarian', 'Всички хора се раждат свободни и равни по достойнство и права.', 'bg', 'bg'],
])('%s', (_, text, project, expected) => {
  expect(paragraphLanguage(text, project)).toBe(expected);
});

test.each([
  ['kk', ['Cyrl']],
  ['zh', ['Hani']],
  ['ja', ['Kana', 'Hani']],
  ['sr', ['Cyrl', 'Latn']],
  ['not a tag!', null],
])('%s is written in %j', (tag, scripts) => {
  expect(scriptsOf(tag)).toEqual(scripts);
});

test('letters are counted by script', () => {
  expect([...countScripts('abc әғ 12 ع')]).toEqual([
    ['Latn', 3],
    ['Cyrl', 2],
    ['Arab', 1],
  ]);
});
