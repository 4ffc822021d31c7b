import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../../shared/domain/transcript';
import { Cue, type Track } from '../../../../shared/domain/track';
import { buildCues } from '../../../../shared/cues/build';
import { profileById, profileFor, profiles } from '../../../../shared/profiles/profiles';
import { checkTrack, findingsIn } from '../../../../shared/checks/check';
import { countCharacters } from '../../../../shared/text/characters';
import { idCounter, spokenParagraph } from './timed-words';

const options = (language: string) => ({
  language,
  frameRate: 25,
  durationMs: null,
  trackId: 't1',
  newId: idCounter(),
});

const track: Track = {
  id: 't1',
  order: 0,
  kind: 'source',
  language: 'en',
  name: '',
  direction: 'ltr',
  profileId: 'netflix-en',
  styleId: 's',
};

const build = (paragraphs: readonly Paragraph[], language = 'en') =>
  buildCues(paragraphs, profileFor(language), options(language));

describe('buildCues breaks by sense', () => {
  it.each<[string, string, string[]]>([
    [
      'en',
      'Women’s rights are not only about heterosexual women. Here at our meetings we talk about a diverse circle of women. We show that these groups intersect in different ways, have overlapping examples of discrimination.',
      [
        'Women’s rights are not only\nabout heterosexual women.',
        'Here at our meetings we talk\nabout a diverse circle of women.',
        'We show that these groups\nintersect in different ways,',
        'have overlapping examples\nof discrimination.',
      ],
    ],
    [
      'ru',
      'Все люди рождаются свободными и равными в своем достоинстве и правах. Они наделены разумом и совестью и должны поступать в отношении друг друга в духе братства.',
      [
        'Все люди рождаются свободными\nи равными в своем достоинстве и правах.',
        'Они наделены разумом и совестью',
        'и должны поступать в отношении\nдруг друга в духе братства.',
      ],
    ],
    [
      'kk',
      'Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді. Адамдарға ақыл-парасат, ар-ождан берілген.',
      [
        'Барлық адамдар тумысынан азат',
        'және қадір-қасиеті мен\nқұқықтары тең болып дүниеге келеді.',
        'Адамдарға ақыл-парасат, ар-ождан берілген.',
      ],
    ],
  ])('%s', (language, text, expected) => {
    expect(build([spokenParagraph('p', text, 1000)], language).cues.map((cue) => cue.text)).toEqual(expected);
  });

  it('never joins speakers or paragraphs', () => {
    const { cues } = build([
      { ...spokenParagraph('p', 'Yes.', 0), speakerId: 'a' },
      { ...spokenParagraph('q', 'No.', 400), speakerId: 'b' },
    ]);
    expect(cues.map((cue) => [cue.text, cue.speakerId])).toEqual([
      ['Yes.', 'a'],
      ['No.', 'b'],
    ]);
  });

  it('breaks at a long silence', () => {
    const first = spokenParagraph('p', 'We were', 0);
    const second = spokenParagraph('q', 'born here.', 4000);
    const { cues } = build([{ ...first, words: [...first.words, ...second.words] }]);
    expect(cues.map((cue) => cue.text)).toEqual(['We were', 'born here.']);
  });

  it('closes italics in each cue and opens them again', () => {
    const text =
      '<i>Everyone has the right to life, liberty and security of person, and no one shall be held in slavery or servitude.</i>';
    const { cues } = build([spokenParagraph('p', text, 0)]);
    expect(cues.length).toBeGreaterThan(1);
    for (const cue of cues) expect(cue.text).toMatch(/^<i>[^<]*<\/i>$/);
  });
});

describe('buildCues times cues', () => {
  it('from the first word to what reading needs', () => {
    const [cue] = build([spokenParagraph('p', 'We stay.', 2000, 20)]).cues;
    expect(cue).toMatchObject({ startMs: 2000, endMs: 2833 });
  });

  it('closes a short gap and leaves a long one', () => {
    const { cues } = build([
      spokenParagraph('p', 'We were all born here.', 0),
      spokenParagraph('q', 'This is our own land.', 1700),
      spokenParagraph('r', 'We stay here.', 5000),
    ]);
    expect(cues.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 1620],
      [1700, 3065],
      [5000, 5845],
    ]);
  });

  it('stops at the end of the media', () => {
    const paragraph = spokenParagraph('p', 'We stay.', 2000, 20);
    const { cues } = buildCues([paragraph], profileFor('en'), { ...options('en'), durationMs: 2300 });
    expect(cues[0]?.endMs).toBe(2300);
  });

  it('cuts overlapping speakers apart', () => {
    const { cues } = build([
      spokenParagraph('p', 'We were all born here and here we will stay.', 0),
      spokenParagraph('q', 'No!', 1500),
    ]);
    expect(cues.map(({ startMs }) => startMs)).toEqual([0, 2535]);
    for (const [index, cue] of cues.entries())
      expect(cue.endMs).toBeLessThanOrEqual(cues[index + 1]?.startMs ?? Infinity);
  });

  it('shares room between timed neighbours among words without times', () => {
    const paragraph = spokenParagraph('p', 'We were all born here.', 1000);
    const words = paragraph.words.map((word, index) =>
      index === 0 || index === 4 ? word : { ...word, startMs: null, endMs: null },
    );
    const { cues, untimed } = build([{ ...paragraph, words }]);
    expect(untimed).toEqual([]);
    expect(cues).toMatchObject([{ startMs: 1000, wordIds: ['p-0', 'p-1', 'p-2', 'p-3', 'p-4'] }]);
  });

  it('reports paragraphs that have no times at all', () => {
    const paragraph = spokenParagraph('p', 'We stay.', 0);
    const words = paragraph.words.map((word) => ({ ...word, startMs: null, endMs: null }));
    expect(build([{ ...paragraph, words }, spokenParagraph('q', 'Yes.', 0)])).toMatchObject({
      untimed: ['p-0', 'p-1'],
      cues: [{ wordIds: ['q-0'] }],
    });
  });
});

describe('buildCues holds', () => {
  const word = fc.constantFrom(
    'a',
    'the',
    'rights,',
    'құқығы',
    'и',
    'Anna',
    'Smith.',
    '25',
    'é́',
    '—',
    'Да!',
    'discrimination',
    '<i>so</i>',
    'x'.repeat(60),
  );
  const timing = fc.record({
    gap: fc.integer({ min: 0, max: 2500 }),
    duration: fc.integer({ min: 0, max: 9000 }),
    timed: fc.boolean(),
  });
  const paragraph = fc.array(fc.tuple(word, timing), { minLength: 1, maxLength: 30 });
  const transcript = fc.array(paragraph, { maxLength: 6 }).map((list) => {
    let at = 0;
    return list.map((words, index): Paragraph => ({
      id: `p${index}`,
      order: index,
      speakerId: index % 2 === 0 ? 'a' : null,
      language: null,
      hintMs: null,
      words: words.map(([text, { gap, duration, timed }], number) => {
        const startMs = (at += Math.floor(gap / 10));
        at += Math.floor(duration / 20);
        return {
          id: `w${index}-${number}`,
          text,
          startMs: timed ? startMs : null,
          endMs: timed ? at : null,
          confidence: 1,
        };
      }),
    }));
  });
  const profile = fc.constantFrom(
    ...['netflix-en', 'netflix-ja', 'bbc', 'vertical', 'arte']
      .map((id) => profileById(id) ?? profiles[0])
      .filter((found) => found !== undefined),
  );

  it('each word is in one cue, in order, or reported; cues are valid, apart and within limits; the same every time', () => {
    fc.assert(
      fc.property(transcript, profile, fc.constantFrom('en', 'ru', 'kk'), (paragraphs, guide, language) => {
        const { cues, untimed } = buildCues(paragraphs, guide, options(language));
        const expected = paragraphs.filter((each) => each.words.some((one) => one.startMs !== null));
        expect(cues.flatMap((cue) => cue.wordIds)).toEqual(
          expected.flatMap((each) => each.words.map((one) => one.id)),
        );
        expect(untimed).toEqual(
          paragraphs
            .filter((each) => !expected.includes(each))
            .flatMap((each) => each.words.map((one) => one.id)),
        );
        for (const [index, cue] of cues.entries()) {
          expect(() => Cue.parse(cue)).not.toThrow();
          expect(cue.endMs).toBeGreaterThan(cue.startMs);
          expect(cue.endMs).toBeLessThanOrEqual(cues[index + 1]?.startMs ?? Infinity);
          expect(cue.endMs - cue.startMs).toBeLessThanOrEqual(guide.maxDurationMs);
          expect(new Set(cue.wordIds.map((id) => id.split('-')[0])).size).toBe(1);
          if (cue.wordIds.length === 1) continue;
          const lines = cue.text.split('\n');
          expect(lines.length).toBeLessThanOrEqual(guide.maxLines);
          for (const line of lines)
            expect(countCharacters(line, { halfWidth: guide.halfWidthCounts })).toBeLessThanOrEqual(
              guide.maxCharactersPerLine,
            );
        }
        expect(buildCues(paragraphs, guide, options(language))).toEqual({ cues, untimed });
      }),
      { numRuns: 150 },
    );
  });

  it('natural speech to every figure of its guide', () => {
    const text =
      'Everyone has the right to life, liberty and security of person. No one shall be held in slavery or servitude; slavery and the slave trade shall be prohibited in all their forms. No one shall be subjected to torture or to cruel, inhuman or degrading treatment or punishment. ';
    const { cues } = build([spokenParagraph('p', text.repeat(20), 0)]);
    expect(cues.length).toBeGreaterThan(60);
    expect(
      findingsIn(
        checkTrack({
          cues,
          track,
          profile: profileFor('en'),
          media: { frameRate: 25, durationMs: null, shots: null },
        }),
      ),
    ).toEqual([]);
  });
});
