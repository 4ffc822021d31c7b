import { describe, expect, it } from 'vitest';
import { cleanPaste } from '../../../../shared/text/clean-paste';
import { expressionOf, findAll } from '../../../../shared/text/find';
import { latinPieces } from '../../../../shared/text/isolates';

const query = { pattern: '', replacement: '', isRegex: false, matchCase: false, wholeWord: false };
const replaced = (text: string, more: Partial<typeof query>) =>
  findAll([{ id: 'a', text }], { ...query, ...more })[0]?.replaced ?? null;

describe('findAll', () => {
  it.each([
    ['Cost: $5 (five)', { pattern: '$5 (', replacement: '$1&(' }, 'Cost: $1&(five)'],
    ['Адам, АДАМ', { pattern: 'адам', replacement: 'кісі' }, 'кісі, кісі'],
    ['Адам, АДАМ', { pattern: 'Адам', replacement: 'кісі', matchCase: true }, 'кісі, АДАМ'],
    ['我们从事人权工作', { pattern: '人权', replacement: '平等', wholeWord: true }, '我们从事平等工作'],
    ['қала қалада', { pattern: 'қала', replacement: 'ауыл', wholeWord: true }, 'ауыл қалада'],
    ['a1 b2', { pattern: '([a-z])(\\d)', replacement: '$2$1', isRegex: true }, '1a 2b'],
    ['a, b', { pattern: ', ', replacement: ',\\n', isRegex: true }, 'a,\nb'],
    ['x\ny', { pattern: '^y$', replacement: 'z', isRegex: true }, 'x\nz'],
    ['abc', { pattern: 'd', replacement: 'e' }, null],
    ['abc', { pattern: 'x*', replacement: 'e', isRegex: true }, null],
    ['abc', { pattern: '' }, null],
  ])('%j with %o is %j', (text, more, after) => {
    expect(replaced(text, more)).toBe(after);
  });
  it('counts, and says where the first find is', () => {
    expect(findAll([{ id: 'a', text: 'so so' }], { ...query, pattern: 'so' })[0]).toMatchObject({
      count: 2,
      start: 0,
      end: 2,
    });
  });
  it.each(['(', 'a)(b', '[', '*', '(?<n>a)(?<n>b)'])('refuses %j with a reason', (pattern) => {
    expect(() => expressionOf({ ...query, pattern, isRegex: true })).toThrow(
      expect.objectContaining({ code: 'bad-request' }) as unknown,
    );
    expect(() => expressionOf({ ...query, pattern, isRegex: true, wholeWord: true })).toThrow();
  });
});

describe('cleanPaste', () => {
  it.each([
    ['hu\u00adman\u200b rights\ufeff', 'human rights', 3],
    ['one\u00a0two\tthree', 'one two three', 2],
    ['Quoi\u00a0? «\u00a0Oui\u00a0» 10\u202f000', 'Quoi\u00a0? «\u00a0Oui\u00a0» 10\u202f000', 0],
    ['a\r\nb\u2028c', 'a\nb\nc', 0],
    ['\u202bمرحبا', 'مرحبا', 1],
    ['\u2067مرحبا\u2069 x', '\u2067مرحبا\u2069 x', 0],
    ['می\u200cخواهم 👩\u200d🔬', 'می\u200cخواهم 👩\u200d🔬', 0],
  ])('%j becomes %j', (text, clean, changes) => {
    expect(cleanPaste(text)).toEqual({ text: clean, changes });
  });
});

describe('latinPieces', () => {
  it.each([
    ['منظمة Feminita (NGO) في 2019.', ['Feminita (NGO)', '2019']],
    ['اتصل +7 701 555-01-02 الآن', ['+7 701 555-01-02']],
    ['نسبة 50% من', ['50%']],
    ['قال (UN 1948) لنا', ['UN 1948']],
    ['من (Human Rights Watch) 45% و', ['Human Rights Watch', '45%']],
    ['Feminita (NGO مركز) هنا', ['Feminita', 'NGO']],
    ['مرحبا', []],
  ])('isolates in %j', (line, latin) => {
    const pieces = latinPieces(line);
    expect(pieces.map(({ text }) => text).join('')).toBe(line);
    expect(pieces.filter(({ isLatin }) => isLatin).map(({ text }) => text)).toEqual(latin);
  });
});
