import { useEffect, useState } from 'react';
import { errorData } from '../../../shared/api/errors';
import { useDocument } from '../../state/document';
import { activeJob, useJobs } from '../../state/jobs';
import { useSession } from '../../state/session';
import { chosenSound, heardFile } from '../../state/sound';
import type { TimelineController } from './controller';
import { loadSpectrogram } from './load-spectrogram';

export type SpectrogramState =
  | { readonly kind: 'none' | 'shown' }
  | { readonly kind: 'loading'; readonly progress: number | null }
  | { readonly kind: 'failed'; readonly reason: string };

/** Once the person asks for it, has the footage's spectrogram made and shown by `controller`; tells how far it is. */
export function useSpectrogram(controller: TimelineController | null): SpectrogramState {
  const media = useDocument((state) => state.media);
  const isWanted = useSession((state) => state.layout['timeline.spectrogram'] === true);
  const file = isWanted && media.info?.audio ? (media.file?.handle ?? null) : null;
  const sound = useDocument(chosenSound);
  const [ended, setEnded] = useState<{ readonly file: string; readonly reason: string | null } | null>(null);
  const progress = useJobs((state) => activeJob(state, 'spectrogram')?.progress ?? null);

  useEffect(() => {
    if (!controller || file === null) return;
    let dropped = false;
    loadSpectrogram(heardFile(file, sound), () => controller.repaint()).then(
      (tiles) => {
        if (dropped) return;
        controller.setSpectrogram(tiles);
        setEnded({ file, reason: null });
      },
      (error: unknown) => {
        if (!dropped) setEnded({ file, reason: errorData(error).message });
      },
    );
    return () => {
      dropped = true;
      controller.setSpectrogram(null);
    };
  }, [controller, file, sound]);

  if (file === null) return { kind: 'none' };
  if (ended?.file !== file) return { kind: 'loading', progress };
  return ended.reason === null ? { kind: 'shown' } : { kind: 'failed', reason: ended.reason };
}
