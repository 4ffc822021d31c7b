import { useEffect, useState } from 'react';
import type { Project } from '../../../shared/domain/project';
import type { RedactionFill } from '../../../shared/domain/redaction';
import { coversOf } from '../../../shared/edits/redaction';
import { storedUpright } from '../../../shared/ffmpeg/picture-filters';
import { frameAt, type FrameTimes } from '../../../shared/frames/frames';
import { boxOfFrame, coveredFrames, pixelBox } from '../../../shared/redaction/cover';
import type { PictureSize, Rectangle } from '../../../shared/video/picture-size';
import { useDocument } from '../../state/document';
import { useFrames } from '../../state/frames';
import { usePlayback } from '../../state/playback';
import { useRedaction } from './store';

/** A cover as it is on one picture. */
export interface ShownCover {
  readonly id: string;
  readonly fill: RedactionFill;
  /** In pixels of the footage, as an export covers them. */
  readonly box: Rectangle;
  /** Whether this picture is covered; false only for the selected one, which can be set up at any time. */
  readonly isCovering: boolean;
}

/** The covers of the picture that began at `pictureMs`, as an export draws them. Of the selected one also where it would be. */
export function coversOnPicture(
  project: Pick<Project, 'redactions'>,
  { timesMs }: Pick<FrameTimes, 'timesMs'>,
  pictureMs: number,
  size: PictureSize,
  selectedId: string | null,
): ShownCover[] {
  const frame = frameAt({ timesMs, endMs: Infinity }, Math.round(pictureMs));
  return coversOf(project).flatMap((cover) => {
    const { first, after } = coveredFrames(cover, timesMs);
    const isCovering = first <= frame && frame < after;
    if (!isCovering && cover.id !== selectedId) return [];
    const box = pixelBox(boxOfFrame(cover, timesMs, frame), size);
    return [{ id: cover.id, fill: cover.fill, box, isCovering }];
  });
}

export interface ShownCovers {
  readonly size: PictureSize;
  readonly covers: readonly ShownCover[];
}

const NONE: ShownCovers = { size: { width: 16, height: 9 }, covers: [] };

/** The covers of the picture on screen; renders only when one of them changes. */
export function useShownCovers(): ShownCovers {
  const [shown, setShown] = useState(NONE);
  useEffect(() => {
    let key = '';
    const look = () => {
      const { project, media } = useDocument.getState();
      const video = media.info?.video;
      const size = video ? storedUpright(video) : NONE.size;
      const { pictureMs } = usePlayback.getState();
      const { selectedId } = useRedaction.getState();
      const covers = video
        ? coversOnPicture(project, useFrames.getState().frames, pictureMs, size, selectedId)
        : [];
      const next = JSON.stringify([size, covers]);
      if (next === key) return;
      key = next;
      setShown({ size, covers });
    };
    look();
    const stops = [
      usePlayback.subscribe((state, before) => {
        if (state.pictureMs !== before.pictureMs) look();
      }),
      useDocument.subscribe((state, before) => {
        if (state.project !== before.project || state.media !== before.media) look();
      }),
      useFrames.subscribe(look),
      useRedaction.subscribe(look),
    ];
    return () => stops.forEach((stop) => stop());
  }, []);
  return shown;
}
