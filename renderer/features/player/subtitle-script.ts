/** From the project to the ASS text that the preview draws. Pure. */
import type { Id } from '../../../shared/domain/common';
import type { Project } from '../../../shared/domain/project';
import type { Milliseconds } from '../../../shared/domain/time';
import type { Cue, Style, Track } from '../../../shared/domain/track';
import type { Speaker } from '../../../shared/domain/transcript';
import { writeAss } from '../../../shared/formats/ass/write';
import { styleOf } from '../../../shared/style/style-of';
import type { FontFamily } from '../../../shared/style/fonts';
import { withSpeakerLabels } from '../../../shared/style/speakers';
import { cuesOfTrack, trackById } from '../../state/selectors';

/** Size of the picture as shown. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Where there is only sound, subtitles are drawn on a canvas of this size. */
export const SOUND_ONLY: PictureSize = { width: 1280, height: 720 };

/**
 * A script of a film of hours is written and read anew at every key press, so it holds only the cues around the playhead.
 * What is drawn at a time depends on the cues of that time alone.
 */
const BLOCK_MS = 120_000;
const MARGIN_MS = 30_000;

/** Number of the stretch of the film that a time lies in; one script serves a whole stretch. */
export function blockOf(ms: Milliseconds): number {
  return Math.floor(ms / BLOCK_MS);
}

/** A track and how it looks. */
interface Layer {
  readonly cues: readonly Cue[];
  readonly track: Track;
  readonly style: Style;
}

/** What a script is made of; two equal ones (field by field) make the same script. */
export interface ScriptParts extends Layer {
  readonly speakers: readonly Speaker[];
  readonly fonts: readonly FontFamily[];
  readonly width: number;
  readonly height: number;
  readonly frameTimes: Float64Array | null;
  readonly block: number;
  /** A language drawn beside it. */
  readonly second: Layer | null;
}

/** What the picture and the campaign add to a project. */
export interface ScriptSurroundings {
  readonly size: PictureSize;
  /** The campaign's own families. */
  readonly fonts: readonly FontFamily[];
  readonly frameTimes: Float64Array | null;
}

/** Everything the script of a track depends on; null where there is no such track. */
export function scriptParts(
  project: Project,
  trackId: Id | null,
  { size, fonts, frameTimes }: ScriptSurroundings,
  ms: Milliseconds,
  secondId: Id | null = null,
): ScriptParts | null {
  const layer = layerOf(project, trackId);
  if (!layer) return null;
  const second = secondId === trackId ? null : layerOf(project, secondId);
  const { speakers } = project;
  return { ...layer, speakers, fonts, ...size, frameTimes, block: blockOf(ms), second };
}

function layerOf(project: Project, trackId: Id | null): Layer | null {
  const track = trackById(project, trackId);
  if (!track) return null;
  return { cues: cuesOfTrack(project, track.id), track, style: styleOf(project, track) };
}

/** Whether two sets of parts make the same script. */
export function isSameScript(a: ScriptParts | null, b: ScriptParts | null): boolean {
  if (a === null || b === null) return a === b;
  const { second: secondBefore, ...before } = a;
  const { second, ...after } = b;
  return (
    isAlike(before, after) &&
    (second && secondBefore ? isAlike(second, secondBefore) : second === secondBefore)
  );
}

function isAlike(a: object, b: object): boolean {
  const values = new Map<string, unknown>(Object.entries(a));
  return Object.entries(b).every(([name, value]) => values.get(name) === value);
}

/** The ASS text of the stretch: the export's own writer on the cues that can be seen in it. */
export function writeScript(parts: ScriptParts): string {
  const { second, speakers, block, width, height } = parts;
  const fromMs = block * BLOCK_MS - MARGIN_MS;
  const toMs = (block + 1) * BLOCK_MS + MARGIN_MS;
  const near = <L extends Layer>(layer: L): L => ({
    ...layer,
    cues: withSpeakerLabels(layer.cues, layer.style, speakers).filter(
      (cue) => cue.endMs > fromMs && cue.startMs < toMs,
    ),
  });
  return writeAss({ ...near(parts), second: second && near(second), video: { width, height }, title: null });
}
