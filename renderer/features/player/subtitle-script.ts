/** From the project to the ASS text that the preview draws. Pure. */
import type { Id } from '../../../shared/domain/common';
import type { Project } from '../../../shared/domain/project';
import type { Milliseconds } from '../../../shared/domain/time';
import type { Cue, Style, Track } from '../../../shared/domain/track';
import { writeAss } from '../../../shared/formats/ass/write';
import { defaultStyles } from '../../../shared/style/styles';
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

/** What a script is made of; two equal ones (field by field) make the same script. */
export interface ScriptParts {
  readonly cues: readonly Cue[];
  readonly track: Track;
  readonly style: Style;
  readonly size: PictureSize;
  readonly frameTimes: Float64Array | null;
  readonly block: number;
  /** A language drawn beside it. */
  readonly second: Pick<ScriptParts, 'cues' | 'track' | 'style'> | null;
}

/** Everything the script of a track depends on; null where there is no such track. */
export function scriptParts(
  project: Project,
  trackId: Id | null,
  size: PictureSize,
  frameTimes: Float64Array | null,
  ms: Milliseconds,
  secondId: Id | null = null,
): ScriptParts | null {
  const layer = layerOf(project, trackId);
  if (!layer) return null;
  const second = secondId === trackId ? null : layerOf(project, secondId);
  return { ...layer, size, frameTimes, block: blockOf(ms), second };
}

function layerOf(project: Project, trackId: Id | null): ScriptParts['second'] {
  const track = trackById(project, trackId);
  if (!track) return null;
  const style = project.styles.find(({ id }) => id === track.styleId) ?? project.styles[0] ?? FALLBACK_STYLE;
  return { cues: cuesOfTrack(project, track.id), track, style };
}

const [FALLBACK_STYLE] = defaultStyles();

/** Whether two sets of parts make the same script. */
export function isSameScript(a: ScriptParts | null, b: ScriptParts | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.cues === b.cues &&
    a.track === b.track &&
    a.style === b.style &&
    a.size.width === b.size.width &&
    a.size.height === b.size.height &&
    a.frameTimes === b.frameTimes &&
    a.block === b.block &&
    a.second?.cues === b.second?.cues &&
    a.second?.track === b.second?.track &&
    a.second?.style === b.second?.style
  );
}

/** The ASS text of the stretch: the export's own writer on the cues that can be seen in it. */
export function writeScript({ cues, track, style, size, frameTimes, block, second }: ScriptParts): string {
  const fromMs = block * BLOCK_MS - MARGIN_MS;
  const toMs = (block + 1) * BLOCK_MS + MARGIN_MS;
  const near = (all: readonly Cue[]) => all.filter((cue) => cue.endMs > fromMs && cue.startMs < toMs);
  return writeAss({
    cues: near(cues),
    track,
    style,
    second: second && { ...second, cues: near(second.cues) },
    video: size,
    title: null,
    frameTimes,
  });
}
