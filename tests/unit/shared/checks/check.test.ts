import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Finding, type Profile } from '../../../../shared/domain/profile';
import type { Cue, Track } from '../../../../shared/domain/track';
import { checkTrack, findingsIn } from '../../../../shared/checks/check';
import { compareRecords } from '../../../../shared/history/tables';
import { familiesOf } from '../../../../shared/style/campaign-families';
import type { FontFamily } from '../../../../shared/style/fonts';
import { profileFor } from '../../../../shared/profiles/profiles';
import { termFinder } from '../../../../shared/translation/glossary/terms';
import { cue as sampleCue } from '../../../support/sample-project';

const track: Track = {
  id: 't',
  order: 0,
  kind: 'source',
  language: 'en',
  name: '',
  direction: 'ltr',
  profileId: 'netflix-en',
  styleId: 's',
};

/** A sound cue of 2 s with changes. */
const cue = (changes: Partial<Cue> = {}) =>
  sampleCue('c', 1000, 3000, 'We were born here.', { trackId: 't', ...changes });

const check = (cues: readonly Cue[], profile: Profile = profileFor('en'), frameRate: number | null = 25) =>
  findingsIn(checkTrack({ cues, track, profile, media: { frameRate, durationMs: null, shots: null } }));
const named = (cues: readonly Cue[], profile?: Profile, frameRate?: number) =>
  check(cues, profile, frameRate).map(({ rule, number, values }) => [rule, number, values]);

it('looks again at a translation of several cues when any of them changed', () => {
  const russian: Track = { ...track, id: 'ru', kind: 'translation', language: 'ru' };
  const cues = [cue({ id: 'r', trackId: 'ru', text: 'Здесь.', sourceCueId: 'a', moreSourceCueIds: ['b'] })];
  const [first, second] = [
    cue({ id: 'a', text: 'Here.' }),
    cue({ id: 'b', startMs: 3000, endMs: 4000, text: 'Yes.' }),
  ];
  const glossary = termFinder([{ source: 'land', target: 'земля', forbidden: [] }]);
  const input = { cues, track: russian, profile: profileFor('ru'), media: null, glossary };
  const before = checkTrack({ ...input, source: { track, cues: [first, second] } });
  const changed = { ...input, source: { track, cues: [first, { ...second, text: 'Our land.' }] } };
  expect(findingsIn(checkTrack(changed, before))).toEqual(findingsIn(checkTrack(changed)));
  expect(findingsIn(checkTrack(changed, before)).map(({ rule }) => rule)).toContain('term-missing');
});

describe('checkTrack finds nothing in a sound cue', () => {
  it('alone, in pairs and in a track of its own', () => {
    expect(check([cue(), cue({ startMs: 3080, endMs: 5000 })])).toEqual([]);
    expect(check([])).toEqual([]);
  });
});

/** For each rule: a cue that breaks it with what is found, and one just inside. */
const TABLE: readonly (readonly [rule: string, bad: Partial<Cue>, values: object, good: Partial<Cue>])[] = [
  [
    'reading-speed',
    { text: 'x'.repeat(41), endMs: 3000 },
    { speed: 20.5, limit: 20 },
    { text: 'x'.repeat(40), endMs: 3000 },
  ],
  [
    'line-length',
    { text: `a\n${'x'.repeat(43)}`, endMs: 6000 },
    { line: 2, characters: 43, limit: 42 },
    { text: `a\n${'é'.normalize('NFD').repeat(42)}`, endMs: 6000 },
  ],
  ['line-count', { text: 'a\nb\nc' }, { lines: 3, limit: 2 }, { text: 'a\nb' }],
  [
    'min-duration',
    { text: 'Yes.', endMs: 1832 },
    { duration: '0.832', limit: '0.833' },
    { text: 'Yes.', endMs: 1833 },
  ],
  ['max-duration', { endMs: 8001 }, { duration: '7.001', limit: '7' }, { endMs: 8000 }],
  ['empty', { text: '<i> </i>\n' }, {}, { text: '.' }],
  ['double-space', { text: 'a\nb  c' }, { line: 2 }, { text: 'a b\nc' }],
  ['double-space', { text: '<i> a</i>' }, { line: 1 }, { text: '<i>a</i>' }],
  ['unpaired-italics', { text: 'a\nb <i>c' }, { line: 2 }, { text: '<i>a\nb</i> <3' }],
  ['no-duration', { endMs: 1000 }, {}, { endMs: 2000 }],
  ['stale', { stale: true }, {}, { stale: false }],
];

describe('checkTrack', () => {
  it.each(TABLE)('%s', (rule, bad, values, good) => {
    expect(named([cue(bad)])).toEqual([[rule, 1, values]]);
    expect(check([cue(good)])).toEqual([]);
  });

  it('counts half-width characters half where the guide does', () => {
    const japanese = profileFor('ja');
    expect(named([cue({ text: 'A'.repeat(16), endMs: 3000 })], japanese)).toEqual([]);
    expect(named([cue({ text: '漢'.repeat(14), endMs: 8000 })], japanese)).toEqual([
      ['line-length', 1, { line: 1, characters: 14, limit: 13 }],
      ['missing-letters', 1, { letters: '漢' }],
    ]);
  });

  it('gap: in frames where the rate is known, with a millisecond for rounding', () => {
    const after = (startMs: number) => [cue(), cue({ startMs, endMs: startMs + 2000 })];
    expect(named(after(3079))).toEqual([]);
    expect(named(after(3078))).toEqual([['gap', 2, { gap: 78, limit: 80 }]]);
    expect(named(after(3000))).toEqual([['gap', 2, { gap: 0, limit: 80 }]]);
    expect(named(after(3034), profileFor('en'), 60)).toEqual([]);
  });

  it('gap: without a frame rate, only what is too small at any usual one (80 ms are two frames at 25)', () => {
    const gaps = (startMs: number) =>
      check([cue(), cue({ startMs, endMs: startMs + 2000 })], profileFor('en'), null).map(({ rule }) => rule);
    expect(gaps(3080)).toEqual([]);
    expect(gaps(3040)).toEqual(['gap']);
  });

  it('overlap: with the cue that ends last, not only the one before', () => {
    const cues = [
      cue({ endMs: 7000 }),
      cue({ startMs: 2000, endMs: 4000 }),
      cue({ startMs: 5000, endMs: 7500 }),
    ];
    expect(named(cues)).toEqual([
      ['overlap', 2, { overlap: 5000, other: 1 }],
      ['overlap', 3, { overlap: 2000, other: 1 }],
    ]);
  });

  it('lets cues at the top and at the bottom share the time', () => {
    expect(check([cue(), cue({ startMs: 1500, endMs: 3500, position: 'top' })])).toEqual([]);
  });

  it('says what the contract of findings says', () => {
    const bad = cue({ text: ` a\n${'x'.repeat(90)}\n<i>`, endMs: 1500, stale: true });
    for (const finding of check([bad, { ...bad, id: 'd', startMs: 1400, endMs: 9000 }]))
      expect(() => Finding.parse(finding)).not.toThrow();
  });
});

describe('a later check of nearly the same track', () => {
  const TEXTS = ['We came.', 'She said “come.', 'to stay.”', ' a', '-Yes.', '-Yes.\n-No.', '<i>I', ''];
  const someCue = fc.record({
    startMs: fc.integer({ min: 0, max: 20_000 }),
    lengthMs: fc.integer({ min: 0, max: 4000 }),
    text: fc.constantFrom(...TEXTS),
    position: fc.constantFrom('bottom' as const, 'top' as const),
  });
  const step = fc.record({
    at: fc.nat(),
    gone: fc.integer({ min: 0, max: 3 }),
    come: fc.array(someCue, { maxLength: 3 }),
    /** Every so manieth cue stands out badly. */
    low: fc.integer({ min: 1, max: 9 }),
  });
  let ids = 0;
  const made = ({
    startMs,
    lengthMs,
    ...rest
  }: {
    startMs: number;
    lengthMs: number;
    text: string;
    position: 'bottom' | 'top';
  }) => cue({ ...rest, id: `c${++ids}`, startMs, endMs: startMs + lengthMs });
  const sorted = (cues: readonly Cue[]) => cues.toSorted((a, b) => compareRecords(a, b));

  it('finds the same as one from scratch, whatever changed', () => {
    fc.assert(
      fc.property(fc.array(someCue, { maxLength: 30 }), fc.array(step, { maxLength: 6 }), (first, steps) => {
        const input = { track, profile: profileFor('en'), media: null };
        let cues = sorted(first.map(made));
        let known = checkTrack({ ...input, cues });
        for (const { at, gone, come, low } of steps) {
          const from = at % (cues.length + 1);
          cues = sorted([...cues.slice(0, from), ...cues.slice(from + gone), ...come.map(made)]);
          const ratios = new Map(cues.map(({ id }, n) => [id, n % low === 0 ? 2 : 21]));
          const contrast = { needed: 4.5, ratios };
          known = checkTrack({ ...input, cues, contrast }, known);
          expect(findingsIn(known)).toEqual(findingsIn(checkTrack({ ...input, cues, contrast })));
        }
      }),
    );
  });

  it('looks only at cues near the change', () => {
    const cues = Array.from({ length: 100 }, (_, n) =>
      cue({ id: `c${n}`, startMs: n * 3000, endMs: n * 3000 + 2000, text: ' a' }),
    );
    const input = { track, profile: profileFor('en'), media: null };
    const before = checkTrack({ ...input, cues });
    const changed = cues.with(50, cue({ id: 'c50', startMs: 150_000, endMs: 152_000 }));
    const after = checkTrack({ ...input, cues: changed }, before);
    const fresh = after.entries.flatMap((entry, index) => (entry === before.entries[index] ? [] : [index]));
    expect(fresh).toEqual([46, 47, 48, 49, 50, 51, 52, 53, 54]);
  });
});

it('contrast is checked in cues looked at as they are now, and said not to be in the others', () => {
  const cues = ['low', 'enough', 'nothing', 'unseen'].map((id, n) =>
    cue({ id, startMs: n * 3000, endMs: n * 3000 + 2000 }),
  );
  const input = { cues, track, profile: profileFor('en'), media: null };
  const ratios = new Map([
    ['low', 4.49],
    ['enough', 4.5],
    ['nothing', null],
  ]);
  const about = (check: ReturnType<typeof checkTrack>) =>
    findingsIn(check)
      .filter(({ rule }) => rule === 'contrast')
      .map(({ cueId, values }) => [cueId, values]);
  const unchecked = (check: ReturnType<typeof checkTrack>) =>
    check.unchecked
      .filter(({ rule }) => rule === 'contrast')
      .map(({ values, messageKey }) => [messageKey, values]);
  const first = checkTrack(input);
  expect([about(first), unchecked(first)]).toEqual([[], [['unchecked.contrast', { count: 4 }]]]);
  const seen = checkTrack({ ...input, contrast: { needed: 4.5, ratios } }, first);
  expect([about(seen), unchecked(seen)]).toEqual([
    [['low', { ratio: 4.4, needed: 4.5, output: 'none' }]],
    [['unchecked.contrast', { count: 1 }]],
  ]);
  const large = checkTrack({ ...input, contrast: { needed: 3, ratios } }, seen);
  expect(about(large)).toEqual([]);
  // Each picture that was asked for has a finding of its own, and is looked at anew when it becomes another.
  const elsewhere = [{ output: 'TikTok', needed: 4.5, ratios }];
  const both = checkTrack({ ...input, contrast: { needed: 3, ratios, elsewhere } }, large);
  expect(about(both)).toEqual([['low', { ratio: 4.4, needed: 4.5, output: 'TikTok' }]]);
  expect(about(checkTrack({ ...input, contrast: { needed: 3, ratios } }, both))).toEqual([]);
  const unseen = [{ output: 'X', needed: 4.5, ratios: new Map() }];
  expect(
    unchecked(checkTrack({ ...input, contrast: { needed: 3, ratios, elsewhere: unseen } }, both)),
  ).toEqual([['unchecked.contrast', { count: 4 }]]);
  expect(unchecked(checkTrack({ ...input, hasPicture: false }))).toEqual([['unchecked.noPicture', {}]]);
});

it('letters that a font file of the campaign has are not missing', () => {
  const [own] = familiesOf([
    {
      family: 'Hand',
      weight: 400,
      italic: false,
      ascentEm: 1,
      descentEm: 0.25,
      averageEm: 0.5,
      coverage: '4e00-9fff',
    },
  ]);
  const missing = (fonts: readonly FontFamily[]) => {
    const media = { frameRate: 25, durationMs: null, shots: null, fonts };
    const cues = [cue({ text: '漢字 あ' })];
    return findingsIn(checkTrack({ cues, track, profile: profileFor('en'), media }))
      .filter(({ rule }) => rule === 'missing-letters')
      .map(({ values }) => values);
  };
  expect(missing([])).toEqual([{ letters: '漢 字 あ' }]);
  expect(missing(own ? [own] : [])).toEqual([{ letters: 'あ' }]);
});
