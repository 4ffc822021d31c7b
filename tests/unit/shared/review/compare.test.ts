import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCues, compareTranscripts, countRows } from '../../../../shared/review/compare';
import { keepVersion, removeVersion, restoreVersion } from '../../../../shared/edits/versions';
import { setCueText } from '../../../../shared/edits/cue';
import { trackStatus } from '../../../../shared/review/status';
import { cue, idMaker, sampleProject } from '../../../support/sample-project';
import { AppError } from '../../../../shared/api/errors';

const kinds = (rows: ReturnType<typeof compareCues>) => rows.map(({ kind }) => kind);

describe('comparing two states of a track', () => {
  const before = [
    cue('a', 0, 1000, 'One two.'),
    cue('b', 1000, 2000, 'Three.'),
    cue('c', 2000, 3000, 'Four.'),
  ];

  it('pairs cues by their ids', () => {
    const after = [
      cue('a', 0, 1000, 'One too.'),
      cue('c', 2100, 3000, 'Four.'),
      cue('d', 4000, 5000, 'New.'),
    ];
    const rows = compareCues(before, after);
    expect(kinds(rows)).toEqual(['reworded', 'removed', 'retimed', 'added']);
    expect(rows[0]?.pieces).toEqual([
      { kind: 'same', text: 'One ' },
      { kind: 'removed', text: 'two' },
      { kind: 'added', text: 'too' },
      { kind: 'same', text: '.' },
    ]);
    expect(rows[2]).toMatchObject({ before: { number: 3 }, after: { number: 2 } });
  });

  it('pairs cues of files, which have no ids, by text and time', () => {
    const plain = (list: readonly { startMs: number; endMs: number; text: string }[]) =>
      list.map(({ startMs, endMs, text }) => ({ startMs, endMs, text }));
    const after = plain([
      cue('x', 10, 1000, 'One two.'),
      cue('y', 1000, 2000, 'Thirty.'),
      cue('z', 2000, 3000, 'Four.'),
    ]);
    expect(kinds(compareCues(plain(before), after))).toEqual(['retimed', 'reworded', 'same']);
  });

  it('loses no cue of either side', () => {
    const cues = fc.uniqueArray(
      fc.record({ id: fc.nat(9), at: fc.nat(9), text: fc.constantFrom('a', 'b', 'c d') }),
      {
        selector: ({ id }) => id,
        maxLength: 8,
      },
    );
    const made = (list: { id: number; at: number; text: string }[]) =>
      list.map(({ id, at, text }) => cue(`c${id}`, at * 100, at * 100 + 90, text));
    fc.assert(
      fc.property(cues, cues, fc.boolean(), (one, two, hasIds) => {
        const strip = (list: ReturnType<typeof made>) =>
          hasIds ? list : list.map(({ startMs, endMs, text }) => ({ startMs, endMs, text }));
        const rows = compareCues(strip(made(one)), strip(made(two)));
        expect(
          rows
            .filter((row) => row.before)
            .map((row) => row.before?.number)
            .sort(),
        ).toEqual(one.map((_, n) => n + 1).sort());
        expect(
          rows
            .filter((row) => row.after)
            .map((row) => row.after?.number)
            .sort(),
        ).toEqual(two.map((_, n) => n + 1).sort());
        expect(Object.values(countRows(rows)).reduce((a, b) => a + b, 0)).toBe(rows.length);
      }),
    );
  });
});

describe('versions', () => {
  const newId = idMaker('v');
  const signed = { by: 'AB', atMs: 5 };

  it('bring back everything that was said, and keep what was noted since', () => {
    const kept = keepVersion.apply(sampleProject(), { newId, name: 'first', signed });
    const changed = setCueText.apply(kept, { id: 'c3', text: 'Other.' });
    const back = restoreVersion.apply(changed, { id: kept.versions[0]?.id ?? '' });
    expect(back.cues).toEqual(kept.cues);
    expect(back.versions).toEqual(kept.versions);
  });

  it('that were imported cannot be removed', () => {
    const kept = keepVersion.apply(sampleProject(), { newId, name: '', signed, kind: 'imported' });
    expect(() => removeVersion.apply(kept, { id: kept.versions[0]?.id ?? '' })).toThrow(AppError);
  });
});

it('a track is as far as its cue that is least far, and says who was last', () => {
  const signed = (by: string, atMs: number) => ({ status: 'approved' as const, signed: { by, atMs } });
  const cues = [
    cue('a', 0, 1, 'a', signed('AB', 5)),
    cue('b', 1, 2, 'b', signed('CD', 9)),
    cue('c', 2, 3, 'c'),
  ];
  expect(trackStatus(cues)).toMatchObject({
    status: 'timed',
    counts: { approved: 2, timed: 1 },
    by: ['AB', 'CD'],
    atMs: 9,
  });
  expect(trackStatus(cues.slice(0, 2)).status).toBe('approved');
  expect(trackStatus([]).status).toBeNull();
});

describe('compareTranscripts', () => {
  const word = (id: string, text: string) => ({ id, text, startMs: null, endMs: null, confidence: null });
  const paragraph = (id: string, text: string, speakerId: string | null = null, order = 0) => ({
    id,
    order,
    speakerId,
    language: null,
    hintMs: null,
    words: text.split(' ').map((each, n) => word(`${id}${n}`, each)),
  });
  const speakers = [{ id: 's', order: 0, name: 'Anna', pseudonym: null }];

  it('pairs paragraphs by identity, whatever came between, and says who speaks', () => {
    const before = { speakers, paragraphs: [paragraph('a', 'We came.', 's'), paragraph('b', 'We left.')] };
    const paragraphs = [
      paragraph('a', 'We came.', 's'),
      paragraph('c', 'It rained.'),
      paragraph('b', 'They left.'),
    ];
    const rows = compareTranscripts(before, { speakers, paragraphs });
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'added', 'reworded']);
    expect(rows[0]?.after?.cue.text).toBe('Anna: We came.');
    expect(rows.some(({ isRetimed }) => isRetimed)).toBe(false);
  });
});
