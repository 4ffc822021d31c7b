import { expect, test } from 'vitest';
import {
  paragraphLanguage,
  spokenScripts,
  unspokenScript,
  wordLanguage,
} from '../../../../shared/spoken/language';

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
  ['a short Russian answer in a Kazakh project', 'Да, конечно, это так.', 'kk', 'ru'],
  ['a short Kazakh answer in a Russian project', 'Рақмет, бәрі жақсы.', 'ru', 'kk'],
  ['Kazakh in Latin letters', 'Barlyq adamdar tumysynan azat', 'kk', 'kk'],
  ['Kazakh in the alphabet of 2021', 'Bız osy jerde tudyq, bül bızdıñ jerımız', 'kk', 'kk'],
  ['English in a Spanish project', 'We were born here and this is our land.', 'es', 'en'],
  [
    'Spanish in an English project',
    'Nosotros nacimos en la tierra de los padres y por eso luchamos.',
    'en',
    'es',
  ],
  [
    'an English title in a Spanish sentence',
    'Trabajo en Human Rights Watch desde hace tres años.',
    'es',
    'es',
  ],
  ['a long Latin name in a short Russian sentence', 'Я работаю в Human Rights Watch.', 'ru', 'ru'],
  ['French in a Russian project', 'Nous sommes nés ici, c’est notre terre et nous y restons.', 'ru', 'fr'],
  ['more kanji than kana in an English project', '世界人権宣言を採択し、全加盟国が履行する。', 'en', 'ja'],
  ['Japanese in a Chinese project', '私は東京の大学で法律を学びました。', 'zh', 'ja'],
  ['Chinese in a Chinese project', '他喜欢「の」这个字，人人生而自由。', 'zh', 'zh'],
  ['kanji alone in a Japanese project', '世界人権宣言', 'ja', 'ja'],
  ['a long Latin name in a short Japanese sentence', 'Amnesty Internationalの人。', 'ja', 'ja'],
  ['Urdu in an English project', 'ہم یہاں پیدا ہوئے ہیں', 'en', 'ur'],
])('%s', (_, text, project, expected) => {
  expect(paragraphLanguage(text, project)).toBe(expected);
});

test.each([
  ['Владимир', 'en', 'ru'],
  ['Қазақстан', 'ru', 'kk'],
  ['Гульнара', 'ru', 'ru'],
  ['Watch', 'ru', 'ru'],
  ['محمد', 'fr', 'ar'],
  ['1998', 'ru', 'ru'],
])('%s in %s is said in %s', (word, sentence, expected) => {
  expect(wordLanguage(word, sentence)).toBe(expected);
});

test.each([
  ['kk', ['Cyrl', 'Latn']],
  ['az', ['Latn']],
  ['ja', ['Hani', 'Hira', 'Kana']],
  ['sr', ['Cyrl', 'Latn']],
  ['not a tag!', null],
])('%s is read in %j', (tag, scripts) => {
  expect(spokenScripts(tag)).toEqual(scripts);
});

test.each([
  ['kanji, for which there is a dictionary', 'すべての人間は、生まれながらにして自由である。', 'ja', null],
  ['hanja in Korean', '人間은 自由로운 存在로 태어났다', 'ko', 'Hani'],
  ['Chinese', '人人生而自由，在尊严和权利上一律平等。', 'zh', null],
  ['Shan', 'ၵူၼ်းၵူႊၵေႃႉ မီးသုၼ်ႇလႆႈ ၵူၼ်းၵူႊၵေႃႉ မီးသုၼ်ႇလႆႈ', 'shn', 'Mymr'],
  ['Russian answers in an Azerbaijani interview', 'Мы работаем здесь уже десять лет', 'az', null],
  ['Kazakh in Latin letters', 'Barlyq adamdar tumysynan azat', 'kk', null],
  ['a language that cannot be in these letters at all', 'Все люди рождаются свободными', 'en', null],
  ['too short to tell', '人間', 'ko', null],
])('letters that no voice reads: %s', (_, text, language, script) => {
  expect(unspokenScript([{ text, language }])?.script ?? null).toBe(script);
});
