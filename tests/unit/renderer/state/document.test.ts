import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../../shared/api/client';
import type { OpenedProject } from '../../../../shared/api/contract';
import { AppError } from '../../../../shared/api/errors';
import type { JournalEntry } from '../../../../shared/domain/change';
import { setProjectTitle } from '../../../../shared/edits/project';
import { applyEntry, emptyHistory, historyAt } from '../../../../shared/history/history';
import { provideClient } from '../../../../renderer/platform/client';
import { BLANK_PROJECT, NO_MEDIA } from '../../../../renderer/state/blank-project';
import {
  beginGesture,
  cancelGesture,
  closeDocument,
  commitGesture,
  flushDocument,
  openDocument,
  previewGesture,
  redo,
  run,
  undo,
  useDocument,
} from '../../../../renderer/state/document';

const before = { ...BLANK_PROJECT, meta: { ...BLANK_PROJECT.meta, title: 'Before' } };

const opened = (change: Partial<OpenedProject> = {}): OpenedProject => ({
  session: 's1',
  file: null,
  project: before,
  history: [],
  savedSeq: 0,
  readOnly: null,
  media: NO_MEDIA,
  notices: [],
  ...change,
});

let received: JournalEntry[] = [];
let fail: (() => Error | null) | null = null;
const calls: string[] = [];

const fake: Client = {
  // Only what the document calls is answered.
  call: (async (method: string, input: { entries?: JournalEntry[] }) => {
    calls.push(method);
    if (method !== 'project.append') return {};
    const error = fail?.();
    if (error) throw error;
    received.push(...(input.entries ?? []));
    return { seq: received.at(-1)?.seq ?? 0 };
  }) as Client['call'],
  on: () => () => undefined,
};

const title = () => useDocument.getState().project.meta.title;

beforeEach(() => {
  vi.useFakeTimers();
  received = [];
  calls.length = 0;
  fail = null;
  provideClient(fake);
  openDocument(opened());
});

afterEach(() => vi.useRealTimers());

describe('run, undo and redo', () => {
  it('shows an edit at once and sends it within 250 ms', async () => {
    expect(run(setProjectTitle, { title: 'After' })).toBe(true);
    expect(title()).toBe('After');
    expect(received).toEqual([]);
    await vi.advanceTimersByTimeAsync(250);
    expect(received.map((entry) => entry.seq)).toEqual([1]);
    expect(useDocument.getState().safeSeq).toBe(1);
  });

  it('records nothing for an edit that changes nothing', async () => {
    expect(run(setProjectTitle, { title: 'Before' })).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(calls).toEqual([]);
  });

  it('takes back and brings again, and the journal replays to what is shown', async () => {
    run(setProjectTitle, { title: 'One' });
    run(setProjectTitle, { title: 'Two' });
    expect(undo()).toBe('edit.project.setTitle');
    expect(title()).toBe('One');
    undo();
    expect(title()).toBe('Before');
    expect(undo()).toBeNull();
    redo();
    expect(title()).toBe('One');
    run(setProjectTitle, { title: 'Three' });
    expect(redo()).toBeNull();
    await flushDocument();
    expect(received.map((entry) => [entry.seq, entry.kind])).toEqual([
      [1, 'do'],
      [2, 'do'],
      [3, 'undo'],
      [4, 'undo'],
      [5, 'redo'],
      [6, 'do'],
    ]);
    const replayed = received.reduce((state, entry) => applyEntry(state.project, state.history, entry), {
      project: before,
      history: emptyHistory,
    });
    expect(replayed.project).toEqual(useDocument.getState().project);
  });

  it('undoes steps of an earlier run of the app', () => {
    const entry: JournalEntry = {
      kind: 'do',
      seq: 7,
      command: 'project.setTitle',
      label: 'edit.project.setTitle',
      changes: [
        { table: 'meta', id: 'none', before: { ...before.meta, title: 'Earlier' }, after: before.meta },
      ],
    };
    openDocument(opened({ history: [entry], savedSeq: 7 }));
    undo();
    expect(title()).toBe('Earlier');
    expect(useDocument.getState().seq).toBe(8);
  });

  it('goes on behind what the file holds when no steps are known', async () => {
    openDocument(opened({ savedSeq: 41 }));
    run(setProjectTitle, { title: 'After' });
    await flushDocument();
    expect(received.map((entry) => entry.seq)).toEqual([42]);
    expect(useDocument.getState().history.lastSeq).toBe(historyAt(42).lastSeq);
  });

  it('changes nothing in a read-only project', () => {
    openDocument(opened({ readOnly: 'because' }));
    expect(run(setProjectTitle, { title: 'After' })).toBe(false);
    expect(beginGesture()).toBe(false);
    expect(title()).toBe('Before');
  });
});

describe('gestures', () => {
  it('compute each preview from the start, and become one step', async () => {
    beginGesture();
    previewGesture(setProjectTitle, { title: 'A' });
    previewGesture(setProjectTitle, { title: 'AB' });
    expect(title()).toBe('AB');
    await vi.advanceTimersByTimeAsync(1000);
    expect(received).toEqual([]);
    expect(commitGesture()).toBe(true);
    await flushDocument();
    expect(received).toHaveLength(1);
    undo();
    expect(title()).toBe('Before');
  });

  it('become a step without what is shown being made, or shown, anew', () => {
    beginGesture();
    previewGesture(setProjectTitle, { title: 'A' });
    const { project: shown } = useDocument.getState();
    const seen: string[] = [];
    const stop = useDocument.subscribe((state) => seen.push(state.project.meta.title));
    commitGesture();
    stop();
    expect(useDocument.getState()).toMatchObject({ project: shown, gesture: null, seq: 1 });
    expect(useDocument.getState().project).toBe(shown);
    expect(new Set(seen)).toEqual(new Set(['A']));
  });

  it('leave no trace when cancelled', async () => {
    beginGesture();
    previewGesture(setProjectTitle, { title: 'A' });
    cancelGesture();
    expect(title()).toBe('Before');
    expect(commitGesture()).toBe(false);
    await flushDocument();
    expect(received).toEqual([]);
  });

  it('leave no step when they come back to where they began', () => {
    beginGesture();
    previewGesture(setProjectTitle, { title: 'A' });
    previewGesture(setProjectTitle, { title: 'Before' });
    expect(commitGesture()).toBe(false);
    expect(undo()).toBeNull();
  });

  it('are ended, not undone past, by undo', () => {
    run(setProjectTitle, { title: 'One' });
    beginGesture();
    previewGesture(setProjectTitle, { title: 'A' });
    undo();
    expect(title()).toBe('One');
  });

  it('are committed by an edit that comes between', () => {
    beginGesture();
    previewGesture(setProjectTitle, { title: 'A' });
    run(setProjectTitle, { title: 'B' });
    undo();
    expect(title()).toBe('A');
  });
});

describe('steps that cannot be written', () => {
  it('are kept, reported and tried again in order', async () => {
    let tries = 0;
    fail = () => (++tries <= 2 ? new AppError('disk-full', { name: 'x' }) : null);
    run(setProjectTitle, { title: 'One' });
    await vi.advanceTimersByTimeAsync(250);
    expect(useDocument.getState().unsafe?.code).toBe('disk-full');
    run(setProjectTitle, { title: 'Two' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(received.map((entry) => entry.seq)).toEqual([1, 2]);
    expect(useDocument.getState()).toMatchObject({ unsafe: null, safeSeq: 2 });
  });

  it('are not sent twice when only the answer was lost', async () => {
    let tries = 0;
    fail = () => {
      tries += 1;
      if (tries === 1) return new AppError('internal', { reason: 'lost' });
      return tries === 2 ? new AppError('bad-request', { reason: 'step', nextSeq: 2 }) : null;
    };
    run(setProjectTitle, { title: 'One' });
    await vi.advanceTimersByTimeAsync(250);
    run(setProjectTitle, { title: 'Two' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(received.map((entry) => entry.seq)).toEqual([2]);
    expect(useDocument.getState()).toMatchObject({ unsafe: null, safeSeq: 2 });
  });

  it('keep the project open', async () => {
    fail = () => new AppError('no-permission', { name: 'x' });
    run(setProjectTitle, { title: 'One' });
    await expect(closeDocument()).rejects.toMatchObject({ code: 'no-permission' });
    expect(title()).toBe('One');
    expect(calls).not.toContain('project.close');
  });
});

describe('closeDocument', () => {
  it('makes everything safe first, then empties the store', async () => {
    run(setProjectTitle, { title: 'One' });
    await closeDocument();
    expect(calls).toEqual(['project.append', 'project.close']);
    expect(useDocument.getState()).toMatchObject({ session: null, project: BLANK_PROJECT });
  });
});
