import { basename, dirname } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import { drawnTrack } from '../../shared/contrast/looks';
import { familiesOf } from '../../shared/style/campaign-families';
import { knownContrast, measureContrast } from '../services/contrast/contrast';
import { campaignFonts } from '../services/fonts/campaign-fonts';
import { fingerprintFile } from '../services/media/fingerprint';
import { buildFrameIndex } from '../services/media/frame-index';
import { probeMedia } from '../services/media/probe';
import { createClearing } from './clearing';
import type { ServiceParts } from './parts';

/** How subtitles stand out from the picture under them: what is known, and measuring the rest as a job. */
export function contrastHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, Extract<keyof Handlers, `contrast.${string}`>> {
  const { jobs, projects, tools, folders, means } = parts;
  const { guarded } = createClearing(parts);
  const look = async (session: string, trackId: string) => {
    check(session);
    const project = projects.get(session);
    const track = project.tracks.find(({ id }) => id === trackId);
    if (!track) throw new AppError('bad-request', { reason: `there is no track ${trackId}` });
    const ownFonts = await campaignFonts(guarded(session).map((path) => dirname(path)));
    const families = familiesOf(ownFonts).map(({ family }) => family);
    const cues = project.cues.filter((cue) => cue.trackId === trackId);
    const drawn = drawnTrack(project, track, cues, families);
    const path = await projects.mediaPath(session);
    const cache = { cacheFolder: folders.cache, fingerprint: await fingerprintFile(path) };
    return { drawn, path, cache, ownFonts };
  };
  return {
    'contrast.known': async ({ session, track }) => {
      const { drawn, cache } = await look(session, track);
      return { cues: await knownContrast(drawn, cache) };
    },
    'contrast.measure': async ({ session, track }) => {
      const { drawn, path, cache, ownFonts } = await look(session, track);
      const info = await probeMedia(path, await tools.paths());
      const found = await tools.paths(['ass', ...(info.video?.hdr ? ['zscale', 'tonemap'] : [])]);
      if (!info.video) throw new AppError('no-video', { name: basename(path) });
      return jobs.start({
        kind: 'contrast',
        subject: basename(path),
        key: `contrast ${session} ${track}`,
        run: async ({ signal, progress }) => {
          const { fontFolder } = means;
          const timesMs =
            drawn.covers.length > 0
              ? (await buildFrameIndex(path, found, { ...cache, info, signal })).timesMs
              : [];
          const options = { ...cache, drawn, info, timesMs, fontFolder, ownFonts, tools: found };
          const cues = await measureContrast(path, { ...options, signal, onProgress: progress });
          return { kind: 'contrast', cues };
        },
      });
    },
  };
}
