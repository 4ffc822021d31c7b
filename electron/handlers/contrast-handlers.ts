import { basename, dirname } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import { drawnTrack, type OtherPicture } from '../../shared/contrast/looks';
import type { MediaInfo, VideoStream } from '../../shared/domain/media';
import type { PictureShape } from '../../shared/domain/video-output';
import { familiesOf } from '../../shared/style/campaign-families';
import { PLAIN_BURN_IN } from '../../shared/video/complete';
import { knownContrast, measureContrast } from '../services/contrast/contrast';
import { campaignFonts } from '../services/fonts/campaign-fonts';
import { fingerprintFile } from '../services/media/fingerprint';
import { buildFrameIndex } from '../services/media/frame-index';
import { probeMedia } from '../services/media/probe';
import { createClearing } from './clearing';
import type { ServiceParts } from './parts';

interface Looked {
  readonly families: readonly string[];
  readonly other: OtherPicture | null;
}

function pictureOf(path: string, { video }: MediaInfo): VideoStream {
  if (!video) throw new AppError('no-video', { name: basename(path) });
  return video;
}

/** How subtitles stand out from the picture under them: what is known, and measuring the rest as a job. */
export function contrastHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, Extract<keyof Handlers, `contrast.${string}`>> {
  const { jobs, projects, tools, folders, means } = parts;
  const { guarded, published } = createClearing(parts);
  const probed = async (path: string) => probeMedia(path, await tools.paths());
  const look = async (session: string, trackId: string, shape: PictureShape | undefined) => {
    check(session);
    const project = projects.get(session);
    const track = project.tracks.find(({ id }) => id === trackId);
    if (!track) throw new AppError('bad-request', { reason: `there is no track ${trackId}` });
    const path = await projects.mediaPath(session);
    const other = shape ? { shape, video: pictureOf(path, await probed(path)) } : null;
    const ownFonts = await campaignFonts(guarded(session).map((path) => dirname(path)));
    const families = familiesOf(ownFonts).map(({ family }) => family);
    const cues = project.cues.filter((cue) => cue.trackId === trackId);
    const drawn = drawnTrack(project, track, cues, families, other);
    const cache = { cacheFolder: folders.cache, fingerprint: await fingerprintFile(path) };
    return { drawn, path, other, families, cache, ownFonts };
  };
  /** The track as an export shows it: with pseudonyms, which look otherwise than the names. */
  const inExport = async (session: string, trackId: string, { families, other }: Looked) => {
    const { project } = await published(session, PLAIN_BURN_IN, [trackId]);
    const [track] = project.tracks;
    return track ? [drawnTrack(project, track, project.cues, families, other)] : [];
  };
  return {
    'contrast.known': async ({ session, track, shape }) => {
      const { drawn, cache } = await look(session, track, shape);
      return { cues: await knownContrast(drawn, cache) };
    },
    'contrast.measure': async ({ session, track, shape }) => {
      const looked = await look(session, track, shape);
      const { drawn, path, cache, ownFonts } = looked;
      const info = await probed(path);
      const { hdr } = pictureOf(path, info);
      const others = shape ? await inExport(session, track, looked) : [];
      const found = await tools.paths(['ass', ...(hdr ? ['zscale', 'tonemap'] : [])]);
      return jobs.start({
        kind: 'contrast',
        subject: basename(path),
        key: `contrast ${session} ${track} ${JSON.stringify(shape ?? null)}`,
        run: async ({ signal, progress }) => {
          const { fontFolder } = means;
          const timesMs =
            drawn.covers.length > 0
              ? (await buildFrameIndex(path, found, { ...cache, info, signal })).timesMs
              : [];
          const options = { ...cache, info, timesMs, fontFolder, ownFonts, tools: found, signal };
          const cues = await measureContrast(path, { ...options, drawn, onProgress: progress });
          // What was measured is known by now: only what looks otherwise is looked at.
          for (const one of others) await measureContrast(path, { ...options, drawn: one });
          return { kind: 'contrast', cues };
        },
      });
    },
  };
}
