import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTrack, findingsIn } from '../../../../../shared/checks/check';
import type { Finding, Profile } from '../../../../../shared/domain/profile';
import { isVeryLong, loadOf, roomAt, rowAfter, toneOf } from '../../../../../renderer/features/cues/model';
import { cue as sampleCue, track as sampleTrack } from '../../../../support/sample-project';

const PROFILE: Profile = {
  id: 'test',
  name: 'Test',
  languages: [],
  maxCharactersPerLine: 10,
  maxLines: 2,
  maxCharactersPerSecond: 20,
  minDurationMs: 800,
  maxDurationMs: 7000,
  minGapFrames: 2,
  minGapMs: 80,
  halfWidthCounts: false,
  closeGapsBelowMs: null,
  shots: null,
  minBalance: null,
  dashSpace: null,
  ellipsis: null,
  italicsAllowed: true,
  forbiddenMarks: [],
  sources: [],
};

it('knows a text that would fill the list with one row from a long subtitle', () => {
  expect(
    isVeryLong('A long subtitle of two lines, each of 42.\nOne more of that length, and that is all.'),
  ).toBe(false);
  expect(isVeryLong('a'.repeat(5000))).toBe(true);
  expect(isVeryLong('line\n'.repeat(20))).toBe(true);
});

describe('loadOf', () => {
  it('counts lines without mark-up and the speed over both', () => {
    const load = loadOf({ startMs: 0, endMs: 1000, text: '<i>Hello</i>\nthere' }, PROFILE);
    expect(load.lines).toEqual([
      { characters: 5, isOver: false },
      { characters: 5, isOver: false },
    ]);
    expect(load.speed).toBe(10);
  });
  it.each([
    ['1234567890', false],
    ['12345678901', true],
  ])('a line %j of at most ten is over: %s', (text, isOver) => {
    expect(loadOf({ startMs: 0, endMs: 5000, text }, PROFILE).lines[0]?.isOver).toBe(isOver);
  });
  it('a cue that lasts no time has no speed', () => {
    expect(loadOf({ startMs: 5, endMs: 5, text: 'a' }, PROFILE).speed).toBeNull();
  });
  it('agrees with the checks on every line and speed', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'ж', '<i>', '</i>', '\n', ' ', '字'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4000 }), (words, durationMs) => {
        const cue = sampleCue('c', 0, durationMs, words);
        const findings = findingsIn(
          checkTrack({
            cues: [cue],
            track: sampleTrack('en', 'source', 'en', 0),
            profile: PROFILE,
            media: null,
          }),
        );
        const load = loadOf(cue, PROFILE);
        const over = load.lines.flatMap(({ isOver }, n) => (isOver ? [n + 1] : []));
        expect(over).toEqual(findings.flatMap((f) => (f.rule === 'line-length' ? [f.values['line']] : [])));
        const fast = findings.find((finding) => finding.rule === 'reading-speed');
        if (fast) expect(load.speed).toBe(fast.values['speed']);
        else expect(load.speed).toBeLessThanOrEqual(PROFILE.maxCharactersPerSecond);
      }),
    );
  });
});

describe('toneOf', () => {
  const finding = (rule: string, severity: Finding['severity']): Finding => ({
    rule,
    severity,
    cueId: 'c',
    number: 1,
    startMs: 0,
    messageKey: `finding.${rule}`,
    values: {},
  });
  const found = [finding('reading-speed', 'warning'), finding('no-duration', 'error')];
  it.each([
    [['reading-speed'], 'warning'],
    [['no-duration', 'min-duration'], 'error'],
    [['reading-speed', 'no-duration'], 'error'],
    [['gap'], 'ok'],
  ] as const)('of %j is %s', (rules, tone) => {
    expect(toneOf(found, rules)).toBe(tone);
  });
});

describe('rowAfter', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 9, 9],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['ArrowDown', -1, 0],
    ['ArrowUp', -1, 0],
  ])('%s from %d leads to %d', (key, from, to) => {
    expect(rowAfter(key, from, 10, 5)).toBe(to);
  });
  it('leads nowhere in an empty list and for other keys', () => {
    expect(rowAfter('ArrowDown', -1, 0, 5)).toBeNull();
    expect(rowAfter('a', 3, 10, 5)).toBeNull();
  });
});

describe('roomAt', () => {
  const cues = [
    { startMs: 1000, endMs: 3000 },
    { startMs: 3500, endMs: 5000 },
    { startMs: 9000, endMs: 9500 },
  ];
  it.each([
    ['free at the start', 0, { startMs: 0, endMs: 900 }],
    ['inside a cue goes behind it', 1500, { startMs: 3100, endMs: 3400 }],
    ['after the last', 20_000, { startMs: 20_000, endMs: 22_000 }],
    ['inside the second', 4000, { startMs: 5100, endMs: 7100 }],
    ['shortened by the next', 8000, { startMs: 8000, endMs: 8900 }],
  ])('%s', (_, ms, room) => {
    expect(roomAt(cues, ms, 2000, 100)).toEqual(room);
  });
  it('says when there is none', () => {
    expect(roomAt(cues, 850, 2000, 100)).toBeNull();
  });
  it('never overlaps a cue', () => {
    const gen = fc
      .array(fc.record({ startMs: fc.nat(20_000), length: fc.integer({ min: 1, max: 3000 }) }))
      .map((list) =>
        list
          .map(({ startMs, length }) => ({ startMs, endMs: startMs + length }))
          .sort((a, b) => a.startMs - b.startMs),
      );
    fc.assert(
      fc.property(gen, fc.nat(25_000), (all, ms) => {
        const room = roomAt(all, ms, 2000, 80);
        if (!room) return;
        expect(room.startMs).toBeGreaterThanOrEqual(ms);
        for (const cue of all) expect(cue.endMs <= room.startMs || cue.startMs >= room.endMs).toBe(true);
      }),
    );
  });
});
