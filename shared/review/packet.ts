import { z } from 'zod';
import { Id, LanguageTag, Time } from '../domain/common';
import { Initials, Moment } from '../domain/review';
import { primaryLanguage } from '../text/locale';
import { ShortId } from './review-file';

/** Languages that the packet's own page speaks. */
export const PacketLanguage = z.enum(['en', 'ru', 'kk', 'es', 'fr', 'ar']);
export type PacketLanguage = z.infer<typeof PacketLanguage>;

/** The page's language for readers of a track (BCP 47): the track's own where the page speaks it, else English. */
export function packetLanguageFor(language: string | undefined): PacketLanguage {
  const found = PacketLanguage.safeParse(language === undefined ? null : primaryLanguage(language));
  return found.success ? found.data : 'en';
}

const Direction = z.enum(['ltr', 'rtl']);

/** A finding, named for people by the page in its language. */
const PacketFinding = z.object({ rule: z.string().max(60), severity: z.enum(['error', 'warning']) });

const PacketCue = z.object({
  id: Id,
  startMs: Time,
  endMs: Time,
  text: z.string(),
  /** What it renders, where it renders something. */
  source: z.string().nullable(),
  position: z.enum(['bottom', 'top']),
  findings: z.array(PacketFinding),
});
export type PacketCue = z.infer<typeof PacketCue>;

const PacketTrack = z.object({
  id: Id,
  language: LanguageTag,
  direction: Direction,
  /** Of the source texts; null where there are none. */
  source: z.object({ language: LanguageTag, direction: Direction }).nullable(),
  cues: z.array(PacketCue),
});
export type PacketTrack = z.infer<typeof PacketTrack>;

const PacketParagraph = z.object({
  id: Id,
  /** Name or pseudonym; null for nobody named. */
  speaker: z.string().nullable(),
  language: LanguageTag,
  direction: Direction,
  startMs: Time.nullable(),
  text: z.string(),
});
export type PacketParagraph = z.infer<typeof PacketParagraph>;

/** A comment that is there already, to be read and answered. */
const PacketComment = z.object({
  id: Id,
  /** Cue or paragraph. */
  targetId: Id,
  author: Initials,
  atMs: Moment,
  text: z.string(),
  replyTo: Id.nullable(),
});
export type PacketComment = z.infer<typeof PacketComment>;

/** Everything a reviewer sees, as it stands in the packet. The media follows it separately. */
export const Packet = z.object({
  format: z.literal('outspoken-packet'),
  version: z.literal(1),
  packetId: ShortId,
  projectId: Id,
  madeAtMs: Moment,
  title: z.string(),
  /** Language of the page at first; the reviewer may change it. */
  language: PacketLanguage,
  media: z.object({ kind: z.enum(['audio', 'video']), type: z.string() }).nullable(),
  tracks: z.array(PacketTrack),
  transcript: z.array(PacketParagraph),
  comments: z.array(PacketComment),
});
export type Packet = z.infer<typeof Packet>;
