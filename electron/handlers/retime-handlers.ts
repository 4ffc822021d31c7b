import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import { knownSound } from '../../shared/domain/sound';
import { probeMedia } from '../services/media/probe';
import { retimeCues, type RetimeTarget } from '../services/retime/retime-cues';
import type { ServiceParts } from './parts';

/** Putting the cues of a track in step with the footage or with another track, as a job. */
export function retimeHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, 'retime.start'> {
  const { jobs, projects, tools } = parts;
  const footage = async (session: string): Promise<RetimeTarget> => {
    const mediaPath = await projects.mediaPath(session);
    const found = await tools.paths();
    const info = await probeMedia(mediaPath, found);
    const { container, startMs } = info;
    const sound = knownSound(info, projects.get(session).meta.sound);
    return { kind: 'media', mediaPath, ffmpegPath: found.ffmpeg, timeline: { container, startMs }, sound };
  };
  return {
    'retime.start': async ({ session, track, other }) => {
      check(session);
      const { cues, meta } = projects.get(session);
      const own = cues.filter(({ trackId }) => trackId === track);
      const spans = cues.filter(({ trackId }) => trackId === other);
      if (own.length === 0 || (other !== null && spans.length === 0)) throw new AppError('no-cues');
      const durationMs = meta.media?.durationMs ?? null;
      const target: RetimeTarget =
        other === null ? await footage(session) : { kind: 'cues', spans, durationMs };
      return jobs.start({
        kind: 'retime',
        subject: meta.title,
        key: `retime ${session}`,
        run: async ({ signal, progress }) => ({
          kind: 'retime',
          cues: own.map(({ id }) => id),
          retiming: await retimeCues({ cues: own, target, signal, onProgress: progress }),
        }),
      });
    },
  };
}
