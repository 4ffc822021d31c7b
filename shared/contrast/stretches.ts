/** Which stretches of the footage are looked at, when, and what is drawn over them. */
import type { Cue } from '../domain/track';
import type { VideoStream } from '../domain/media';
import { writeAss } from '../formats/ass/write';
import type { FontFamily } from '../style/fonts';
import { cuesInSpan, type ClipSpan } from '../video/clip';
import { pictureSize, type PictureSize } from '../video/picture-size';
import { letterColour, type DrawnTrack } from './looks';
import { numberColour } from './meter';

/** A stretch that is decoded in one go. */
export interface Stretch extends ClipSpan {
  /** Places in the track of the cues that are wanted. */
  readonly wanted: readonly number[];
  /** Moments to look at, ms on the model's timeline, ascending. */
  readonly momentsMs: readonly number[];
}

/** The moments are listed in one expression, which ffmpeg computes for each picture. */
const MOST_CUES = 24;
/** To leave out less costs more than it saves: decoding begins at the key frame before. */
const LONGEST_GAP_MS = 8000;
/** Decoding goes on a little, so that the last picture of the last cue is surely there. */
const TAIL_MS = 100;

/** Stretches that hold the wanted cues (places in `cues`, which are by time). */
export function stretchesOf(cues: readonly Cue[], wanted: readonly number[]): Stretch[] {
  const groups: number[][] = [];
  let endMs = -Infinity;
  for (const place of wanted) {
    const cue = cues[place];
    if (!cue) continue;
    const last = groups.at(-1);
    if (last && last.length < MOST_CUES && cue.startMs - endMs <= LONGEST_GAP_MS) last.push(place);
    else groups.push([place]);
    endMs = Math.max(endMs, cue.endMs);
  }
  return groups.map((places) => {
    const held = places.flatMap((place) => cues[place] ?? []);
    return {
      startMs: Math.min(...held.map(({ startMs }) => startMs)),
      endMs: Math.max(...held.map((cue) => cue.endMs)) + TAIL_MS,
      wanted: places,
      momentsMs: [...new Set(held.flatMap(momentsOf))].sort((a, b) => a - b),
    };
  });
}

/** About a picture a second is looked at, from the second on: in six the camera has shown what it does. */
const FEWEST = 2;
const MOST = 6;

/** Evenly over the cue, ms; none where it is never shown. */
export function momentsOf({ startMs, endMs }: Pick<Cue, 'startMs' | 'endMs'>): number[] {
  const durationMs = endMs - startMs;
  if (durationMs <= 0) return [];
  const count = Math.min(MOST, Math.max(FEWEST, Math.round(durationMs / 1000) + 1));
  return Array.from({ length: count }, (_, n) => Math.round(startMs + (durationMs * (n + 0.5)) / count));
}

/** Height of the em in pixels in the small picture that is looked at: a stroke is two or three pixels wide. */
const EM_PX = 24;
const HEIGHTS = { least: 288, most: 720 } as const;

/** Size of the pictures that are looked at, in the shape that is seen, and of their em. */
export function lookedSize(
  video: VideoStream,
  { style, framing }: Pick<DrawnTrack, 'style' | 'framing'>,
): PictureSize & { readonly emPx: number } {
  const share = style.fontSizePct / 100;
  const height = Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Math.round(EM_PX / share)));
  const size = pictureSize(video, framing ? { height, framing } : { height });
  return { ...size, emPx: share * size.height };
}

/** The scripts of a stretch, its start at 0. */
export interface StretchScripts {
  /** What is seen. */
  readonly seen: string;
  /** The letters alone, those of each cue in the colour that stands for its number. */
  readonly letters: string;
  /** The cues by that number: place in the track and colour of the letters. */
  readonly numbered: readonly { readonly place: number; readonly colour: string }[];
}

/** Colours that cues can be told apart by (`numberColour`). */
const MOST_NUMBERED = 1024;

/**
 * Everything shown in a stretch, wanted or not: cues that are shown together move each other. Of more than can be told apart only
 * those wanted.
 */
export function stretchScripts(
  drawn: DrawnTrack,
  stretch: Stretch,
  video: PictureSize,
  fonts: readonly FontFamily[],
): StretchScripts {
  const placed = drawn.cues.flatMap((cue, place) =>
    cue.startMs < stretch.endMs && cue.endMs > stretch.startMs ? [{ ...cue, place }] : [],
  );
  const shown = cuesInSpan(placed, stretch);
  const cues =
    shown.length <= MOST_NUMBERED ? shown : shown.filter(({ place }) => stretch.wanted.includes(place));
  const document = { ...drawn, cues, fonts, video, title: null };
  const inks = cues.map((_, n) => ({
    id: String(n),
    order: n,
    name: '',
    pseudonym: null,
    colour: numberColour(n),
  }));
  const bare = { ...drawn.style, outlinePct: 0, shadowPct: 0, box: false, speakerColours: true };
  return {
    seen: writeAss(document),
    letters: writeAss({
      ...document,
      cues: cues.map((cue, n) => ({ ...cue, speakerId: String(n) })),
      style: bare,
      speakers: inks,
    }),
    numbered: cues.map((cue) => ({ place: cue.place, colour: letterColour(drawn, cue) })),
  };
}
