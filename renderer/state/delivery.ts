/** The picture as an output delivers it: which one is shown in place of the footage's own, and how footage is fitted into it. */
import type { Project } from '../../shared/domain/project';
import type { VideoStream } from '../../shared/domain/media';
import type { Fitting, VideoOutput } from '../../shared/domain/video-output';
import { setProjectFitting } from '../../shared/edits/project';
import { isReshaped } from '../../shared/video/fit-subtitles';
import { outputOf, presetById, USUAL_FITTING, type PlatformPreset } from '../../shared/video/presets';
import { run, useDocument } from './document';
import { useSession } from './session';

/** Name of the layout entry that holds the preset whose picture is shown. */
export const SEEN_AS = 'player.seenAs';

/** An output whose picture differs from the footage's own: in shape, or by an interface over it. */
export interface Delivered {
  readonly preset: PlatformPreset;
  readonly output: VideoOutput;
  readonly video: VideoStream;
}

/** How a project's footage fits pictures of other shapes. */
export function fittingOf({ meta }: Pick<Project, 'meta'>): Fitting {
  return meta.fitting ?? USUAL_FITTING;
}

/** Changes part of it, as one step. */
export function fitOtherwise(change: Partial<Fitting>): void {
  run(setProjectFitting, { fitting: { ...fittingOf(useDocument.getState().project), ...change } });
}

let last: Delivered | null = null;

/** What the picture is shown as now; null where it is the footage's own. The very same while nothing of it changes. */
export function delivered(): Delivered | null {
  const { project, media } = useDocument.getState();
  const id = useSession.getState().layout[SEEN_AS];
  const preset = typeof id === 'string' ? presetById(id) : undefined;
  const video = media.info?.video;
  if (!preset || !video) return null;
  const fitting = fittingOf(project);
  if (last?.preset === preset && last.video === video && isFitted(last.output, fitting)) return last;
  const output = outputOf(preset, fitting);
  if (!isReshaped(output, video)) return null;
  last = { preset, output, video };
  return last;
}

function isFitted({ framing }: VideoOutput, { fit, focusX, focusY }: Fitting): boolean {
  return !framing || (framing.fit === fit && framing.focusX === focusX && framing.focusY === focusY);
}

/** As `delivered`; renders when it becomes another. */
export function useDelivered(): Delivered | null {
  useSession((state) => state.layout[SEEN_AS]);
  useDocument((state) => state.project.meta.fitting);
  useDocument((state) => state.media);
  return delivered();
}
