import { basename, dirname, join } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import type { Input } from '../../shared/api/contract';
import { AppError } from '../../shared/api/errors';
import { withSound } from '../../shared/domain/sound';
import { needsOf } from '../../shared/video/needs';
import { exportVideo, type VideoBranding } from '../services/export/export-video';
import { fingerprintFile } from '../services/media/fingerprint';
import { buildFrameIndex } from '../services/media/frame-index';
import { probeMedia } from '../services/media/probe';
import { createClearing } from './clearing';
import type { ServiceParts } from './parts';

/** Videos of a project. What this ffmpeg cannot do is said before a job begins. */
export function videoHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, 'export.video'> {
  const { files, jobs, projects, tools, folders, options } = parts;
  const clearing = createClearing(parts);
  return {
    'export.video': async ({ session, output, tracks, target, span, branding, override }) => {
      check(session);
      const mediaPath = await projects.mediaPath(session);
      const { sound } = projects.get(session).meta;
      const mediaInfo = withSound(await probeMedia(mediaPath, await tools.paths()), sound);
      if (!mediaInfo.video) throw new AppError('no-video', { name: basename(mediaPath) });
      const found = await tools.paths(needsOf(output, mediaInfo, span !== null));
      const cleared = await clearing.cleared(session, output, tracks, override);
      const targetPath = files.pathOf(target);
      const pictures = brandingPaths(parts, branding);
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
          const { path, durationMs, checks } = await exportVideo({
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
            campaignFolders: clearing.guarded(session).map((path) => dirname(path)),
            temporaryFolder: cacheFolder,
            frameTimes: index.timesMs,
            signal,
            onProgress: progress,
          });
          return { kind: 'export-video', file: await files.info(path), durationMs, checks: [...checks] };
        },
      });
    },
  };
}

function brandingPaths({ files }: ServiceParts, branding: Input<'export.video'>['branding']): VideoBranding {
  const { logo = null, endCard = null } = branding ?? {};
  return {
    ...(logo ? { logo: { path: files.pathOf(logo.file), corner: logo.corner } } : {}),
    ...(endCard ? { endCard: { path: files.pathOf(endCard.file), durationMs: endCard.durationMs } } : {}),
  };
}
