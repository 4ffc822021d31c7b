import { createHash } from 'node:crypto';
import { JournalEntry } from '../../../shared/domain/change';
import type { Project } from '../../../shared/domain/project';
import type { ProjectFile } from '../../../shared/formats/project/schema';
import { AppError } from '../../../shared/api/errors';
import { applyEntry, historyAt, recordEntry, type History } from '../../../shared/history/history';

/** Why a journal could not be read to its end. `torn`: the last line was cut off in writing. */
export interface JournalFault {
  readonly kind: 'torn' | 'damaged';
  /** 1-based. */
  readonly line: number;
}

export interface JournalRead {
  /** What was read before any fault: seqs without a gap. */
  readonly entries: JournalEntry[];
  /** Bytes those entries take, with the last line feed if it is there. */
  readonly goodBytes: number;
  /** Whether the last good entry lacks its line feed. */
  readonly isUnterminated: boolean;
  readonly fault: JournalFault | null;
}

const LINE_FEED = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a journal: one JSON entry a line, seqs growing by one. Never throws: reading stops before the first line that is not the
 * entry it should be. O(bytes).
 */
export function readJournal(bytes: Uint8Array): JournalRead {
  const entries: JournalEntry[] = [];
  let from = 0;
  while (from < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const end = feed < 0 ? bytes.length : feed;
    const entry = readLine(bytes.subarray(from, end));
    const due = (entries.at(-1)?.seq ?? (entry?.seq ?? 1) - 1) + 1;
    if (entry?.seq !== due) {
      const fault: JournalFault = { kind: feed < 0 ? 'torn' : 'damaged', line: entries.length + 1 };
      return { entries, goodBytes: from, isUnterminated: false, fault };
    }
    entries.push(entry);
    if (feed < 0) return { entries, goodBytes: end, isUnterminated: true, fault: null };
    from = end + 1;
  }
  return { entries, goodBytes: from, isUnterminated: false, fault: null };
}

function readLine(line: Uint8Array): JournalEntry | null {
  try {
    const parsed = JournalEntry.safeParse(JSON.parse(utf8.decode(line)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** One line of the journal. */
export function journalLine(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** What a project file remembers of the entry it was saved at: 16 hex digits of the SHA-256 of its line. */
export function entryHash(entry: JournalEntry): string {
  return createHash('sha256').update(journalLine(entry)).digest('hex').slice(0, 16);
}

/** A project file brought up to date with its journal. */
export interface Folded {
  readonly project: Project;
  readonly history: History;
  /** The entries that hold, oldest first: what undo knows. */
  readonly entries: JournalEntry[];
  /** `foreign`: the journal is not of this file. A number: line (1-based) of the first entry that does not fit. */
  readonly misfit: 'foreign' | number | null;
}

/**
 * Applies what the file does not hold yet (`seq` above `savedSeq`); older entries only feed undo. Never throws: what does not fit
 * is left out from there on.
 */
export function foldJournal(file: ProjectFile, read: readonly JournalEntry[]): Folded {
  const { savedSeq } = file;
  const fresh = { project: file.project, history: historyAt(savedSeq), entries: [] };
  if (!isOfFile(file, read)) return { ...fresh, misfit: read.length > 0 ? 'foreign' : null };
  let { project } = file;
  let history = historyAt((read[0]?.seq ?? 1) - 1);
  let from = 0;
  for (const [index, entry] of read.entries()) {
    try {
      if (entry.seq > savedSeq) ({ project, history } = applyEntry(project, history, entry));
      else history = recordEntry(history, entry);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (entry.seq > savedSeq)
        return { project, history, entries: read.slice(from, index), misfit: index + 1 };
      // Saved already: only undo suffers, and starts anew behind it.
      history = historyAt(entry.seq);
      from = index + 1;
    }
  }
  return { project, history, entries: read.slice(from), misfit: null };
}

function isOfFile({ savedSeq, savedEntry }: ProjectFile, entries: readonly JournalEntry[]): boolean {
  const first = entries[0]?.seq;
  const last = entries.at(-1)?.seq;
  if (first === undefined || last === undefined) return false;
  if (first > savedSeq + 1 || last < savedSeq) return false;
  const saved = entries[savedSeq - first];
  return savedEntry === null || saved === undefined || entryHash(saved) === savedEntry;
}

/** Latest steps that compaction leaves for undo. */
const KEPT_STEPS = 1000;

/**
 * The entries a shorter journal must hold: all after `neededSeq` (what no file on disk holds), at least the latest 1,000, and
 * every step that one of these takes back or brings again.
 */
export function compactEntries(entries: readonly JournalEntry[], neededSeq: number): JournalEntry[] {
  const first = entries[0]?.seq ?? 1;
  let from = Math.max(0, Math.min(entries.length - KEPT_STEPS, neededSeq + 1 - first));
  for (let index = entries.length - 1; index >= from; index -= 1) {
    const entry = entries[index];
    if (entry && entry.kind !== 'do') from = Math.max(0, Math.min(from, entry.target - first));
  }
  return entries.slice(from);
}
