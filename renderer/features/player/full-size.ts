/** The picture at other sizes: the whole screen, or a small window above the others. */
import { t } from '../../app/messages';
import { attempt, notify } from '../../state/notices';
import { usePlayback } from '../../state/playback';
import { closePictureWindow, hasPictureWindow, openPictureWindow } from './picture-window';

/** Shows the picture with its subtitles on the whole screen, or back in its panel. */
export function toggleFull(): void {
  const stage = document.querySelector('.player__stage');
  attempt(async () => {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await stage?.requestFullscreen();
  });
}

/**
 * Shows the picture in a small window of its own above the others, or back; with its subtitles where the browser has windows for
 * that, else without.
 */
export function togglePictureInPicture(): void {
  if (usePlayback.getState().apart) return closePictureWindow();
  attempt(async () => {
    if (!hasPictureWindow()) return toggleBareWindow();
    try {
      await openPictureWindow();
    } catch {
      // Electron may know the name and have no such windows.
      toggleBareWindow();
    }
  });
}

function toggleBareWindow(): void {
  const video = document.querySelector<HTMLVideoElement>('.player__video');
  attempt(async () => {
    if (document.pictureInPictureElement) await document.exitPictureInPicture();
    else if (!video || !document.pictureInPictureEnabled) notify('info', t('player.noWindow'));
    else {
      await video.requestPictureInPicture();
      notify('info', t('player.windowBare'));
    }
  });
}
