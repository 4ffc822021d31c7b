import { useEffect, useState } from 'react';
import { errorData } from '../../../shared/api/errors';
import { useDocument } from '../../state/document';
import { useJobs } from '../../state/jobs';
import { chosenSound, heardFile } from '../../state/sound';
import type { TimelineController } from './controller';
import { createWaveform, loadPyramid } from './load-waveform';

export type WaveformState =
  | { readonly kind: 'none' | 'silent' | 'shown' }
  | { readonly kind: 'loading'; readonly progress: number | null }
  | { readonly kind: 'failed'; readonly reason: string };

/** Has the footage's waveform made and shown by `controller`; tells how far it is. */
export function useWaveform(controller: TimelineController | null): WaveformState {
  const media = useDocument((state) => state.media);
  const file = media.file?.handle ?? null;
  const sound = useDocument(chosenSound);
  const hasSound = Boolean(media.info?.audio);
  const [ended, setEnded] = useState<{ readonly file: string; readonly reason: string | null } | null>(null);
  const progress = useJobs((state) => {
    for (const job of state.jobs.values())
      if (job.kind === 'waveform' && job.state === 'running') return job.progress;
    return null;
  });

  useEffect(() => {
    if (!controller || file === null || !hasSound) return;
    let dropped = false;
    const make = async () => {
      const heard = heardFile(file, sound);
      const waveform = await createWaveform(heard, await loadPyramid(heard), () => controller.repaint());
      if (dropped) return;
      controller.setWaveform(waveform);
      setEnded({ file, reason: null });
    };
    make().catch((error: unknown) => {
      if (!dropped) setEnded({ file, reason: errorData(error).message });
    });
    return () => {
      dropped = true;
      controller.setWaveform(null);
    };
  }, [controller, file, sound, hasSound]);

  if (file === null) return { kind: 'none' };
  if (!hasSound) return { kind: 'silent' };
  if (ended?.file !== file) return { kind: 'loading', progress };
  return ended.reason === null ? { kind: 'shown' } : { kind: 'failed', reason: ended.reason };
}
