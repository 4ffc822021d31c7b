import { basename, dirname } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import { withSound } from '../../shared/domain/sound';
import type { Input, TextSource } from '../../shared/api/contract';
import { AppError } from '../../shared/api/errors';
import type { Project } from '../../shared/domain/project';
import { familiesOf } from '../../shared/style/campaign-families';
import { campaignFonts } from '../services/fonts/campaign-fonts';
import { coversOf } from '../../shared/edits/redaction';
import { buildFrameIndex } from '../services/media/frame-index';
import { probeMedia } from '../services/media/probe';
import { digestOf, finished, recordBeside } from '../services/export/record';
import { fingerprintFile } from '../services/media/fingerprint';
import { readReview, reviewsAt, type ReviewSource } from '../services/review/read-reviews';
import { writePacket } from '../services/review/write-packet';
import { knownShots } from '../services/shots/shots';
import { Cleared } from '../services/safety/clearance';
import { protectedNames } from '../services/safety/name-lists';
import { createClearing, languagesOf } from './clearing';
import type { ServiceParts } from './parts';

/** Packets for reviewers, and reading what they send back. */
export function reviewHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, 'review.packet' | 'review.read'> {
  const { files, folders, jobs, means, options, projects, tools } = parts;
  const footage = async ({ session, choice }: Input<'review.packet'>) => {
    // Without a recording the packet is worth making even where the footage is somewhere else.
    if (choice.media === 'none') return null;
    const path = await projects.mediaPath(session);
    const found = await tools.paths(['libx264']);
    const { sound } = projects.get(session).meta;
    return { path, info: withSound(await probeMedia(path, found), sound), tools: found };
  };
  const { guarded } = createClearing(parts);
  return {
    'review.packet': async (input) => {
      const { session, choice, target, override, manifest } = input;
      check(session);
      const sourcePaths = guarded(session);
      const names = await protectedNames(sourcePaths.map((path) => dirname(path)));
      const scope = {
        trackIds: tracksShown(projects.get(session), choice.trackIds),
        transcript: choice.transcript,
      };
      const cleared = Cleared.from(
        projects.get(session),
        { ...scope, speakers: true, labels: true, comments: true },
        { names, override },
      );
      const targetPath = files.pathOf(target);
      const recording = await footage(input);
      const fonts = familiesOf(await campaignFonts(sourcePaths.map((path) => dirname(path))));
      return jobs.start({
        kind: 'packet',
        subject: basename(targetPath),
        run: async ({ signal, progress }) => {
          const frameTimes =
            recording?.info.video && coversOf(cleared.project).length > 0
              ? await buildFrameIndex(recording.path, recording.tools, {
                  info: recording.info,
                  cacheFolder: folders.cache,
                  fingerprint: await fingerprintFile(recording.path),
                  signal,
                })
              : null;
          const written = await writePacket({
            cleared,
            choice,
            targetPath,
            sourcePaths,
            distFolder: options.distFolder,
            cacheFolder: folders.cache,
            footage: recording && { ...recording, frameTimes: frameTimes?.timesMs ?? null },
            shotsMs: recording
              ? await knownShots({
                  cacheFolder: folders.cache,
                  fingerprint: await fingerprintFile(recording.path),
                })
              : null,
            fonts,
            signal,
            onProgress: progress,
          });
          const { media, transcript } = choice;
          const inputs = digestOf({ choice, project: cleared.project, version: means.version });
          const made = finished(cleared, {
            path: written,
            output: { kind: 'packet', media, transcript },
            languages: languagesOf(cleared.project, choice.trackIds),
            checks: [],
            inputs,
            media: null,
          });
          await recordBeside(made, means, { isWanted: manifest === true });
          return { kind: 'packet', file: await files.info(written) };
        },
      });
    },
    'review.read': async ({ session, sources }) => {
      check(session);
      const { project } = projects.state(session);
      const found = (await Promise.all(sources.map((source) => sourcesOf(parts, source)))).flat();
      const reviews = [];
      for (const source of found) reviews.push(await readReview(source, project));
      return { reviews };
    },
  };
}

/** The tracks chosen, and that of the spoken language: what they render is shown beside them. */
function tracksShown({ tracks }: Project, chosen: readonly string[]): string[] {
  const rendered = tracks.filter(({ id, kind }) => kind === 'source' && chosen.some((one) => one !== id));
  return [...new Set([...chosen, ...rendered.map(({ id }) => id)])];
}

async function sourcesOf({ files }: ServiceParts, source: TextSource): Promise<ReviewSource[]> {
  switch (source.kind) {
    case 'file':
      return reviewsAt(files.pathOf(source.file));
    case 'bytes':
      return [{ name: source.name, read: async () => Buffer.from(source.base64, 'base64') }];
    case 'text':
      throw new AppError('bad-request', { reason: 'a review comes as a file' });
  }
}
