import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileNames } from '../../../../shared/safety/match';

const found = (names: string[], text: string) =>
  compileNames(names.map((name) => ({ name, aliases: [] })))
    .find(text)
    .map((hit) => hit.found);

describe('finds a name', () => {
  test.each([
    ['Жанар', 'Её зовут ЖАНАР.', 'ЖАНАР'],
    ['Жанар', 'рассказ Жанары о себе', 'Жанары'],
    ['Айгуль', 'с Айгулью и детьми', 'Айгулью'],
    ['Сергей', 'о Сергее', 'Сергее'],
    ['Мария', 'увидел Марию', 'Марию'],
    ['Жанар', 'Жанардың үйі', 'Жанардың'],
    ['Айгерім', 'Айгерімге айт', 'Айгерімге'],
    ['Нұрлан', 'Нұрландардікі', 'Нұрландардікі'],
    ['Нұрлан', 'Нұрландарға', 'Нұрландарға'],
    ['Жанар', 'This is Zhanar.', 'Zhanar'],
    ['Жанар', 'This is Janar.', 'Janar'],
    ['Жанар', "Dzhanar's story", "Dzhanar's"],
    ['Zhanar', 'зовут Жанар', 'Жанар'],
    ['Zhanar', 'у Жанары', 'Жанары'],
    ['Қанат', 'Qanat said', 'Qanat'],
    ['Қанат', 'Kanat said', 'Kanat'],
    ['Әсел', 'Асель пришла', 'Асель'],
    ['Хадиша', 'Khadisha', 'Khadisha'],
    ['Юлия', 'Yuliya', 'Yuliya'],
    ['Щукин', 'Shchukin', 'Shchukin'],
    ['Алматы', 'в Алматы', 'Алматы'],
    ['Almaty', 'жила в Алматы', 'Алматы'],
    ['محمد', 'قال ومحمد', 'ومحمد'],
    ['أحمد', 'رأيت احمد', 'احمد'],
    ['فاطمة', 'مُحَمّد وفـاطـمـة', 'وفـاطـمـة'],
    ['Жанар', 'Ж\u200bа\u2060нар', 'Ж\u200bа\u2060нар'],
    ['Жанар', 'Жа\u0301на\u0336р', 'Жа\u0301на\u0336р'],
    ['Жанар', 'Жaнaр', 'Жaнaр'],
    ['Sonar', 'Ѕоnаr', 'Ѕоnаr'],
    ['Жанар', 'Ж-а-н-а-р', 'Ж-а-н-а-р'],
    ['Жанар', 'Ж а н а р!', 'Ж а н а р'],
    ['Жанар', 'Жа-нар', 'Жа-нар'],
    ['Жанар', 'Жан ар', 'Жан ар'],
    ['Zhanar', '𝓩𝓱𝓪𝓷𝓪𝓻 ｚｈａｎａｒ', '𝓩𝓱𝓪𝓷𝓪𝓻'],
    ['Omar', '0mar', '0mar'],
    ['Айгерім Нұрлан', 'Нұрланның\nАйгерімі', 'Нұрланның\nАйгерімі'],
    ['Ян', 'Ян пришёл', 'Ян'],
    ['דוד', 'ולדוד', 'ולדוד'],
  ])('%s in %s', (name, text, expected) => {
    expect(found([name], text)[0] ?? null).toBe(expected);
  });
});

describe('lets other words be', () => {
  test.each([
    ['Вера', 'It is very true; a verb, overt'],
    ['Вера', 'верблюд, верный, доверие'],
    ['Ян', 'январь, яна́, рьян, ian'],
    ['Али', 'alike, ally, Алина, также'],
    ['Жанар', 'жанр, жаңа, занавес, January'],
    ['Айгерім Нұрлан', 'Айгерім. Кейін Нұрлан'],
    ['Роза', 'розетка, проза, раз'],
    ['Омар', 'Omarova in the market'],
    ['Асель', 'a cell, easel'],
    ['محمد', 'حمد محمود'],
  ])('%s in %s', (name, text) => {
    expect(found([name], text)).toEqual([]);
  });
});

const NAMES = ['Жанар', 'Айгерім', 'Сергей', 'Zhanar', 'O’Brien', 'محمد', 'Мария Иванова', 'Ян'];
const noise = fc.constantFrom('\u200b', '\u200d', '\u2060', '\u00ad', '\u0301', '\u0335', '\ufe0f', '');

test('no invisible character, mark or case hides a name', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NAMES),
      fc.array(noise, { minLength: 40, maxLength: 40 }),
      fc.boolean(),
      fc.string({ maxLength: 20 }),
      (name, marks, upper, before) => {
        const hidden = [...(upper ? name.toUpperCase() : name)]
          .map((letter, at) => letter + (marks[at] ?? ''))
          .join('');
        const text = `${before}. ${hidden}, yes`;
        expect(found([name], text).some((each) => text.indexOf(each) >= 0 && each !== '')).toBe(true);
      },
    ),
  );
});

test('hits are where they say, in order, and never overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...NAMES), fc.string({ maxLength: 6 }))), (parts) => {
      const text = parts.join(' ');
      let end = 0;
      for (const hit of compileNames(NAMES.map((name) => ({ name, aliases: [] }))).find(text)) {
        expect(hit.from).toBeGreaterThanOrEqual(end);
        expect(text.slice(hit.from, hit.to)).toBe(hit.found);
        end = hit.to;
      }
    }),
  );
});
