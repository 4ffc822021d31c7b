/** The picture, with its subtitles, in a small window above all others (Document Picture-in-Picture). */
import { reportPlayback } from '../../state/playback';

declare global {
  interface Window {
    /** Chromium 116 and later; not in Electron. */
    readonly documentPictureInPicture?: {
      readonly window: Window | null;
      requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>;
    };
  }
}

const WIDTH_PX = 480;

/** Whether the picture could be put into a window of its own here. */
export function hasPictureWindow(): boolean {
  return window.documentPictureInPicture !== undefined;
}

/** Brings the picture back into its panel; does nothing where it is there. */
export function closePictureWindow(): void {
  window.documentPictureInPicture?.window?.close();
}

/**
 * Moves the picture into a window of its own until that is closed. The very elements move, so playing goes on; keys pressed
 * there act as they do here. Throws where the browser refuses.
 */
export async function openPictureWindow(): Promise<void> {
  const stage = document.querySelector('.player__stage');
  const picture = stage?.querySelector<HTMLElement>('.player__picture');
  if (!stage || !picture || !window.documentPictureInPicture) return;
  const { clientWidth, clientHeight } = picture;
  const height = Math.round((WIDTH_PX * clientHeight) / Math.max(1, clientWidth));
  const other = await window.documentPictureInPicture.requestWindow({ width: WIDTH_PX, height });
  dress(other.document);
  const frame = other.document.createElement('div');
  frame.className = 'player__stage player__stage--apart';
  other.document.body.append(frame);
  frame.append(picture);
  reportPlayback({ apart: true });
  for (const type of ['keydown', 'keyup'] as const)
    other.addEventListener(type, (event) => {
      const here = new KeyboardEvent(type, event);
      document.body.dispatchEvent(here);
      if (here.defaultPrevented) event.preventDefault();
    });
  other.addEventListener('pagehide', () => {
    stage.prepend(picture);
    reportPlayback({ apart: false });
  });
}

/** Gives another document the looks of this one. */
function dress(other: Document): void {
  for (const { name, value } of document.documentElement.attributes)
    other.documentElement.setAttribute(name, value);
  other.title = document.title;
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    const link = other.createElement('link');
    link.rel = 'stylesheet';
    link.href = sheet.href;
    other.head.append(link);
  }
}
