import { createScope } from '../../platform/scope';

/** Wider footage is drawn smaller: no panel shows more, and drawing must stay short. */
const WIDEST_PX = 2560;

/**
 * Draws the picture of a media element that stands still into a canvas over it. Answers the function that ends it.
 *
 * Chromium 156 hands a paused element's picture to the screen once, and drops it when the one before it is still on its way
 * (`VideoFrameSubmitter` waiting for the compositor): pictures that follow each other faster than the screen is drawn leave
 * an earlier one standing, while the element, its frame callbacks and `drawImage` all tell the right one.
 */
export function followStillPicture(element: HTMLVideoElement, canvas: HTMLCanvasElement): () => void {
  const scope = createScope();
  const context = canvas.getContext('2d', { alpha: false });
  let isAsked = false;
  let hasEnded = false;
  scope.add(() => {
    hasEnded = true;
  });

  const paint = () => {
    isAsked = false;
    if (hasEnded) return;
    const { videoWidth, videoHeight } = element;
    // While the next picture is sought the element may have none; what stands stays until that one comes.
    if (!context || !element.paused || videoWidth === 0 || element.readyState < element.HAVE_CURRENT_DATA)
      return;
    const scale = Math.min(1, WIDEST_PX / videoWidth);
    const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)];
    // Setting a size clears the canvas, the same one too.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.drawImage(element, 0, 0, width, height);
    canvas.hidden = false;
  };
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    // Of the window the picture is in: the one it came from may be hidden, and then draws no frames.
    (element.ownerDocument.defaultView ?? window).requestAnimationFrame(paint);
  };

  let request = 0;
  const follow = () => {
    request = element.requestVideoFrameCallback(() => {
      if (element.paused) ask();
      else canvas.hidden = true;
      follow();
    });
  };
  follow();
  scope.add(() => element.cancelVideoFrameCallback(request));
  for (const type of ['seeked', 'pause', 'loadeddata']) scope.listen(element, type, ask);
  scope.listen(element, 'emptied', () => {
    canvas.hidden = true;
  });
  return () => scope.end();
}
