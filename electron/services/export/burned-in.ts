import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import type { Cue } from '../../../shared/domain/track';
import { brandingInputs } from '../../../shared/ffmpeg/branding';
import { videoGraph, type VideoPlanSettings } from '../../../shared/ffmpeg/video-plan';
import { formatMessage } from '../../../shared/messages/index';
import { note } from '../../../shared/video/foreseen';
import { checkBurned, type BurnedCheck, type OutsideCheck } from './burned-check';
import type { VideoRun } from './video-run';

/** What looking at the new pictures showed, for the result and for the report. */
export interface BurnedIn {
  /** Null where nothing was drawn. */
  readonly burned: BurnedCheck | null;
  readonly checks: readonly ExportCheck[];
}

/** Looks whether what was drawn is in the picture, and gone next to it. Throws `verification` where none of it is. */
export async function checkBurnedIn(
  { job, folder, target, durationMs }: VideoRun,
  settings: VideoPlanSettings,
  cues: readonly Cue[],
): Promise<BurnedIn> {
  if (!settings.draws || !settings.encoder) return { burned: null, checks: [] };
  const encoder = { ...settings.encoder, upload: '' };
  const { burned, outside } = await checkBurned({
    sourcePath: job.mediaPath,
    source: job.mediaInfo,
    graph: (laterMs) => videoGraph({ ...settings, draws: false }, encoder, laterMs),
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
  return { burned, checks: checksOf(burned, outside) };
}

function checksOf({ checked, seen }: BurnedCheck, outside: OutsideCheck): ExportCheck[] {
  const check = (code: string, isGood: boolean, message: string): ExportCheck => ({
    code,
    result: isGood ? 'passed' : 'failed',
    message,
  });
  const shown = check('burned', seen === checked, formatMessage('video.check.burned', { seen, checked }));
  const isGone = outside.clear === outside.checked;
  const gone = check(
    'burned-outside',
    isGone,
    formatMessage(isGone ? 'video.check.gone' : 'video.check.stays'),
  );
  return [
    checked > 0 ? shown : note('burned', 'video.note.notLookedAt'),
    ...(outside.checked > 0 ? [gone] : []),
  ];
}
