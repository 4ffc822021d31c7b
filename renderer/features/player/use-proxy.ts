import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { useDocument } from '../../state/document';
import { jobResult, useJobs } from '../../state/jobs';
import { chosenSound, heardFile } from '../../state/sound';
import type { PlaybackProblem } from '../../state/playback';
import { setMediaUrl, useSession } from '../../state/session';
import { errorData } from '../../../shared/api/errors';
import type { ElementProblem } from './use-player';

/**
 * Asks for a preview that this browser can show as soon as it turns out that the footage has a picture it cannot, or when
 * another sound than the main one is chosen, which no browser plays by itself; and puts it in the footage's place. Returns what to tell the person meanwhile.
 */
export function useProxy(problem: ElementProblem): PlaybackProblem | null {
  const t = useMessages();
  const media = useDocument((state) => state.media);
  const url = useSession((state) => state.mediaUrl);
  const file = media.file?.handle ?? null;
  const sound = useDocument(chosenSound);
  const before = useRef(sound);
  useEffect(() => {
    // A preview with another sound makes way for the footage first: from there it is as at the start.
    if (before.current !== sound) setMediaUrl(media.url);
    before.current = sound;
  }, [sound, media.url]);
  const isFootage = url !== null && url === media.url;
  const needed =
    isFootage &&
    (sound !== undefined ||
      (Boolean(media.info?.video) && (problem !== null || media.info?.playable === false)));
  const [failure, setFailure] = useState<{ readonly file: string; readonly text: string } | null>(null);
  const progress = useJobs((state) => {
    for (const job of state.jobs.values())
      if (job.kind === 'proxy' && job.state === 'running') return job.progress;
    return null;
  });

  useEffect(() => {
    if (!needed || file === null) return;
    let dropped = false;
    const make = async () => {
      const result = await jobResult(await getClient().call('media.proxy', heardFile(file, sound)), 'proxy');
      if (!dropped) setMediaUrl(result.url);
    };
    make().catch((error: unknown) => {
      if (!dropped) setFailure({ file, text: errorData(error).message });
    });
    return () => {
      dropped = true;
    };
  }, [needed, file, sound]);

  if (!needed) return null;
  if (failure?.file === file)
    return { tone: 'failed', text: t('player.noPreview', { reason: failure.text }), progress: null };
  return { tone: 'working', text: t('player.makingPreview'), progress };
}
