import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultStyles } from '../../../../shared/style/styles';
import { widthEm } from '../../../../shared/style/widths';
import { cuesInPicture, styleInPicture } from '../../../../shared/video/fit-subtitles';
import { zonesOf } from '../../../../shared/video/presets';

const [STYLE] = defaultStyles();
const TALL = { width: 1080, height: 1920 };
const WIDE = { width: 1920, height: 1080 };
const track = { language: 'en', profileId: 'netflix-en' };
const texts = (text: string, size = TALL, preset: string | null = 'tiktok', language = 'en') => {
  const style = styleInPicture(STYLE, { size, zones: zonesOf(preset) });
  return cuesInPicture([{ text }], { ...track, language }, style, size)[0]?.text;
};

describe('styleInPicture', () => {
  test('changes nothing of a wide picture without an interface', () => {
    expect(styleInPicture(STYLE, { size: WIDE, zones: zonesOf(null) })).toEqual(STYLE);
  });

  test.each([
    ['tall', TALL, 3, 58],
    ['square', { width: 1080, height: 1080 }, 3.8, 41],
    ['4:5', { width: 1080, height: 1350 }, 3.5, 47],
  ])('letters of a %s picture', (_, size, percent, pixels) => {
    const { fontSizePct } = styleInPicture(STYLE, { size, zones: zonesOf(null) });
    expect(fontSizePct).toBeCloseTo(percent, 0);
    expect(Math.abs((fontSizePct / 100) * size.height - pixels)).toBeLessThan(1);
  });

  test('small letters are not made smaller than what is read on a phone', () => {
    const size = { size: TALL, zones: zonesOf(null) };
    expect(styleInPicture({ ...STYLE, fontSizePct: 3.4 }, size).fontSizePct).toBe(3);
    expect(styleInPicture({ ...STYLE, fontSizePct: 2 }, size).fontSizePct).toBe(2);
  });

  test('keeps clear of the interface, and of its own margins where they are wider', () => {
    const made = styleInPicture(STYLE, { size: TALL, zones: zonesOf('tiktok') });
    expect(made.marginVerticalPct).toBe(29);
    // 15 % of the width is 8.4 % of the height.
    expect(made.marginHorizontalPct).toBeCloseTo(9.4, 1);
    const own = { ...STYLE, marginVerticalPct: 40 };
    expect(styleInPicture(own, { size: TALL, zones: zonesOf('tiktok') }).marginVerticalPct).toBe(40);
  });
});

describe('cuesInPicture', () => {
  test('what fits is left alone, breaks and all', () => {
    expect(texts('Short\nlines')).toBe('Short\nlines');
    const long = 'Women’s rights are not only about\nheterosexual women.';
    expect(texts(long, WIDE, null)).toBe(long);
  });

  test('what does not is broken by sense, balanced, on as few lines as hold it', () => {
    expect(texts('Women’s rights are not only about\nheterosexual women.')).toBe(
      'Women’s rights\nare not only about\nheterosexual women.',
    );
  });

  test('dialogue stays one line of dashes a speaker', () => {
    const lines =
      texts('- Did you ever think of leaving the country?\n- Never, not for a day.')?.split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(2);
    expect(lines.length).toBeGreaterThan(2);
  });

  test('a turn that runs over two lines does not swallow the next speaker', () => {
    const lines =
      texts('- Did you ever think of\nleaving the country you were born in?\n- Never.')?.split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(2);
    expect(lines.at(-1)).toBe('- Never.');
  });

  test('italics are kept whole', () => {
    const broken = texts('<i>Women’s rights are not only about heterosexual women.</i>') ?? '';
    expect(broken).toMatch(/^<i>.*<\/i>$/s);
  });

  test.each(['ru', 'kk', 'ar', 'ja', 'th'])(
    'no line of %s is wider than the picture lets it be',
    (language) => {
      const sentences: Record<string, string> = {
        ru: 'Мы никогда не думали, что нам придётся уехать из страны, в которой мы родились и выросли.',
        kk: 'Біз туып-өскен елімізден кетуге мәжбүр боламыз деп ешқашан ойлаған емеспіз, бірақ солай болды.',
        ar: 'لم نفكر أبدا أننا سنضطر إلى مغادرة البلد الذي ولدنا وترعرعنا فيه منذ زمن طويل',
        ja: '私たちは生まれ育った国を離れなければならないとは一度も考えたことがありませんでした。',
        th: 'เราไม่เคยคิดเลยว่าเราจะต้องออกจากประเทศที่เราเกิดและเติบโตมา',
      };
      const style = styleInPicture(STYLE, { size: TALL, zones: zonesOf('tiktok') });
      const limit = ((1080 / 1920) * 100 - 2 * style.marginHorizontalPct) / style.fontSizePct;
      const lines = texts(sentences[language] ?? '', TALL, 'tiktok', language)?.split('\n') ?? [];
      expect(lines.length).toBeGreaterThan(1);
      for (const line of lines) expect(widthEm(line, 400)).toBeLessThanOrEqual(limit);
    },
  );

  test('loses no word of any text', () => {
    const word = fc.stringMatching(/^[a-zа-я]{1,12}[,.]?$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
        expect(texts(words.join(' '))?.split(/\s+/)).toEqual(words);
      }),
    );
  });
});

test('hard breaks stay in a narrow picture, and what stands between them is broken by itself', () => {
  const style = styleInPicture(STYLE, { size: TALL, zones: zonesOf('tiktok') });
  const text = 'I\nsay that women’s rights are not only about heterosexual women.';
  const fitted = (hardBreaks: number[]) => cuesInPicture([{ text, hardBreaks }], track, style, TALL)[0]?.text;
  expect(fitted([0])?.split('\n')[0]).toBe('I');
  expect(fitted([])?.split('\n')[0]).not.toBe('I');
});
