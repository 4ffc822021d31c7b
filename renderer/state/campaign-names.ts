/** The campaign's do-not-name list as it is on disk, and where its names stand in the open project. */
import { create } from 'zustand';
import type { Output } from '../../shared/api/contract';
import type { ProtectedName } from '../../shared/domain/protected-name';
import { getClient } from '../platform/client';
import { useDocument } from './document';

export interface NamesState {
  /** Null until it is read. */
  readonly list: Output<'names.get'> | null;
  /** For each name of the list, in order; null while it is looked for. */
  readonly found: Output<'names.find'>['found'] | null;
  /** Lists as they were before each change of this session, the newest last. */
  readonly before: readonly (readonly ProtectedName[])[];
}

const EMPTY: NamesState = { list: null, found: null, before: [] };
export const useNames = create<NamesState>()(() => EMPTY);

const get = useNames.getState;
const set = useNames.setState;

function session(): string | null {
  return useDocument.getState().session;
}

/** Reads the list anew. Throws what the services throw. */
export async function loadNames(): Promise<void> {
  const open = session();
  set(EMPTY);
  if (open === null) return;
  const list = await getClient().call('names.get', { session: open });
  if (session() !== open) return;
  set({ list });
  await findNames();
}

let looking = 0;

/** Looks where the names stand now; only the newest answer counts. */
export async function findNames(): Promise<void> {
  const open = session();
  const { list } = get();
  if (open === null || !list) return;
  const mine = ++looking;
  const { found } = await getClient().call('names.find', { session: open, names: list.names });
  if (mine === looking && get().list === list) set({ found });
}

/**
 * Changes the list as it is once all changes before are written, and writes it; `undoNames` brings back what it was. Throws what
 * the services throw, with the list as it was.
 */
export function changeNames(
  change: (names: readonly ProtectedName[]) => readonly ProtectedName[],
): Promise<void> {
  return inOrder(async () => {
    const { list, before } = get();
    if (!list) return;
    const names = change(list.names);
    if (names === list.names) return;
    await write(names);
    set({ before: [...before, list.names] });
  });
}

/** Takes the last change of this session back. */
export function undoNames(): Promise<void> {
  return inOrder(async () => {
    const { before } = get();
    const last = before.at(-1);
    if (!last) return;
    await write(last);
    set({ before: before.slice(0, -1) });
  });
}

let last: Promise<unknown> = Promise.resolve();

/** One change at a time: each is of the list as the one before left it. */
function inOrder(work: () => Promise<void>): Promise<void> {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
}

async function write(names: readonly ProtectedName[]): Promise<void> {
  const open = session();
  const { list } = get();
  if (open === null || !list) return;
  const { revision } = list;
  const saved = await getClient().call('names.set', { session: open, names: [...names], revision });
  set({ list: saved, found: null });
  await findNames();
}
