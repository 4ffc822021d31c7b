import type { Project } from '../domain/project';
import type { CoverRedaction } from '../domain/redaction';
import type { VideoStream } from '../domain/media';
import type { Cue, Style, Track } from '../domain/track';
import type { Framing, PictureShape } from '../domain/video-output';
import type { Speaker } from '../domain/transcript';
import { coversOf } from '../edits/redaction';
import { finish } from '../steps';
import { styleFor } from '../style/resolve';
import { speakerColour, withSpeakerLabels } from '../style/speakers';
import { styleOf } from '../style/style-of';
import { fittedToShape } from '../video/fit-subtitles';
import { effectiveFraming } from '../video/picture-size';

/** A track as it is drawn over its footage. */
export interface DrawnTrack {
  readonly track: Pick<Track, 'language' | 'direction'>;
  /** By time, with the names before their texts where the style wants them. */
  readonly cues: readonly Cue[];
  /** As the track's language has it. */
  readonly style: Style;
  readonly speakers: readonly Speaker[];
  /** Names of the campaign's own families. */
  readonly families: readonly string[];
  /** What hides places of the picture. */
  readonly covers: readonly CoverRedaction[];
  /** What becomes of the footage's shape; null where it stays. */
  readonly framing: Framing | null;
}

/** A picture of another shape, or under a platform's interface. */
export interface OtherPicture {
  readonly shape: PictureShape;
  readonly video: VideoStream;
}

/** A track of a project, drawn: over the footage as it is, or in the picture of an output. `cues` are the track's own, by time. */
export function drawnTrack(
  project: Pick<Project, 'styles' | 'speakers' | 'redactions'>,
  track: Track,
  cues: readonly Cue[],
  families: readonly string[],
  other: OtherPicture | null = null,
): DrawnTrack {
  const { speakers } = project;
  const own = styleOf(project, track);
  const labelled = { track, style: own, cues: withSpeakerLabels(cues, own, speakers) };
  const { style, cues: drawn } = other ? fittedToShape(labelled, other.shape, other.video) : labelled;
  return {
    ...{ track, speakers, families, cues: drawn, covers: coversOf(project) },
    style: styleFor(style, track.language),
    framing: other ? effectiveFraming(other.video, other.shape.framing) : null,
  };
}

/** The colour of a cue's letters. */
export function letterColour(
  { style, speakers }: Pick<DrawnTrack, 'style' | 'speakers'>,
  cue: Pick<Cue, 'speakerId'>,
): string {
  return (style.speakerColours === true && speakerColour(speakers, cue.speakerId)) || style.colour;
}

/** Raised when measuring changes, so that nothing measured the old way is believed. */
const VERSION = 1;

/**
 * For each cue a short text that is another one as soon as anything else is seen of it: its text, times, place, colour and
 * style, the cues shown together with it, which may move it, and what covers the picture. In the cues' order, linear. The footage is not in it.
 */
export function cueLooks(drawn: DrawnTrack): string[] {
  return finish(looksInSteps(drawn));
}

/** As `cueLooks`; rests after every cue. */
export function* looksInSteps(drawn: DrawnTrack): Generator<undefined, string[]> {
  const { cues, style, track, families, framing } = drawn;
  const { id: _, order: _order, name: _name, extra: _extra, languages: _languages, ...look } = style;
  const entries = Object.entries(look).sort(([a], [b]) => (a < b ? -1 : 1));
  const shape = framing === null ? [] : [Object.entries(framing).sort(([a], [b]) => (a < b ? -1 : 1))];
  const general = hash(
    JSON.stringify([VERSION, entries, track.language, track.direction, families, ...shape]),
  );
  const own: string[] = [];
  for (const cue of cues) {
    own.push(ownLook(cue, letterColour(drawn, cue)) + coveredLook(cue, drawn.covers));
    yield;
  }
  const together = yield* shownTogether(cues);
  return own.map((name, n) => {
    const others = together.get(n);
    if (!others) return `${general}-${name}`;
    return `${general}-${name}-${hash(others.map((other) => own[other] ?? '').join(' '))}`;
  });
}

const known = new WeakMap<Cue, { readonly colour: string; readonly look: string }>();

/** What a cue itself looks like; found once for each version of it. */
function ownLook(cue: Cue, colour: string): string {
  const before = known.get(cue);
  if (before?.colour === colour) return before.look;
  const look = hash(`${cue.startMs} ${cue.endMs} ${cue.position} ${colour} ${cue.text}`);
  known.set(cue, { colour, look });
  return look;
}

/** What covers the picture while a cue is shown; empty where nothing does. */
function coveredLook(cue: Cue, covers: readonly CoverRedaction[]): string {
  return covers
    .filter(({ startMs, endMs }) => startMs < cue.endMs && endMs > cue.startMs)
    .map((cover) => `.${coverLook(cover)}`)
    .join('');
}

/** Pictures hardly stay longer. One that a cover reaches is hidden as a whole, so also before the cover's own time. */
const LONGEST_PICTURE_MS = 10_000;

/** What of covers is seen in a stretch of the film; the rest of a long film's would be reckoned for every stretch. */
export function coversWithin(
  covers: readonly CoverRedaction[],
  stretch: { readonly startMs: number; readonly endMs: number },
): CoverRedaction[] {
  const startMs = stretch.startMs - LONGEST_PICTURE_MS;
  const endMs = stretch.endMs + LONGEST_PICTURE_MS;
  return covers
    .filter((cover) => cover.startMs < endMs && cover.endMs > startMs)
    .map((cover) => ({
      ...cover,
      startMs: Math.max(cover.startMs, startMs),
      endMs: Math.min(cover.endMs, endMs),
    }));
}

const coverLooks = new WeakMap<CoverRedaction, string>();

function coverLook(cover: CoverRedaction): string {
  const before = coverLooks.get(cover);
  if (before !== undefined) return before;
  const { startMs, endMs, fill, keys } = cover;
  const look = hash(JSON.stringify([startMs, endMs, fill, keys.map((key) => Object.values(key))]));
  coverLooks.set(cover, look);
  return look;
}

/** For each cue that is not shown alone the places of those whose times overlap it. Rests after every cue. */
function* shownTogether(cues: readonly Cue[]): Generator<undefined, ReadonlyMap<number, readonly number[]>> {
  const together = new Map<number, number[]>();
  const add = (n: number, other: number) => {
    const others = together.get(n);
    if (others) others.push(other);
    else together.set(n, [other]);
  };
  let open: number[] = [];
  for (const [n, cue] of cues.entries()) {
    if (open.length > 0) open = open.filter((other) => (cues[other]?.endMs ?? 0) > cue.startMs);
    for (const other of open) {
      add(n, other);
      add(other, n);
    }
    open.push(n);
    yield;
  }
  return together;
}

/** 53 bits of a text: cyrb53 (public domain, bryc). Two of a film's cues share one by chance less than once in 10⁹ films. */
function hash(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
}
