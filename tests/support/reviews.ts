import fc from 'fast-check';
import { Cleared } from '../../electron/services/safety/clearance';
import type { Project } from '../../shared/domain/project';
import type { NoteTarget } from '../../shared/domain/review';
import { buildPacket } from '../../shared/review/build-packet';
import type { Packet } from '../../shared/review/packet';
import type { Review } from '../../shared/review/review-file';
import type { FontFamily } from '../../shared/style/fonts';
import { comment, judge, newWork, suggest, type About } from '../../shared/review/work';

export const SOME_DAY = 1_760_000_000_000;

/** A packet of all tracks of a project, the way the app makes it. `fonts` are the campaign's own families. */
export function packetOf(project: Project, packetId = 'packet-1', fonts: readonly FontFamily[] = []): Packet {
  const trackIds = project.tracks.map(({ id }) => id);
  const scope = { trackIds, speakers: true, transcript: true, labels: true, comments: true };
  const cleared = Cleared.from(project, scope, { names: [] });
  return buildPacket(
    cleared.project,
    { trackIds, language: 'en', transcript: true },
    { packetId, madeAtMs: SOME_DAY, media: null, shotsMs: null, fonts },
  );
}

/** Everything in a packet that something can be said about. */
export function targetsOf(packet: Packet): { readonly target: NoteTarget; readonly base: string }[] {
  const cues = packet.tracks.flatMap(({ id: trackId, cues: list }) =>
    list.map(({ id, text }) => ({ target: { kind: 'cue' as const, id, trackId }, base: text })),
  );
  const paragraphs = packet.transcript.map(({ id, text }) => {
    return { target: { kind: 'paragraph' as const, id }, base: text };
  });
  return [...cues, ...paragraphs];
}

/** One thing a reviewer does, by numbers that fit whatever packet it meets. */
export interface Act {
  readonly at: number;
  readonly what: 'fine' | 'unsure' | 'wrong' | 'suggest' | 'comment';
  readonly word: number;
}

export const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({
    at: fc.nat(10_000),
    what: fc.constantFrom('fine', 'unsure', 'wrong', 'suggest', 'comment'),
    word: fc.nat(1000),
  }),
  { maxLength: 12 },
);

const WORDS = ['права', 'құқық', 'حقوق', 'dignity', '<b>bold</b>', 'Ünïcode', '尊严', '…'];

/** A review of a packet by somebody who does these things, one after the other. */
export function reviewBy(packet: Packet, reviewId: string, initials: string, doing: readonly Act[]): Review {
  const targets = targetsOf(packet);
  let work = { ...newWork(packet, reviewId), initials };
  doing.forEach(({ at, what, word }, step) => {
    const found = targets[at % Math.max(1, targets.length)];
    if (!found) return;
    const about: About = { ...found, atMs: SOME_DAY + step, freshId: `n${step}` };
    const extra = WORDS[word % WORDS.length] ?? '';
    if (what === 'suggest') work = suggest(work, about, changed(found.base, word, extra));
    else if (what === 'comment') work = comment(work, about, { text: extra, quote: null, replyTo: null });
    else work = judge(work, about, what);
  });
  return work;
}

/** A text with one of its words changed, left out or joined by another. */
export function changed(text: string, word: number, extra: string): string {
  const words = text.split(' ');
  words.splice(word % Math.max(1, words.length), word % 3 === 0 ? 1 : 0, ...(word % 3 === 1 ? [] : [extra]));
  return words.join(' ');
}
