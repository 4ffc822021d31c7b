import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spelledWords } from '../../../../shared/spelling/words';

const words = (text: string) => spelledWords(text).map(({ word }) => word);

describe('spelledWords', () => {
  it.each([
    ['We <i>came</i> here.', ['We', 'came', 'here']],
    ['women’s rights', ["women's", 'rights']],
    ['the word 人权 and สิทธิ', ['the', 'word', 'and']],
    ['the dogs’ bowl ‘quoted’', ['the', 'dogs', 'bowl', 'quoted']],
    ['как-то раз', ['как-то', 'раз']],
    ['Все́ л\u00adюди', ['Все', 'люди']],
    ['مرحبا\u200f Feminita (NGO)', ['مرحبا', 'Feminita']],
    ['می\u200cخواهم', ['می\u200cخواهم']],
    ['34th 2019-ға 1,200km COVID19 H2O', []],
    ['write to a.b@c.org, https://x.org/yz, www.un.org, #metoo, @un', ['write', 'to']],
    ['U.N. e.g. и т.д. НПО Here.There', ['Here', 'There']],
    ['a b в', []],
  ])('%s', (text, expected) => expect(words(text)).toEqual(expected));

  it('says where each stands', () => {
    const text = 'a <i>recieved</i>\nit’s';
    for (const { word, at, length } of spelledWords(text))
      expect(text.slice(at, at + length).replace('’', "'")).toBe(word);
  });

  it('keeps order and place in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let end = 0;
        for (const { at, length } of spelledWords(text)) {
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + length;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
