import { describe, expect, test } from 'vitest';
import type { FontFacts } from '../../../../shared/domain/font';
import { writeAss } from '../../../../shared/formats/ass/write';
import { familiesOf } from '../../../../shared/style/campaign-families';
import { fontFamilies, missingCharacters } from '../../../../shared/style/fonts';
import { defaultStyles } from '../../../../shared/style/styles';

const font = (more: Partial<FontFacts> = {}): FontFacts => ({
  family: 'Hand',
  weight: 400,
  italic: false,
  ascentEm: 1,
  descentEm: 0.25,
  averageEm: 0.5,
  coverage: '20-7e 4e00-9fff',
  ...more,
});

describe('families of a campaign’s files', () => {
  test('files of one name make one family, which draws what all of them do', () => {
    const [hand, ...others] = familiesOf([
      font({ weight: 700, ascentEm: 2, coverage: '20-7e' }),
      font(),
      font({ family: 'hand', italic: true }),
    ]);
    expect(others).toEqual([]);
    expect(hand).toMatchObject({ family: 'Hand', ascentEm: 1, lineHeightEm: 1.25, hasItalic: true });
    expect([hand?.coverage.has(0x41), hand?.coverage.has(0x4e00)]).toEqual([true, false]);
  });

  test('letters it lacks are drawn with Noto, and letters only it has with it, in any style', () => {
    const write = (fontFamily: string, text: string) =>
      writeAss({
        cues: [{ startMs: 0, endMs: 1000, text, position: 'bottom' }],
        track: { language: 'en', direction: 'ltr' },
        style: { ...defaultStyles()[0], fontFamily },
        fonts: familiesOf([font()]),
        video: { width: 1920, height: 1080 },
        title: null,
      });
    expect(write('Hand', 'So Жа so')).toMatch(
      /^Style: Outspoken,Hand,64.8,[^]*So \{\\fnNoto Sans\\fs78.74\}Жа \{\\fnHand\\fs64.8\}so/m,
    );
    expect(write('Noto Sans', 'So 漢')).toContain('So {\\fnHand\\fs64.8}漢');
    expect(write('Gone', 'So')).toContain('Style: Outspoken,Noto Sans,78.74,');
  });

  test('what the campaign’s font draws is not missing', () => {
    const families = [...fontFamilies, ...familiesOf([font()])];
    expect(missingCharacters('漢字 ok ก あ', families)).toEqual(['あ']);
  });
});
