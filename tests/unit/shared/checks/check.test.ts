import { describe, expect, it } from 'vitest';
import { Finding, type Profile } from '../../../../shared/domain/profile';
import type { Cue, Track } from '../../../../shared/domain/track';
import { checkTrack, rules } from '../../../../shared/checks/check';
import { formatMessage, isMessageKey } from '../../../../shared/messages/index';
import { profileFor } from '../../../../shared/profiles/profiles';

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
function cue(changes: Partial<Cue> = {}): Cue {
  return {
    id: 'c',
    trackId: 't',
    startMs: 1000,
    endMs: 3000,
    text: 'We were born here.',
    speakerId: null,
    wordIds: [],
    sourceCueId: null,
    position: 'bottom',
    status: 'timed',
    stale: false,
    timedByHand: false,
    ...changes,
  };
}

const check = (cues: readonly Cue[], profile: Profile = profileFor('en'), frameRate: number | null = 25) =>
  checkTrack(cues, track, profile, { frameRate });
const named = (cues: readonly Cue[], profile?: Profile, frameRate?: number) =>
  check(cues, profile, frameRate).map(({ rule, number, values }) => [rule, number, values]);

describe('checkTrack finds nothing in a sound cue', () => {
  it('alone, in pairs and in a track of its own', () => {
    expect(check([cue(), cue({ startMs: 3080, endMs: 5000 })])).toEqual([]);
    expect(check([])).toEqual([]);
    expect(check([cue({ trackId: 'other', text: '' })])).toEqual([]);
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
  ['unpaired-italics', { text: 'a\nb <i>c' }, { line: 2 }, { text: '<i>a\nb</i> <b>' }],
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

  it('has a row in the table of tests and a sentence for every rule', () => {
    const tested = new Set([...TABLE.map(([rule]) => rule), 'gap', 'overlap']);
    for (const { name } of rules) expect(tested).toContain(name);
    const bad = cue({ text: ` a\n${'x'.repeat(90)}\n<i>`, endMs: 1500, stale: true });
    for (const finding of check([bad, { ...bad, id: 'd', startMs: 1400, endMs: 9000 }])) {
      expect(() => Finding.parse(finding)).not.toThrow();
      expect(isMessageKey(finding.messageKey)).toBe(true);
      if (isMessageKey(finding.messageKey))
        expect(formatMessage(finding.messageKey, finding.values)).not.toMatch(/[{}]/);
    }
  });
});
