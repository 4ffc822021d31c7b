import { describe, expect, it } from 'vitest';
import type { Style } from '../../../../../shared/domain/track';
import { facesFor, usedFonts } from '../../../../../shared/formats/ass/used-fonts';
import { writeAss } from '../../../../../shared/formats/ass/write';
import { fontFaces } from '../../../../../shared/style/fonts';
import { defaultStyles } from '../../../../../shared/style/styles';

const [plain] = defaultStyles();

function filesFor(text: string, style: Style = plain, language = 'en'): string[] {
  const script = writeAss({
    cues: [{ startMs: 0, endMs: 1000, text, position: 'bottom' }],
    track: { language, direction: 'ltr' },
    style,
    video: { width: 1920, height: 1080 },
    title: null,
    purpose: 'file',
  });
  return facesFor(usedFonts(script), fontFaces).map(({ file }) => file);
}

describe('the fonts a script needs', () => {
  it.each<[string, string, Partial<Style>, string[]]>([
    ['plain text', 'We came.', {}, ['NotoSans_400Regular.ttf']],
    ['bold', 'We came.', { bold: true }, ['NotoSans_700Bold.ttf']],
    ['italics', '<i>We</i> came.', {}, ['NotoSans_400Regular.ttf', 'NotoSans_400Regular_Italic.ttf']],
    [
      'another script in it',
      'We came: نحن',
      {},
      ['NotoSans_400Regular.ttf', 'NotoSansArabic_400Regular.ttf'],
    ],
  ])('%s', (_, text, changes, files) => {
    expect(filesFor(text, { ...plain, ...changes })).toEqual(files);
  });

  it('takes the nearest weight, and none of a family that is not there', () => {
    const face = (weight: number) => ({ family: 'Own', weight, italic: false });
    const used = { families: new Set(['own', 'other']), isBold: true, isItalic: true };
    expect(facesFor(used, [face(300), face(600)])).toEqual([face(600)]);
  });
});
