import type { CueTiming } from '../../../shared/edits/cues-follow';
import { constantFrameRate } from '../../../shared/frames/rate';
import { useDocument } from '../../state/document';

/** What cue times depend on besides words and profile, of the open project. */
export function cueTiming(): CueTiming {
  const { media, project } = useDocument.getState();
  return {
    frameRate: constantFrameRate(media.info),
    durationMs: media.info?.durationMs ?? project.meta.media?.durationMs ?? null,
  };
}
