import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Project } from '../../../../shared/domain/project';
import { JournalEntry } from '../../../../shared/domain/change';
import { setCueText, setCueTimes } from '../../../../shared/edits/cue';
import { applyChanges, diffProjects } from '../../../../shared/history/diff';
import {
  applyEntry,
  emptyHistory,
  historyAt,
  recordEntry,
  redoEntry,
  redoStep,
  replayEntries,
  squash,
  undoEntry,
  undoLabel,
  undoStep,
  type History,
} from '../../../../shared/history/history';
import { sortedProject } from '../../../../shared/history/tables';
import { randomEdit } from '../../../support/random-edits';
import { idMaker, sampleProject } from '../../../support/sample-project';

const sequences = fc.array(randomEdit, { minLength: 1, maxLength: 25 });

describe('any sequence of edits', () => {
  it('can be undone to the identical project and brought again, step by step, also from the replayed journal', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const newId = idMaker();
        const states = [sampleProject()];
        const journal: JournalEntry[] = [];
        let project = sampleProject();
        let history: History = emptyHistory;
        const go = (entry: JournalEntry) => {
          // As it comes back from disk.
          const read = JournalEntry.parse(JSON.parse(JSON.stringify(entry)));
          journal.push(read);
          ({ project, history } = applyEntry(project, history, read));
        };
        for (const step of steps) {
          const after = step.apply(project, newId);
          const entry = squash(history, step, project, after);
          if (!entry) {
            expect(after).toEqual(project);
            continue;
          }
          go(entry);
          expect(project).toEqual(after);
          states.push(project);
        }
        expect(Project.safeParse(project).success).toBe(true);
        for (let n = states.length - 2; n >= 0; n -= 1) {
          const entry = undoEntry(history);
          if (entry) go(entry);
          expect(project).toEqual(states[n]);
        }
        expect(undoEntry(history)).toBeNull();
        for (const state of states.slice(1)) {
          const entry = redoEntry(history);
          if (entry) go(entry);
          expect(project).toEqual(state);
        }
        expect(redoEntry(history)).toBeNull();
        expect(replayEntries(journal)).toEqual(journal.length > 0 ? history : emptyHistory);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every table sorted and every id single', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const newId = idMaker();
        let project = sampleProject();
        for (const step of steps) project = step.apply(project, newId);
        const sorted = sortedProject(project);
        for (const table of ['speakers', 'paragraphs', 'tracks', 'cues', 'styles'] as const) {
          expect(sorted[table]).toBe(project[table]);
          expect(new Set(project[table].map(({ id }) => id)).size).toBe(project[table].length);
        }
        const words = project.paragraphs.flatMap((paragraph) => paragraph.words.map(({ id }) => id));
        expect(new Set(words).size).toBe(words.length);
      }),
      { numRuns: 60 },
    );
  });

  it('is found by diff, whichever two states are compared', () => {
    fc.assert(
      fc.property(sequences, (steps) => {
        const newId = idMaker();
        const before = sampleProject();
        const after = steps.reduce((project, step) => step.apply(project, newId), before);
        const changes = diffProjects(before, after);
        expect(applyChanges(before, changes, 'forward')).toEqual(after);
        expect(applyChanges(after, changes, 'back')).toEqual(before);
        expect(diffProjects(after, JSON.parse(JSON.stringify(after)) as typeof after)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('applyChanges', () => {
  it('shares what did not change and gives the same project for nothing', () => {
    const before = sampleProject();
    const after = setCueText.apply(before, { id: 'c3', text: 'Our land.' });
    const applied = applyChanges(before, diffProjects(before, after), 'forward');
    expect(applied.paragraphs).toBe(before.paragraphs);
    expect(applied.cues[0]).toBe(before.cues[0]);
    expect(applyChanges(before, [], 'forward')).toBe(before);
  });

  const [c1] = sampleProject().cues;
  const en = sampleProject().tracks[0];
  if (!c1 || !en) throw new Error('the sample has cues and tracks');
  it.each([
    [
      'a record that is not there',
      { table: 'cues' as const, id: 'x', before: { ...c1, id: 'x' }, after: null },
    ],
    [
      'a record that is different',
      { table: 'cues' as const, id: 'c1', before: { ...c1, text: 'x' }, after: null },
    ],
    [
      'a record that is there already',
      { table: 'cues' as const, id: 'c1', before: null, after: { ...c1, startMs: 9 } },
    ],
    ['a change of another id', { table: 'cues' as const, id: 'c2', before: c1, after: c1 }],
    [
      'a cue without its track',
      { table: 'cues' as const, id: 'n', before: null, after: { ...c1, id: 'n', trackId: '?' } },
    ],
    ['a track that still has cues', { table: 'tracks' as const, id: 'en', before: en, after: null }],
  ])('refuses %s', (_, change) => {
    expect(() => applyChanges(sampleProject(), [change], 'forward')).toThrow(
      expect.objectContaining({ code: 'bad-request' }),
    );
  });

  it('refuses two changes of one record', () => {
    const change = { table: 'cues' as const, id: 'c1', before: c1, after: { ...c1, text: 'x' } };
    expect(() => applyChanges(sampleProject(), [change, change], 'forward')).toThrow();
  });
});

describe('history', () => {
  const done = (seq: number): JournalEntry => ({
    kind: 'do',
    seq,
    command: 'c',
    label: `l${seq}`,
    changes: [],
  });

  it('forgets what was undone at the next edit', () => {
    const history = replayEntries([done(1), done(2), { kind: 'undo', seq: 3, target: 2 }, done(4)]);
    expect(redoStep(history)).toBeNull();
    expect(undoStep(history)?.seq).toBe(4);
    expect(undoLabel(history)).toBe('l4');
  });

  it.each([
    ['a gap', [done(1), done(3)]],
    ['the same seq again', [done(1), done(1)]],
    ['an undo of an earlier step', [done(1), done(2), { kind: 'undo' as const, seq: 3, target: 1 }]],
    ['a redo of nothing', [done(1), { kind: 'redo' as const, seq: 2, target: 1 }]],
  ])('refuses %s', (_, entries) => {
    expect(() => replayEntries(entries)).toThrow(expect.objectContaining({ code: 'bad-request' }));
  });

  it('names the seq that is due', () => {
    expect(() => recordEntry(historyAt(7), done(1))).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ nextSeq: 8 }) as unknown }),
    );
  });

  it('squashes a whole drag into one entry, and one that came back into none', () => {
    const before = sampleProject();
    const dragged = [100, 200, 300].reduce(
      (project, startMs) => setCueTimes.apply(project, { id: 'c1', startMs }),
      before,
    );
    const entry = squash(historyAt(0), setCueTimes, before, dragged);
    expect(entry?.changes).toHaveLength(1);
    expect(entry?.label).toBe('edit.cue.setTimes');
    const copy = { ...before, cues: before.cues.map((cue) => ({ ...cue })) };
    expect(squash(historyAt(0), setCueTimes, before, copy)).toBeNull();
  });
});
