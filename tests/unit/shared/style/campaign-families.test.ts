import { describe, expect, test } from 'vitest';
import type { FontFacts } from '../../../../shared/domain/font';
import type { Style } from '../../../../shared/domain/track';
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

  test('files of other weights that belong to a family are its weights', () => {
    const own = familiesOf([
      font({ family: 'Hand SemiBold', weight: 600, kin: 'Hand', ascentEm: 1.5 }),
      font(),
      font({ weight: 700 }),
      font({ family: 'Other', weight: 600 }),
    ]);
    const hand = own.find(({ family }) => family === 'Hand');
    expect(hand?.weights).toEqual([
      { weight: 400, family: 'Hand', bold: false },
      { weight: 600, family: 'Hand SemiBold', bold: false },
      { weight: 700, family: 'Hand', bold: true },
    ]);
    const script = (style: Partial<Style>, text = 'So') =>
      writeAss({
        cues: [{ startMs: 0, endMs: 1000, text, position: 'bottom' }],
        track: { language: 'en', direction: 'ltr' },
        style: { ...defaultStyles()[0], fontFamily: 'Hand', ...style },
        fonts: own,
        video: { width: 1920, height: 1080 },
        title: null,
      });
    // With the metrics of the very file.
    expect(script({ weight: 620, bold: true })).toMatch(
      /^Style: Outspoken,Hand SemiBold,90.72,(?:[^,]*,){4}0,/m,
    );
    expect(script({ weight: 700, bold: true })).toMatch(/^Style: Outspoken,Hand,64.8,(?:[^,]*,){4}-1,/m);
    // Letters of another family in its own nearest weight.
    expect(script({ weight: 700, bold: true }, 'So Жа')).toContain('{\\fnNoto Sans\\fs78.74}Жа');
    expect(script({ weight: 600, bold: true }, 'So Жа')).toContain('{\\fnNoto Sans SemiBold\\fs78.74}Жа');
    // One that was chosen by the name of its file stays what it was.
    expect(script({ fontFamily: 'Hand SemiBold' })).toContain('Style: Outspoken,Hand SemiBold,90.72,');
  });

  test('what the campaign’s font draws is not missing', () => {
    const families = [...fontFamilies, ...familiesOf([font()])];
    expect(missingCharacters('漢字 ok ก あ', families)).toEqual(['あ']);
  });
});
