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
import { fittedToShape } from '../../../shared/video/fit-subtitles';
import type { Delivered } from '../../state/delivery';
import { cuesOfTrack, trackById } from '../../state/selectors';

/** Size of the picture as shown. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Where there is only sound, subtitles are drawn on a canvas of this size. */
export const SOUND_ONLY: PictureSize = { width: 1280, height: 720 };

/**
 * A script of a film of hours would be written, copied and read anew at every key press and every move of a drag, so it holds
 * only the cues around the playhead, and is left alone while those stay as they are. What is drawn at a time depends on the
 * cues of that time alone.
 */
const BLOCK_MS = 30_000;
const MARGIN_MS = 10_000;

/** Number of the stretch of the film that a time lies in; one script serves a whole stretch. */
export function blockOf(ms: Milliseconds): number {
  return Math.floor(ms / BLOCK_MS);
}

/** A track and how it looks. */
interface Layer {
  /** Those that can be seen in the stretch, as they are drawn. */
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
  /** The output whose picture they are fitted to; null for the footage's own. */
  readonly fittedTo: Delivered | null;
}

/** What the picture and the campaign add to a project. */
export interface ScriptSurroundings {
  readonly size: PictureSize;
  /** The campaign's own families. */
  readonly fonts: readonly FontFamily[];
  readonly frameTimes: Float64Array | null;
  readonly fittedTo: Delivered | null;
}

/** Everything the script of a track depends on; null where there is no such track. */
export function scriptParts(
  project: Project,
  trackId: Id | null,
  { size, fonts, frameTimes, fittedTo }: ScriptSurroundings,
  ms: Milliseconds,
  secondId: Id | null = null,
): ScriptParts | null {
  const block = blockOf(ms);
  const layer = layerOf(project, trackId, block);
  if (!layer) return null;
  const second = secondId === trackId ? null : layerOf(project, secondId, block);
  const { speakers } = project;
  return { ...layer, speakers, fonts, ...size, frameTimes, block, second, fittedTo };
}

function layerOf(project: Project, trackId: Id | null, block: number): Layer | null {
  const track = trackById(project, trackId);
  if (!track) return null;
  const style = styleOf(project, track);
  const fromMs = block * BLOCK_MS - MARGIN_MS;
  const toMs = (block + 1) * BLOCK_MS + MARGIN_MS;
  // Who speaks is said by the whole film's cues, not anew in each stretch.
  const cues = withSpeakerLabels(cuesOfTrack(project, track.id), style, project.speakers);
  return { cues: cues.filter((cue) => cue.endMs > fromMs && cue.startMs < toMs), track, style };
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
  return Object.entries(b).every(([name, value]) => isSame(values.get(name), value));
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((value, n) => value === b[n]);
}

/** The ASS text of the stretch: the export's own writer on the cues that can be seen in it. */
export function writeScript({ width, height, fittedTo, second, ...parts }: ScriptParts): string {
  const fitted = <L extends Layer>(layer: L): L =>
    fittedTo ? fittedToShape(layer, fittedTo.output, fittedTo.video) : layer;
  const layers = { ...fitted(parts), second: second && fitted(second) };
  return writeAss({ ...layers, video: { width, height }, title: null });
}
