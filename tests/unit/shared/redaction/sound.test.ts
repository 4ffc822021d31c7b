import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Paragraph } from '../../../../shared/domain/transcript';
import {
  merged,
  soundPlan,
  unplacedVoices,
  VOICE_MARGIN_MS,
  voiceSpans,
  without,
  withoutVoices,
} from '../../../../shared/redaction/sound';
import { cue, paragraph, sampleProject } from '../../../support/sample-project';

const M = VOICE_MARGIN_MS;
/** A paragraph of a speaker whose words have no times at `untimed`. */
function said(
  id: string,
  speakerId: string,
  text: string,
  first: number,
  untimed: readonly number[] = [],
): Paragraph {
  const made = { ...paragraph(id, first, text, first), speakerId };
  return {
    ...made,
    words: made.words.map((word, n) =>
      untimed.includes(n) ? { ...word, startMs: null, endMs: null, confidence: null } : word,
    ),
  };
}

describe('a voice', () => {
  it('is heard from the first word of a paragraph to the last, and in cues, with a margin', () => {
    const paragraphs = [said('a', 's1', 'one two', 4), said('b', 's2', 'three', 12)];
    const cues = [cue('c', 9000, 9500, 'Yes', { speakerId: 's1' })];
    expect(voiceSpans({ paragraphs, cues }, 's1')).toEqual([
      { startMs: 2000 - M, endMs: 2900 + M },
      { startMs: 9000 - M, endMs: 9500 + M },
    ]);
  });
  it('reaches to the neighbours where its own edges are not known', () => {
    const paragraphs = [
      said('a', 's2', 'one', 4),
      said('b', 's1', 'two three four', 8, [0, 2]),
      said('c', 's2', 'five', 20),
    ];
    expect(voiceSpans({ paragraphs, cues: [] }, 's1')).toEqual([{ startMs: 2400 - M, endMs: 10_000 + M }]);
  });
  it('that has no times at all may be anywhere between its neighbours, or in the whole film', () => {
    const alone = [said('a', 's1', 'one', 0, [0])];
    expect(voiceSpans({ paragraphs: alone, cues: [] }, 's1')).toEqual([{ startMs: 0, endMs: 3_600_000_000 }]);
  });
  it('that nobody is said to have is nowhere, and known to be', () => {
    const hidden = { id: 'v', order: 0, kind: 'voice', treatment: 'mute', speakerId: 's2' } as const;
    const project = { ...sampleProject(), redactions: [hidden] };
    expect(unplacedVoices(project)).toEqual([hidden]);
    expect(withoutVoices(project)).toEqual([{ ...hidden, extra: undefined }]);
    const other = { ...project, redactions: [{ ...hidden, speakerId: 's1' }] };
    expect(unplacedVoices(other)).toEqual([]);
    expect(soundPlan({ ...other, redactions: withoutVoices(other) })).toEqual(soundPlan(other));
  });
});

const spans = fc.array(
  fc.tuple(fc.nat(400), fc.nat(60)).map(([startMs, length]) => ({ startMs, endMs: startMs + length })),
  { maxLength: 12 },
);
const holds = (list: readonly { startMs: number; endMs: number }[], ms: number) =>
  list.some(({ startMs, endMs }) => startMs <= ms && ms < endMs);

test('merged spans hold the same, apart and in order; without others, the rest', () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const [a, b] = [merged(some), merged(others)];
      const left = without(a, b);
      for (const list of [a, left])
        list.forEach((span, n) => {
          expect(span.endMs).toBeGreaterThan(span.startMs);
          expect(span.startMs).toBeGreaterThanOrEqual(list[n - 1]?.endMs ?? 0);
        });
      for (let ms = 0; ms < 470; ms++) {
        expect(holds(a, ms)).toBe(holds(some, ms));
        expect(holds(left, ms)).toBe(holds(some, ms) && !holds(others, ms));
      }
    }),
  );
});

test('one treatment at a time, the stronger first, and nothing that is to be redacted left out', () => {
  const treatments = ['mute', 'beep', 'disguise'] as const;
  const redactions = fc.array(
    fc.tuple(fc.constantFrom(...treatments), fc.nat(300), fc.integer({ min: 1, max: 80 })),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(redactions, (list) => {
      const made = list.map(([treatment, startMs, length], order) => ({
        ...{ id: `r${order}`, order, kind: 'sound' as const, treatment, startMs, endMs: startMs + length },
      }));
      const plan = soundPlan({ paragraphs: [], cues: [], redactions: made });
      for (let ms = 0; ms < 390; ms++) {
        const wanted = treatments.find((treatment) =>
          holds(
            made.filter((one) => one.treatment === treatment),
            ms,
          ),
        );
        expect(treatments.filter((treatment) => holds(plan[treatment], ms))).toEqual(wanted ? [wanted] : []);
      }
    }),
  );
});
