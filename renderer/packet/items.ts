/** What is listed: the cues of a track or the paragraphs of the transcript, alike. */
import type { NoteTarget } from '../../shared/domain/review';
import type { Packet, PacketComment, PacketCue } from '../../shared/review/packet';
import type { Said } from '../../shared/review/work';
import { TRANSCRIPT, type Filter } from './store';

export interface Item {
  readonly id: string;
  readonly target: NoteTarget;
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly speaker: string | null;
  readonly source: {
    readonly text: string;
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
  } | null;
  readonly findings: PacketCue['findings'];
  readonly comments: readonly PacketComment[];
}

/** Everything there is to review in a view, in order. */
export function itemsOf(packet: Packet, view: string): readonly Item[] {
  const comments = new Map<string, PacketComment[]>();
  for (const comment of packet.comments)
    comments.set(comment.targetId, [...(comments.get(comment.targetId) ?? []), comment]);
  const about = (id: string) => comments.get(id) ?? [];
  if (view === TRANSCRIPT) return paragraphs(packet, about);
  const track = packet.tracks.find(({ id }) => id === view);
  return (track?.cues ?? []).map((cue, at) => ({
    id: cue.id,
    target: { kind: 'cue', id: cue.id, trackId: view },
    number: at + 1,
    text: cue.text,
    language: track?.language ?? 'und',
    direction: track?.direction ?? 'ltr',
    startMs: cue.startMs,
    endMs: cue.endMs,
    speaker: null,
    source: cue.source !== null && track?.source ? { text: cue.source, ...track.source } : null,
    findings: cue.findings,
    comments: about(cue.id),
  }));
}

function paragraphs(packet: Packet, about: (id: string) => readonly PacketComment[]): Item[] {
  return packet.transcript.map((paragraph, at) => ({
    id: paragraph.id,
    target: { kind: 'paragraph', id: paragraph.id },
    number: at + 1,
    text: paragraph.text,
    language: paragraph.language,
    direction: paragraph.direction,
    startMs: paragraph.startMs,
    endMs: packet.transcript.slice(at + 1).find(({ startMs }) => startMs !== null)?.startMs ?? null,
    speaker: paragraph.speaker,
    source: null,
    findings: [],
    comments: about(paragraph.id),
  }));
}

/** The items that a filter leaves. */
export function filtered(
  items: readonly Item[],
  filter: Filter,
  said: ReadonlyMap<string, Said>,
): readonly Item[] {
  switch (filter) {
    case 'all':
      return items;
    case 'open':
      return items.filter(({ id }) => (said.get(id)?.verdict ?? null) === null);
    case 'findings':
      return items.filter(({ findings }) => findings.length > 0);
    case 'mine':
      return items.filter(({ id }) => said.has(id));
  }
}

/** `1:02.3`: minutes, seconds and tenths. */
export function clock(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const [minutes, rest] = [Math.floor(tenths / 600), tenths % 600];
  return `${minutes}:${String(Math.floor(rest / 10)).padStart(2, '0')}.${rest % 10}`;
}
