import { expect, test } from 'vitest';
import { overrideFor, styleFor } from '../../../../shared/style/resolve';
import { speakerColour, withSpeakerLabels } from '../../../../shared/style/speakers';
import { defaultStyles } from '../../../../shared/style/styles';
import type { Speaker } from '../../../../shared/domain/transcript';

const [plain] = defaultStyles();
const style = {
  ...plain,
  languages: { ar: { fontFamily: 'Amiri', sizeFactor: 1.25 }, 'zh-Hant': { bold: true } },
};

test.each([
  ['ar', 'Amiri', plain.fontSizePct * 1.25],
  ['ar-EG', 'Amiri', plain.fontSizePct * 1.25],
  ['AR', 'Amiri', plain.fontSizePct * 1.25],
  ['arc', plain.fontFamily, plain.fontSizePct],
  ['en', plain.fontFamily, plain.fontSizePct],
])('%s is drawn with %s at %d', (language, family, size) => {
  const found = styleFor(style, language);
  expect([found.fontFamily, found.fontSizePct]).toEqual([family, size]);
});

test('an override is not applied twice, and a language without one gets the very style', () => {
  expect(styleFor(styleFor(style, 'ar'), 'ar')).toEqual(styleFor(style, 'ar'));
  expect(styleFor(style, 'en')).toBe(style);
  expect(overrideFor(style, 'zh-Hant-TW')).toEqual({ bold: true });
  expect(overrideFor(style, 'zh')).toBeNull();
});

test('a language’s own weight counts, and one that only says bold has no other', () => {
  const heavy = {
    ...style,
    weight: 800,
    bold: true,
    languages: { ru: { weight: 500, bold: false }, kk: { bold: true } },
  };
  expect(styleFor(heavy, 'ru')).toMatchObject({ weight: 500, bold: false });
  expect(styleFor(heavy, 'kk')).not.toHaveProperty('weight');
  expect(styleFor({ ...heavy, languages: { ru: { sizeFactor: 1.1 } } }, 'ru')).toMatchObject({ weight: 800 });
});

const speakers: Speaker[] = [
  { id: 'a', order: 1, name: 'Real Name', pseudonym: 'Speaker A' },
  { id: 'b', order: 2, name: '<i>Aya</i>', pseudonym: null, colour: '#123456' },
  { id: 'c', order: 3, name: ' ', pseudonym: null },
];
const said = (...ids: (string | null)[]) => ids.map((speakerId) => ({ speakerId, text: 'x' }));

test.each([
  ['changes', ['Speaker A: x', 'x', 'Aya: x', 'x', 'Speaker A: x', 'x']],
  ['always', ['Speaker A: x', 'Speaker A: x', 'Aya: x', 'x', 'Speaker A: x', 'x']],
] as const)('names before the text: %s', (speakerLabels, texts) => {
  const cues = said('a', 'a', 'b', null, 'a', 'c');
  expect(withSpeakerLabels(cues, { speakerLabels }, speakers).map(({ text }) => text)).toEqual(texts);
});

test('without labels the cues stay the very same', () => {
  const cues = said('a');
  expect(withSpeakerLabels(cues, {}, speakers)).toBe(cues);
});

test('colours are the speaker’s own, else by order', () => {
  expect(['a', 'b', 'c', 'gone', null].map((id) => speakerColour(speakers, id))).toEqual([
    '#FFFFFF',
    '#123456',
    '#00FFFF',
    null,
    null,
  ]);
});
