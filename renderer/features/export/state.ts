/** What was chosen on the export screen, and the queue as the services last told it. */
import { create } from 'zustand';
import type { FileInfo } from '../../../shared/api/contract';
import type { Branding } from '../../../shared/domain/branding';
import type { Id } from '../../../shared/domain/common';
import type { ExportPlan, NameOverride } from '../../../shared/domain/export';
import { isOpen, type ExportQueue } from '../../../shared/domain/queue';
import { USUAL_NAMING } from '../../../shared/export/plan';
import { t } from '../../app/messages';
import { getClient } from '../../platform/client';
import { fittingOf } from '../../state/delivery';
import { flushDocument, useDocument } from '../../state/document';
import { notify, notifyError } from '../../state/notices';
import { useSession } from '../../state/session';
import { chosenOutputs, type FileChoices } from './outputs';

export interface ExportState {
  readonly view: 'choose' | 'queue';
  /** Null until somebody chose: then the tracks that have subtitles. */
  readonly tracks: ReadonlySet<Id> | null;
  readonly outputs: ReadonlySet<string>;
  readonly choices: FileChoices;
  /** Whether videos get the campaign's logo and card, where it has any. */
  readonly branded: boolean;
  readonly folder: FileInfo | null;
  /** Raised when something is known that was not when a plan was last looked at. */
  readonly looked: number;
  /** Places of parts of listed names that a person has looked at (`name-parts.tsx`). */
  readonly seenParts: ReadonlySet<string>;
  readonly queue: ExportQueue;
  /** Of the running entry, 0..1, and time left for all. */
  readonly progress: { readonly entry: Id; readonly progress: number } | null;
}

const NOTHING: ExportQueue = { entries: [], paused: null, etaMs: null, awake: null };

export const useExport = create<ExportState>()(() => ({
  view: 'choose',
  tracks: null,
  outputs: new Set(['srt']),
  choices: {
    ...{ speakers: false, encoding: 'utf8', lineEnd: 'usual', height: null, forced: [] },
    ...{ loudness: 'keep', hardware: false, smart: false },
  },
  branded: true,
  folder: null,
  looked: 0,
  seenParts: new Set(),
  queue: NOTHING,
  progress: null,
}));

const set = useExport.setState;

// What was ticked of one project's languages says nothing of another's.
useDocument.subscribe((state, before) => {
  if (state.session !== before.session) set({ tracks: null, seenParts: new Set() });
});

export const showView = (view: ExportState['view']) => set({ view });
/** Has plans looked at once more. */
export const lookAgain = () => set(({ looked }) => ({ looked: looked + 1 }));
/** Says which places were looked at. */
export const seeParts = (keys: readonly string[]) => set({ seenParts: new Set(keys) });
export const choose = (
  change: Partial<Pick<ExportState, 'tracks' | 'outputs' | 'choices' | 'branded' | 'folder'>>,
) => set(change);

/** What is asked for, as the services take it; null while nothing is chosen. */
export function planOf(
  tracks: ReadonlySet<Id>,
  outputs: ReadonlySet<string>,
  choices: FileChoices,
  branding: Branding,
): ExportPlan | null {
  const { project } = useDocument.getState();
  const made = chosenOutputs(outputs, choices, fittingOf(project));
  const order = project.tracks.map(({ id }) => id);
  return made.length === 0
    ? null
    : { tracks: order.filter((id) => tracks.has(id)), outputs: made, naming: USUAL_NAMING, branding };
}

/** Puts the plan into the queue and shows it. Throws what the services say. */
export async function startExport(
  plan: ExportPlan,
  folder: FileInfo,
  override: NameOverride | null,
): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null) return;
  askToNotify();
  await flushDocument();
  // What came of it is told by the event: an answer may arrive behind news that are younger.
  await getClient().call('queue.add', { session, plan, folder: folder.handle, override });
  set({ view: 'queue' });
}

/** Follows the queue from now on; returns what stops it. */
export function followQueue(): () => void {
  const client = getClient();
  const stops = [
    client.on('queue.changed', acceptQueue),
    client.on('queue.progress', ({ entry, progress, etaMs }) =>
      set(({ queue }) => ({ progress: { entry, progress }, queue: { ...queue, etaMs } })),
    ),
  ];
  client.call('queue.get', {}).then(
    (queue) => {
      acceptQueue(queue);
      const waiting = queue.entries.filter(isOpen).length;
      if (queue.paused === 'restart' && waiting > 0) tellOfRest(waiting);
    },
    // Another window works through the queue: it is said where somebody wants to export.
    () => undefined,
  );
  return () => stops.forEach((stop) => stop());
}

function tellOfRest(count: number): void {
  notify('important', t('export.rest', { count }), {
    label: t('export.rest.continue'),
    run: () => changeQueue(() => getClient().call('queue.pause', { paused: false })),
  });
}

function acceptQueue(queue: ExportQueue): void {
  const before = useExport.getState().queue;
  set({ queue });
  if (before.entries.some(isOpen) && queue.entries.length > 0 && !queue.entries.some(isOpen))
    tellOfEnd(queue);
}

/** Asks the services to change the queue; the event tells what came of it. */
export function changeQueue(ask: () => Promise<ExportQueue>): void {
  ask().catch(notifyError);
}

function tellOfEnd({ entries }: ExportQueue): void {
  const failed = entries.filter(({ state }) => state === 'failed').length;
  const made = entries.filter(({ state }) => state === 'done' || state === 'kept').length;
  if (made + failed === 0) return;
  const text = t('export.ended', { made, failed });
  if (useSession.getState().dialog !== 'export') notify(failed > 0 ? 'important' : 'success', text);
  if (document.hidden && 'Notification' in globalThis && Notification.permission === 'granted')
    new Notification(t('export.title'), { body: text });
}

/** A browser only asks when somebody has just pressed something. */
function askToNotify(): void {
  if ('Notification' in globalThis && Notification.permission === 'default')
    void Notification.requestPermission();
}
