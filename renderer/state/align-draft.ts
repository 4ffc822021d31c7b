/** Where an alignment under way believes the words to be: shown, never kept. */
import { create } from 'zustand';
import type { WordTiming } from '../../shared/domain/alignment';
import type { Id } from '../../shared/domain/common';
import type { Project } from '../../shared/domain/project';
import { getClient } from '../platform/client';
import { useDocument } from './document';
import { activeJob, useJobs } from './jobs';

/** A word in its provisional place. */
export interface DraftWord {
  readonly id: Id;
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly confidence: number | null;
  /** When it was first seen in a place at all, by the page's clock, ms. */
  readonly arrivedAt: number;
}

export interface AlignDraft {
  /** By start; empty while nothing is being aligned or nothing is known yet. */
  readonly words: readonly DraftWord[];
  /** How many words are looked for. */
  readonly wanted: number;
}

const NONE: AlignDraft = { words: [], wanted: 0 };

export const useAlignDraft = create<AlignDraft>()(() => NONE);

/** Follows what alignments of the open project believe; forgets it when they end. Returns what stops it. */
export function followAlignDraft(): () => void {
  const stops = [
    getClient().on('align.draft', ({ session, words }) => {
      const state = useDocument.getState();
      if (session !== state.session || !isAligning()) return;
      const before = useAlignDraft.getState().words;
      useAlignDraft.setState({
        words: placeDraft(state.project, words, before, performance.now()),
        wanted: words.length,
      });
    }),
    useJobs.subscribe(() => {
      if (useAlignDraft.getState() !== NONE && !isAligning()) useAlignDraft.setState(NONE, true);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Whether any alignment is queued or running. */
export function isAligning(): boolean {
  return activeJob(useJobs.getState(), 'align') !== null;
}

/** The words of the transcript in their provisional places, by start; those deleted meanwhile are left out. */
export function placeDraft(
  project: Pick<Project, 'paragraphs'>,
  timings: readonly WordTiming[],
  before: readonly DraftWord[],
  now: number,
): DraftWord[] {
  // Plain loops: hours have tens of thousands of words, and somebody edits meanwhile.
  const texts = new Map<Id, string>();
  for (const { words } of project.paragraphs) for (const { id, text } of words) texts.set(id, text);
  const arrived = new Map<Id, number>();
  for (const { id, arrivedAt } of before) arrived.set(id, arrivedAt);
  const placed: DraftWord[] = [];
  for (const { wordId: id, startMs, endMs, confidence } of timings) {
    const text = texts.get(id);
    if (text === undefined || startMs === null || endMs === null) continue;
    placed.push({ id, text, startMs, endMs, confidence, arrivedAt: arrived.get(id) ?? now });
  }
  return placed.sort((a, b) => a.startMs - b.startMs);
}
