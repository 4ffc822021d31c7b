/** Writes one file of a plan by the writer of its kind. A new kind of output has to be here before it compiles. */
import { AppError } from '../../../shared/api/errors';
import { NO_BRANDING } from '../../../shared/domain/branding';
import { contrastSentence } from '../../../shared/contrast/in-output';
import { CONTRAST_UNMEASURED, type OutputContrast } from '../../../shared/domain/contrast';
import type { ExportCheck, ExportItem } from '../../../shared/domain/export';
import { formatMessage } from '../../../shared/messages/index';
import { withSound } from '../../../shared/domain/sound';
import type { MediaInfo } from '../../../shared/domain/media';
import { familiesOf } from '../../../shared/style/campaign-families';
import { isAltered } from '../../../shared/export/plan';
import { redactedIn } from '../../../shared/redaction/summary';
import { needsOf } from '../../../shared/video/needs';
import { campaignFonts } from '../fonts/campaign-fonts';
import { fingerprintFile } from '../media/fingerprint';
import { buildFrameIndex } from '../media/frame-index';
import { probeMedia } from '../media/probe';
import { placeBranding } from '../branding/campaign-branding';
import type { Cleared } from '../safety/clearance';
import { knownRatios } from '../contrast/contrast';
import { contrastOfItem } from './check-plan';
import { exportVideo } from './export-video';
import { noteOf } from './record';
import type { ItemMeans, ItemRun } from './run-item';
import { exportSubtitles } from './subtitles';
import { exportTranscript } from './transcript';

export interface ItemToWrite {
  readonly cleared: Cleared;
  readonly item: ExportItem;
  /** Where to; absolute. */
  readonly path: string;
  /** The footage, known to be the project's; null where there is none. */
  readonly mediaPath: string | null;
  readonly sourcePaths: readonly string[];
  /** Folders of the campaign: lists and fonts are looked for there. */
  readonly listFolders: readonly string[];
}

export interface WrittenItem {
  readonly checks: readonly ExportCheck[];
  /** Names of fonts that were put inside. */
  readonly attached: readonly string[];
}

/** Writes it under its final name, whole or not at all, and says what was checked and what it cannot hold. Throws as the writers. */
export async function writeItem(
  { cleared, item, path, mediaPath, sourcePaths, listFolders }: ItemToWrite,
  means: ItemMeans,
  run: ItemRun,
): Promise<WrittenItem> {
  const { output, trackIds } = item;
  switch (output.kind) {
    case 'subtitles': {
      const { issues } = await exportSubtitles({
        cleared,
        trackId: trackIds[0] ?? '',
        format: output.format,
        targetPath: path,
        output: output.text,
        speakers: output.speakers,
        sourcePaths,
        fonts: familiesOf(await campaignFonts(listFolders)),
        ...(await picturesOf(mediaPath, means, run)),
      });
      return { checks: issues.map(noteOf), attached: [] };
    }
    case 'transcript': {
      const { format, speakers, times } = output;
      await exportTranscript({ cleared, format, speakers, times, targetPath: path, sourcePaths });
      return { checks: [], attached: [] };
    }
    case 'video':
      return writeVideo({ cleared, item, path, mediaPath, sourcePaths, listFolders }, means, run);
  }
}

async function writeVideo(
  { cleared, item, path, mediaPath, listFolders }: ItemToWrite,
  means: ItemMeans,
  { signal, onProgress }: ItemRun,
): Promise<WrittenItem> {
  const { output, trackIds, branding, span = null } = item;
  if (mediaPath === null || output.kind !== 'video') throw new AppError('media-missing', { name: item.name });
  const probed = await probeMedia(mediaPath, await means.tools.paths(), signal);
  const mediaInfo = withSound(probed, cleared.project.meta.sound);
  const made = await exportVideo({
    cleared,
    output,
    trackIds,
    mediaPath,
    mediaInfo,
    targetPath: path,
    span,
    branding: await placeBranding(listFolders, branding ?? NO_BRANDING),
    tools: await means.tools.paths(needsOf(output, mediaInfo, isAltered(item), redactedIn(cleared.project))),
    fontFolder: means.fontFolder,
    campaignFolders: listFolders,
    temporaryFolder: means.cacheFolder,
    frameTimes: mediaInfo.video ? await frameTimesOf(mediaPath, mediaInfo, means, signal) : null,
    signal,
    onProgress,
  });
  const fonts = familiesOf(await campaignFonts(listFolders));
  const fingerprint = await fingerprintFile(mediaPath);
  const known = await knownRatios({ cacheFolder: means.cacheFolder, fingerprint });
  const contrast = contrastOfItem(cleared.project, item, { media: mediaInfo, fonts, contrast: known });
  return { checks: [...made.checks, ...(contrast ? contrastChecks(contrast) : [])], attached: made.attached };
}

/** What is known of the contrast with the picture; it is measured beforehand, on request. */
function contrastChecks(contrast: OutputContrast): ExportCheck[] {
  const low = contrastSentence(contrast);
  const count = contrast.unmeasured;
  if (low !== null) return [{ code: 'contrast', result: 'failed', message: low }];
  return count > 0
    ? [
        {
          code: CONTRAST_UNMEASURED,
          result: 'note',
          message: formatMessage('export.contrast.unmeasured', { count }),
        },
      ]
    : [{ code: 'contrast', result: 'passed', message: formatMessage('export.contrast.passed') }];
}

/** Size and times of the pictures, as far as they can be had: subtitles are written without them too. */
async function picturesOf(mediaPath: string | null, means: ItemMeans, { signal }: ItemRun) {
  const none = { video: null, frameTimes: null };
  if (mediaPath === null) return none;
  const info = await means.tools
    .paths()
    .then((tools) => probeMedia(mediaPath, tools, signal))
    .catch(() => null);
  if (!info?.video) return none;
  const frameTimes = await frameTimesOf(mediaPath, info, means, signal).catch(() => null);
  return { video: { width: info.video.displayWidth, height: info.video.displayHeight }, frameTimes };
}

async function frameTimesOf(
  path: string,
  info: MediaInfo,
  means: ItemMeans,
  signal: AbortSignal | undefined,
) {
  const [tools, fingerprint] = [await means.tools.paths(), await fingerprintFile(path)];
  return (await buildFrameIndex(path, tools, { info, cacheFolder: means.cacheFolder, fingerprint, signal }))
    .timesMs;
}
