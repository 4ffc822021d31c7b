import { describe, expect, it } from 'vitest';
import { isKazakhForm } from '../../../../shared/spelling/kazakh';

const STEMS = new Set(['құқық', 'әйел', 'бала', 'кітап', 'қорғаушы', 'декларация', 'бостандық', 'Қазақстан']);
const isForm = (word: string) => isKazakhForm(word, (stem) => STEMS.has(stem));

describe('isKazakhForm', () => {
  it.each([
    'құқықтары',
    'құқықтарына',
    'құқықтарымыздың',
    'әйелдердің',
    'әйелдерге',
    'балаларымызға',
    'кітабымызда',
    'қорғаушылармен',
    'декларациясында',
    'бостандықтардан',
    'Қазақстандағы',
  ])('%s is a form', (word) => expect(isForm(word)).toBe(true));

  it.each([
    ['құқықлар', 'the wrong consonant'],
    ['құқықтері', 'the wrong vowel'],
    ['әйелдардың', 'the wrong vowel'],
    ['балатарымыз', 'the wrong consonant'],
    ['құқықнатар', 'the wrong order'],
    ['құқық', 'no ending: the dictionary alone says'],
    ['абракадабра', 'no known word'],
    ['', 'nothing'],
  ])('%s is none: %s', (word) => expect(isForm(word)).toBe(false));

  it('is quick about a long word of nothing but endings', () => {
    expect(isForm('дар'.repeat(25))).toBe(false);
  });
});
