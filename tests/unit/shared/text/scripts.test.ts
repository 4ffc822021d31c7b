import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../../shared/text/direction';
import { likelyLocale, primaryLanguage } from '../../../../shared/text/locale';
import { dominantScript, scriptFits, scriptsOf } from '../../../../shared/text/scripts';

const ENGLISH = 'We are engaged in human rights, and not some additional special rights.';
const RUSSIAN = 'Все люди рождаются свободными и равными в своем достоинстве и правах.';
const KAZAKH = 'Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді.';
const ARABIC = 'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق.';
const JAPANESE = 'すべての人間は、生まれながらにして自由であり、尊厳と権利とについて平等である。';

describe('scripts', () => {
  it('are counted, most frequent first', () => {
    expect(scriptsOf('abc где ab')).toEqual([
      { script: 'Latn', letters: 5 },
      { script: 'Cyrl', letters: 3 },
    ]);
    expect(dominantScript('12 + 3 = 15')).toBeNull();
  });

  it.each([
    ['en', ENGLISH, true],
    ['en', RUSSIAN, false],
    ['ru', RUSSIAN, true],
    ['ru', ENGLISH, false],
    ['kk', KAZAKH, true],
    ['kk', 'Barlyq adamdar tumysynan azat', true],
    ['kk', ARABIC, true],
    ['kk', JAPANESE, false],
    ['ar', ARABIC, true],
    ['ar', ENGLISH, false],
    ['fa', ARABIC, true],
    ['ja', JAPANESE, true],
    ['zh-Hans', '人人生而自由，在尊严和权利上一律平等。', true],
    ['zh', RUSSIAN, false],
    ['ko', '모든 인간은 태어날 때부터 자유로우며 존엄과 권리에 있어 동등하다.', true],
    ['sr', 'Sva ljudska bića rađaju se slobodna', true],
    ['ru', `${RUSSIAN} Human rights`, true],
    ['ru', 'OK, yes!', true],
    ['ru', '', true],
    ['xx-broken-', ENGLISH, true],
  ])('in %s, %j: %s', (language, text, fits) => {
    expect(scriptFits(language, text)).toBe(fits);
  });
});

describe('directionOf', () => {
  it.each([
    ['en', 'ltr'],
    ['kk', 'ltr'],
    ['kk-Arab', 'rtl'],
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['fa-AF', 'rtl'],
    ['ur', 'rtl'],
    ['ug', 'rtl'],
    ['ku', 'ltr'],
    ['ckb', 'rtl'],
    ['az-Arab', 'rtl'],
    ['', 'ltr'],
    ['not a tag', 'ltr'],
  ])('%s is %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });
});

describe('locale', () => {
  it('never throws', () => {
    expect(likelyLocale('!!')).toEqual({ language: 'und', script: null, region: null });
    expect(likelyLocale('kk')).toEqual({ language: 'kk', script: 'Cyrl', region: 'KZ' });
    expect(primaryLanguage('EN-gb')).toBe('en');
  });
});
