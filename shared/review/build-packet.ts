import { checkTrack, findingsIn, type TrackCheck } from '../checks/check';
import { checkedMedia, inputOf } from '../checks/input';
import type { FontFamily } from '../style/fonts';
import { AppError } from '../api/errors';
import type { MediaInfo } from '../domain/media';
import type { Project } from '../domain/project';
import { publicName } from '../domain/public-name';
import type { Cue, Track } from '../domain/track';
import { directionOf } from '../text/direction';
import { sourceIdsOf } from '../translation/links';
import type {
  Packet,
  PacketComment,
  PacketCue,
  PacketLanguage,
  PacketParagraph,
  PacketTrack,
} from './packet';
import { joinWords } from '../transcript/words';

/** What somebody chose of a packet. */
export interface PacketChoice {
  readonly trackIds: readonly string[];
  readonly language: PacketLanguage;
  readonly transcript: boolean;
}

/** What the world adds to it: fresh ids and the time, and what is known of the footage. */
export interface PacketOrigin {
  readonly packetId: string;
  readonly madeAtMs: number;
  readonly media: MediaInfo | null;
  readonly shotsMs: readonly number[] | null;
  /** The campaign's own families. */
  readonly fonts: readonly FontFamily[];
}

/**
 * The packet of a project that was cleared to leave (`services/safety`): the chosen tracks with what they render and what the
 * checks find, the transcript, its comments. Nothing else goes in: no paths, no media names, no names of tracks. Throws `bad-request` for an unknown track
 * and `no-cues` where there is nothing to look at.
 */
export function buildPacket(project: Project, choice: PacketChoice, origin: PacketOrigin): Packet {
  const tracks = choice.trackIds.map((id) => packetTrack(project, id, origin));
  const transcript = choice.transcript ? paragraphsOf(project) : [];
  if (transcript.length === 0 && tracks.every(({ cues }) => cues.length === 0)) throw new AppError('no-cues');
  return {
    format: 'outspoken-packet',
    version: 1,
    packetId: origin.packetId,
    projectId: project.meta.id,
    madeAtMs: origin.madeAtMs,
    title: project.meta.title,
    language: choice.language,
    media: null,
    tracks,
    transcript,
    comments: commentsOf(project),
  };
}

function packetTrack(project: Project, id: string, { media, shotsMs, fonts }: PacketOrigin): PacketTrack {
  const track = project.tracks.find((one) => one.id === id);
  if (!track) throw new AppError('bad-request', { reason: `there is no track ${id}` });
  const cuesOf = (one: Track) => project.cues.filter(({ trackId }) => trackId === one.id);
  const input = inputOf(project, track, checkedMedia(project, media, shotsMs, fonts), cuesOf);
  const findings = findingsByCue(checkTrack(input));
  const byId = new Map((input.source?.cues ?? []).map((cue) => [cue.id, cue]));
  const textOf = (cue: Cue) =>
    sourceIdsOf(cue)
      .flatMap((one) => byId.get(one)?.text ?? [])
      .join('\n') || null;
  const source = input.source?.track;
  return {
    id,
    language: track.language,
    direction: track.direction,
    source: source ? { language: source.language, direction: source.direction } : null,
    cues: input.cues.map((cue) => ({
      id: cue.id,
      startMs: cue.startMs,
      endMs: cue.endMs,
      text: cue.text,
      source: source ? textOf(cue) : null,
      position: cue.position,
      findings: findings.get(cue.id) ?? [],
    })),
  };
}

function findingsByCue(check: TrackCheck): ReadonlyMap<string, PacketCue['findings']> {
  const groups = new Map<string, PacketCue['findings']>();
  for (const { cueId, rule, severity } of findingsIn(check)) {
    const group = groups.get(cueId) ?? [];
    groups.set(cueId, group);
    if (!group.some((known) => known.rule === rule)) group.push({ rule, severity });
  }
  return groups;
}

function paragraphsOf({ meta, paragraphs, speakers }: Project): PacketParagraph[] {
  return paragraphs.map(({ id, language, speakerId, words }) => ({
    id,
    speaker: publicName(speakers, speakerId),
    language: language ?? meta.language,
    direction: directionOf(language ?? meta.language),
    startMs: words.find(({ startMs }) => startMs !== null)?.startMs ?? null,
    text: joinWords(words),
  }));
}

/** Those of editors and other reviewers alike go by initials. */
function commentsOf({ notes }: Project): PacketComment[] {
  return notes.flatMap((note) =>
    note.kind === 'comment'
      ? [
          {
            id: note.id,
            targetId: note.target.id,
            author: note.author,
            atMs: note.order,
            text: note.text,
            replyTo: note.replyTo,
          },
        ]
      : [],
  );
}
