import { AppError } from '../../../shared/api/errors';
import type { Cue } from '../../../shared/domain/track';
import { brandingInputs } from '../../../shared/ffmpeg/branding';
import { videoGraph, type VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import { checkBurned, type BurnedCheck } from './burned-check';
import type { VideoRun } from './video-run';

/** Looks whether what was drawn is in the picture; null where nothing was. Throws `verification` where none of it is. */
export async function checkBurnedIn(
  { job, folder, target, durationMs }: VideoRun,
  settings: VideoPlanSettings,
  cues: readonly Cue[],
): Promise<BurnedCheck | null> {
  if (!settings.draws || !settings.encoder) return null;
  const burned = await checkBurned({
    sourcePath: job.mediaPath,
    source: job.mediaInfo,
    graph: videoGraph({ ...settings, draws: false }, { ...settings.encoder, upload: '' }),
    otherInputs: brandingInputs(settings.branding),
    folder,
    outputPath: target.temporaryPath,
    startMs: job.span?.startMs ?? 0,
    durationMs,
    cues,
    tools: job.tools,
    signal: job.signal,
  });
  if (burned.checked > 0 && burned.seen === 0)
    throw new AppError('verification', {
      name: target.name,
      reason: formatMessage('export.reason.notBurned'),
    });
  return burned;
}
