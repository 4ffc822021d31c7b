import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compactEntries,
  entryHash,
  foldJournal,
  journalLine,
  readJournal,
} from '../../../../../electron/services/projects/journal-read';
import type { JournalEntry } from '../../../../../shared/domain/change';
import { setCueText } from '../../../../../shared/edits/cue';
import {
  applyEntry,
  historyAt,
  replayEntries,
  squash,
  undoEntry,
} from '../../../../../shared/history/history';
import { sampleProject } from '../../../../support/sample-project';

const empty: JournalEntry = { kind: 'do', seq: 1, command: 'c', label: 'l', changes: [] };

/** Six steps on the sample: five texts of one cue, in three alphabets, and an undo. */
function journal(): { entries: JournalEntry[]; projects: ReturnType<typeof sampleProject>[] } {
  let project = sampleProject();
  let history = historyAt(0);
  const entries: JournalEntry[] = [];
  const projects = [project];
  const go = (entry: JournalEntry | null) => {
    if (!entry) throw new Error('nothing changed');
    ({ project, history } = applyEntry(project, history, entry));
    entries.push(entry);
    projects.push(project);
  };
  for (const text of ['Біз', 'Мы здесь', '…\n"quoted"', '<i>we</i>', 'نحن'])
    go(squash(history, setCueText, project, setCueText.apply(project, { id: 'c1', text })));
  go(undoEntry(history));
  return { entries, projects };
}
const { entries, projects } = journal();
const bytes = Buffer.from(entries.map(journalLine).join(''));
const file = { project: sampleProject(), savedSeq: 0, savedEntry: null, extra: {} };

/** Ends of the lines, so that the number of whole lines before a byte can be told. */
const ends = entries.map((_, index) =>
  Buffer.byteLength(
    entries
      .slice(0, index + 1)
      .map(journalLine)
      .join(''),
  ),
);

describe('a journal', () => {
  it('gives every entry and its bytes', () => {
    expect(readJournal(bytes)).toEqual({
      entries,
      goodBytes: bytes.length,
      isUnterminated: false,
      fault: null,
    });
    expect(foldJournal(file, entries).project).toEqual(projects.at(-1));
  });

  it('cut off at any byte keeps every whole entry before', () => {
    for (let length = 0; length <= bytes.length; length += 1) {
      const read = readJournal(bytes.subarray(0, length));
      const whole = ends.filter((end) => end <= length || end - 1 === length).length;
      expect(read.entries).toEqual(entries.slice(0, whole));
      const torn = whole < entries.length && length > (ends[whole - 1] ?? 0);
      expect(read.fault?.kind ?? null).toBe(torn ? 'torn' : null);
      expect(foldJournal(file, read.entries).project).toEqual(projects[whole]);
    }
  });

  it('with any byte changed keeps every entry before that one and never throws', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const broken = Buffer.from(bytes);
        broken[at] = (broken[at] ?? 0) ^ flip;
        const before = ends.filter((end) => end <= at).length;
        const read = readJournal(broken);
        expect(read.entries.slice(0, before)).toEqual(entries.slice(0, before));
        const folded = foldJournal(file, read.entries);
        expect(folded.entries.slice(0, before)).toEqual(entries.slice(0, before));
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    ['rubbish', Buffer.from('rubbish\n'), 'damaged'],
    ['a line of zeros', Buffer.concat([bytes, Buffer.alloc(300)]), 'torn'],
    ['a gap', Buffer.from(journalLine(empty) + journalLine({ ...empty, seq: 3 })), 'damaged'],
    ['the same seq twice', Buffer.from(journalLine(empty).repeat(2)), 'damaged'],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x0a]), 'damaged'],
  ])('with %s says so', (_, given, kind) => {
    expect(readJournal(given).fault?.kind).toBe(kind);
  });
});

describe('folding', () => {
  it('applies only what the file does not hold; the rest feeds undo', () => {
    const saved = { ...file, project: projects[3] ?? file.project, savedSeq: 3 };
    const folded = foldJournal(saved, entries);
    expect(folded.project).toEqual(projects.at(-1));
    expect(folded.history).toEqual(replayEntries(entries));
    expect(folded.misfit).toBeNull();
  });
  it.each([
    ['has a gap behind the file', 0, null, entries.slice(1)],
    ['ends before the file', 9, null, entries],
    ['was another one when the file was saved', 3, '0'.repeat(16), entries],
  ])('leaves a journal alone that %s', (_, savedSeq, savedEntry, given) => {
    const folded = foldJournal({ ...file, savedSeq, savedEntry }, given);
    expect(folded).toMatchObject({ project: file.project, entries: [], misfit: 'foreign' });
    expect(folded.history).toEqual(historyAt(savedSeq));
  });
  it('knows its journal by the entry it was saved at', () => {
    const third = entries[2];
    if (!third) throw new Error('there are six');
    const saved = {
      ...file,
      project: projects[3] ?? file.project,
      savedSeq: 3,
      savedEntry: entryHash(third),
    };
    expect(foldJournal(saved, entries).misfit).toBeNull();
  });
  it('stops where a step does not fit the project', () => {
    const folded = foldJournal({ ...file, project: projects[1] ?? file.project }, entries);
    expect(folded).toMatchObject({ misfit: 1, entries: [], project: projects[1] });
  });
});

describe('compaction', () => {
  const long = Array.from({ length: 1500 }, (_, index): JournalEntry => ({ ...empty, seq: index + 1 }));
  it('keeps the latest 1,000 steps, and all that no file holds', () => {
    expect(compactEntries(long, 1500).map(({ seq }) => seq)[0]).toBe(501);
    expect(compactEntries(long, 20).map(({ seq }) => seq)[0]).toBe(21);
    expect(compactEntries(long.slice(0, 10), 10)).toHaveLength(10);
  });
  it('keeps what a kept undo takes back, so that undo and redo stay the same', () => {
    const undos = Array.from({ length: 1200 }, (_, index): JournalEntry => ({
      kind: 'undo',
      seq: 1501 + index,
      target: 1500 - index,
    }));
    const kept = compactEntries([...long, ...undos], 2700);
    expect(kept[0]?.seq).toBe(301);
    const [full, short] = [replayEntries([...long, ...undos]), replayEntries(kept)];
    expect(short.undone).toEqual(full.undone);
    expect(short.done).toBeNull();
    expect(full.done?.top.seq).toBe(300);
  });
});
