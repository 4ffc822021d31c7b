import { useEffect, useRef } from 'react';
import { coarseGrid } from '../../../shared/redaction/coarse';
import type { PictureSize, Rectangle } from '../../../shared/video/picture-size';
import { usePlayback } from '../../state/playback';

/** Pixels a block has on the canvas: enough for smooth edges, few to paint. */
const PER_BLOCK = 4;

/** The picture under a cover, as coarse as in an export: blocks, or (smooth) blurred. */
export function SoftCover({
  box,
  size,
  isSmooth,
}: {
  readonly box: Rectangle;
  readonly size: PictureSize;
  readonly isSmooth: boolean;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const draw = () => {
      const video = canvas.current?.closest('.player__picture')?.querySelector('video');
      if (canvas.current && video) drawCoarse(canvas.current, video, { box, size, isSmooth });
    };
    draw();
    return usePlayback.subscribe((state, before) => {
      if (state.pictureMs !== before.pictureMs) draw();
    });
  }, [box, size, isSmooth]);
  return <canvas ref={canvas} className="cover__soft" aria-hidden />;
}

function drawCoarse(
  canvas: HTMLCanvasElement,
  video: HTMLVideoElement,
  {
    box,
    size,
    isSmooth,
  }: { readonly box: Rectangle; readonly size: PictureSize; readonly isSmooth: boolean },
): void {
  const grid = coarseGrid(size);
  const few = new OffscreenCanvas(grid.width, grid.height);
  const small = few.getContext('2d');
  canvas.width = Math.max(1, Math.round((box.width / grid.step) * PER_BLOCK));
  canvas.height = Math.max(1, Math.round((box.height / grid.step) * PER_BLOCK));
  const context = canvas.getContext('2d');
  if (!small || !context) return;
  small.imageSmoothingQuality = 'high';
  small.drawImage(video, 0, 0, grid.width, grid.height);
  context.imageSmoothingEnabled = isSmooth;
  const across = grid.width / size.width;
  const down = grid.height / size.height;
  context.drawImage(
    few,
    ...([box.x * across, box.y * down, box.width * across, box.height * down] as const),
    ...([0, 0, canvas.width, canvas.height] as const),
  );
}
