import { basename, dirname, join } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import type { Input } from '../../shared/api/contract';
import { AppError } from '../../shared/api/errors';
import { NO_BRANDING } from '../../shared/domain/branding';
import { withSound } from '../../shared/domain/sound';
import { redactedIn } from '../../shared/redaction/summary';
import { needsOf } from '../../shared/video/needs';
import { placeBranding, type PlacedBranding } from '../services/branding/campaign-branding';
import { withCleaned, type GivenBranding } from '../services/branding/clean-brand';
import { exportVideo } from '../services/export/export-video';
import { makeStill } from '../services/export/still';
import { campaignFonts } from '../services/fonts/campaign-fonts';
import { digestOf, finished, recordBeside } from '../services/export/record';
import { fingerprintFile } from '../services/media/fingerprint';
import { buildFrameIndex } from '../services/media/frame-index';
import { createNewest } from '../services/jobs/newest';
import { probeMedia } from '../services/media/probe';
import { createClearing, languagesOf } from './clearing';
import type { ServiceParts } from './parts';

/** Videos of a project. What this ffmpeg cannot do is said before a job begins. */
export function videoHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, 'export.video' | 'export.still'> {
  const { files, jobs, means, projects, tools, folders, options } = parts;
  const clearing = createClearing(parts);
  const newestStill = createNewest();
  return {
    'export.still': async ({ session, output, track, branding, atMs, card }) => {
      check(session);
      return newestStill(session, async (signal) => {
        const mediaPath = await projects.mediaPath(session);
        const mediaInfo = await probeMedia(mediaPath, await tools.paths(), signal);
        const { project, redacted } = await clearing.published(session, output, [track]);
        const found = await tools.paths(needsOf(output, mediaInfo, true, redacted));
        const cache = { cacheFolder: folders.cache, fingerprint: await fingerprintFile(mediaPath) };
        const index = redacted.picture
          ? await buildFrameIndex(mediaPath, found, { info: mediaInfo, ...cache, signal })
          : null;
        const campaignFolders = clearing.guarded(session).map((path) => dirname(path));
        const { bytes, size } = await makeStill({
          ...{ project, output, trackId: track, atMs, mediaPath, mediaInfo, tools: found },
          branding: await placeBranding(campaignFolders, branding),
          isCard: card,
          fontFolder: means.fontFolder,
          ownFonts: await campaignFonts(campaignFolders),
          temporaryFolder: folders.cache,
          frameTimes: index?.timesMs ?? null,
          signal,
        });
        return { base64: Buffer.from(bytes).toString('base64'), ...size };
      });
    },
    'export.video': async ({
      session,
      output,
      tracks,
      target,
      span,
      branding,
      given,
      override,
      manifest,
    }) => {
      check(session);
      const mediaPath = await projects.mediaPath(session);
      const { sound } = projects.get(session).meta;
      const mediaInfo = withSound(await probeMedia(mediaPath, await tools.paths()), sound);
      if (!mediaInfo.video) throw new AppError('no-video', { name: basename(mediaPath) });
      const asked = given ?? branding;
      const isChanged = span !== null || Boolean(asked?.logo ?? asked?.endCard);
      const own = given && ownPictures(parts, given);
      const cleared = await clearing.cleared(session, output, tracks, override);
      const redacted = redactedIn(cleared.project);
      const found = await tools.paths(needsOf(output, mediaInfo, isChanged, redacted));
      const targetPath = files.pathOf(target);
      const fingerprint = await fingerprintFile(mediaPath);
      return jobs.start({
        kind: 'export-video',
        subject: basename(targetPath),
        run: async ({ signal, progress }) => {
          const cacheFolder = folders.cache;
          const index = await buildFrameIndex(mediaPath, found, {
            info: mediaInfo,
            cacheFolder,
            fingerprint,
            signal,
          });
          const campaignFolders = clearing.guarded(session).map((path) => dirname(path));
          const cleaning = { tools: found, temporaryFolder: cacheFolder, signal };
          const make = (pictures: PlacedBranding) =>
            exportVideo({
              cleared,
              output,
              trackIds: tracks,
              mediaPath,
              mediaInfo,
              targetPath,
              span,
              branding: pictures,
              tools: found,
              fontFolder: join(options.distFolder, 'fonts'),
              campaignFolders,
              temporaryFolder: cacheFolder,
              frameTimes: index.timesMs,
              signal,
              onProgress: progress,
            });
          const { path, durationMs, checks, attached } = own
            ? await withCleaned(own, cleaning, make)
            : await make(await placeBranding(campaignFolders, branding ?? NO_BRANDING));
          const languages = languagesOf(cleared.project, tracks);
          const inputs = { output, tracks, span, branding, project: cleared.project, version: means.version };
          const made = {
            path,
            output,
            languages,
            checks,
            attached,
            inputs: digestOf(inputs),
            media: fingerprint,
          };
          await recordBeside(finished(cleared, made), means, { isWanted: manifest === true });
          return { kind: 'export-video', file: await files.info(path), durationMs, checks: [...checks] };
        },
      });
    },
  };
}

function ownPictures(
  { files }: ServiceParts,
  { logo, endCard }: NonNullable<Input<'export.video'>['given']>,
): GivenBranding {
  return {
    logo: logo && { ...logo, path: files.pathOf(logo.file) },
    endCard: endCard && { ...endCard, path: files.pathOf(endCard.file) },
  };
}
