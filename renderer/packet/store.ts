import { create } from 'zustand';
import type { NoteTarget } from '../../shared/domain/review';
import type { Packet, PacketLanguage } from '../../shared/review/packet';
import {
  joinWork,
  NEVER_SAVED,
  newWork,
  savedState,
  type About,
  type SavedState,
  type Work,
} from '../../shared/review/work';
import {
  canStore,
  followOthers,
  loadPlace,
  loadSaved,
  loadWork,
  storePlace,
  storeSaved,
  storeWork,
} from './storage';

/** Which cues or paragraphs are listed. */
export type Filter = 'all' | 'open' | 'findings' | 'mine';

export interface PacketState {
  readonly work: Work;
  /** What was last saved as a file. */
  readonly saved: SavedState;
  readonly isStored: boolean;
  readonly language: PacketLanguage;
  /** A track's id, or `transcript`. */
  readonly view: string;
  readonly filter: Filter;
  /** The cue or paragraph that keys act on. */
  readonly currentId: string | null;
  readonly singleKeys: boolean;
  /** Said politely to screen readers, and shown. */
  readonly said: string;
}

/** The view of the transcript. */
export const TRANSCRIPT = 'transcript';

const EMPTY: Packet = {
  format: 'outspoken-packet',
  version: 1,
  packetId: 'none-none',
  projectId: 'none',
  madeAtMs: 0,
  title: '',
  language: 'en',
  media: null,
  tracks: [],
  transcript: [],
  comments: [],
};

export const usePacket = create<PacketState>()(() => ({
  work: newWork(EMPTY, 'none-none'),
  saved: NEVER_SAVED,
  isStored: true,
  language: 'en',
  view: TRANSCRIPT,
  filter: 'all',
  currentId: null,
  singleKeys: true,
  said: '',
}));

/** A fresh id from 80 random bits; `crypto.randomUUID` is missing where a file's page counts as insecure. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Begins with what this browser kept of the packet, where it was left; from then on keeps that, and takes what other windows keep. */
export function startWork(packet: Packet): void {
  const { packetId } = packet;
  const kept = loadWork(packetId);
  const track = packet.tracks.find(({ cues }) => cues.length > 0);
  const left = loadPlace(packetId);
  const isKnown =
    left !== null && (left.view === TRANSCRIPT || packet.tracks.some(({ id }) => id === left.view));
  usePacket.setState({
    work: kept ?? newWork(packet, freshId()),
    saved: kept ? loadSaved(packetId) : NEVER_SAVED,
    isStored: canStore(),
    language: left?.language ?? packet.language,
    singleKeys: left?.singleKeys ?? true,
    view: isKnown ? left.view : (track?.id ?? TRANSCRIPT),
    currentId: isKnown ? left.currentId : (track?.cues[0]?.id ?? packet.transcript[0]?.id ?? null),
  });
  usePacket.subscribe(({ language, view, currentId, singleKeys }, before) => {
    if (
      language !== before.language ||
      view !== before.view ||
      currentId !== before.currentId ||
      singleKeys !== before.singleKeys
    )
      storePlace(packetId, { language, view, currentId, singleKeys });
  });
  followOthers(packetId, (other) => update((work) => joinWork(work, other)));
}

/** Changes the work, and keeps it at once. */
export function update(change: (work: Work) => Work): void {
  const { work } = usePacket.getState();
  const next = change(work);
  if (next !== work) usePacket.setState({ work: next, isStored: storeWork(next) });
}

/** What a change is about, now. */
export function about(target: NoteTarget, base: string): About {
  return { target, base, atMs: Date.now(), freshId: freshId() };
}

/** Remembers that all of it is in a file. */
export function markSaved(said: string): void {
  const { work } = usePacket.getState();
  const saved = savedState(work);
  storeSaved(work.packetId, saved);
  usePacket.setState({ saved, said });
}
