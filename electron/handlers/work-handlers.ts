import { basename, dirname, join } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import type { ExportOutput } from '../../shared/domain/export';
import type { MediaInfo } from '../../shared/domain/media';
import type { MediaReference } from '../../shared/domain/project';
import { familiesOf } from '../../shared/style/campaign-families';
import { campaignFonts } from '../services/fonts/campaign-fonts';
import { PLAIN_OUTPUT } from '../services/text/encode';
import { exportSubtitles, subtitleLimits } from '../services/export/subtitles';
import { digestOf, finished, noteOf, recordBeside, type FinishedFile } from '../services/export/record';
import type { Cleared } from '../services/safety/clearance';
import { exportTranscript } from '../services/export/transcript';
import { fingerprintFile } from '../services/media/fingerprint';
import { buildFrameIndex } from '../services/media/frame-index';
import { makeSample } from '../services/sample/sample';
import { readTranscriptAside } from '../services/transcript/read-aside';
import { readFileCapped } from '../platform/files';
import { alignHandlers } from './align-handlers';
import { createClearing, languagesOf } from './clearing';
import type { ServiceParts } from './parts';
import { queueHandlers } from './queue-handlers';
import { translationHandlers } from './translation-handlers';
import { retimeHandlers } from './retime-handlers';
import { videoHandlers } from './video-handlers';
import { reviewHandlers } from './review-handlers';

type Names =
  `${'translation' | 'queue' | 'review' | 'retime' | 'transcript' | 'align' | 'export' | 'sample'}.${string}`;

/** What is done with a project: reading a transcript, aligning, exporting; and the sample to try it on. */
export function workHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, Extract<keyof Handlers, Names>> {
  return {
    ...transcriptHandlers(parts),
    ...alignHandlers(parts, check),
    ...retimeHandlers(parts, check),
    ...reviewHandlers(parts, check),
    ...translationHandlers(parts, check),
    ...exportHandlers(parts, check),
    ...videoHandlers(parts, check),
    ...queueHandlers(parts, check),
    ...sampleHandlers(parts),
  };
}

/** Largest transcript or subtitle file that is read; a 50-MB one is said to be too large before it is. */
const MAX_TEXT_BYTES = 50 * 1024 * 1024 - 1;

function transcriptHandlers({ files }: ServiceParts): Pick<Handlers, 'transcript.read'> {
  return {
    'transcript.read': async ({ source, language, encoding }) => {
      if (source.kind === 'text') return readTranscriptAside({ text: source.text }, language, encoding);
      if (source.kind === 'bytes')
        return readTranscriptAside(
          { bytes: Buffer.from(source.base64, 'base64'), name: source.name },
          language,
          encoding,
        );
      const path = files.pathOf(source.file);
      return readTranscriptAside(
        { bytes: await readFileCapped(path, MAX_TEXT_BYTES), name: basename(path) },
        language,
        encoding,
      );
    },
  };
}

function exportHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, 'export.limits' | 'export.subtitles' | 'export.transcript'> {
  const { files, means, projects, tools, folders, media } = parts;
  /** Size and times of the pictures, as far as they can be had: subtitles are written without them too. */
  const pictures = async (reference: MediaReference | null, path: string | null) => {
    const { info } = await media.stateOf(reference, path);
    if (!info?.video || path === null) return { video: null, frameTimes: null };
    const video = { width: info.video.displayWidth, height: info.video.displayHeight };
    const frameTimes = await frameTimesOf(path, info).catch(() => null);
    return { video, frameTimes };
  };
  const frameTimesOf = async (path: string, info: MediaInfo) => {
    const cacheFolder = folders.cache;
    const fingerprint = await fingerprintFile(path);
    return (await buildFrameIndex(path, await tools.paths(), { info, cacheFolder, fingerprint })).timesMs;
  };
  const { guarded, cleared } = createClearing(parts);
  const record = (
    seen: Cleared,
    { trackIds, ...made }: Pick<FinishedFile, 'path' | 'output' | 'checks'> & { trackIds: readonly string[] },
    manifest: boolean | undefined,
  ) => {
    const { project } = seen;
    const isTranscript = made.output.kind === 'transcript';
    const languages = isTranscript ? [project.meta.language] : languagesOf(project, trackIds);
    const inputs = digestOf({ output: made.output, trackIds, project, version: means.version });
    const file = finished(seen, { ...made, languages, inputs, media: null });
    return recordBeside(file, means, { isWanted: manifest === true });
  };
  const fontsOf = async (session: string) =>
    familiesOf(await campaignFonts(guarded(session).map((path) => dirname(path))));
  return {
    'export.limits': async ({ session, track, format, options: chosen }) => {
      check(session);
      const { project } = projects.state(session);
      const seen = await pictures(project.meta.media, projects.mediaPlace(session));
      const fonts = await fontsOf(session);
      return { issues: subtitleLimits({ project, trackId: track, format, ...chosen, ...seen, fonts }) };
    },
    'export.subtitles': async ({ session, track, format, target, options: chosen, override, manifest }) => {
      check(session);
      const targetPath = files.pathOf(target);
      const { project } = projects.state(session);
      const { speakers = false, output: text = PLAIN_OUTPUT } = chosen ?? {};
      const output: ExportOutput = { kind: 'subtitles', format, speakers, text };
      const seen = await cleared(session, output, [track], override);
      const { path, cues, issues } = await exportSubtitles({
        cleared: seen,
        trackId: track,
        format,
        targetPath,
        ...chosen,
        sourcePaths: guarded(session),
        fonts: await fontsOf(session),
        ...(await pictures(project.meta.media, projects.mediaPlace(session))),
      });
      await record(seen, { path, output, trackIds: [track], checks: issues.map(noteOf) }, manifest);
      return { file: await files.info(path), cues, issues: [...issues] };
    },
    'export.transcript': async ({ session, format, target, speakers, times, override, manifest }) => {
      check(session);
      const targetPath = files.pathOf(target);
      const sourcePaths = guarded(session);
      const output: ExportOutput = { kind: 'transcript', format, speakers, times };
      const seen = await cleared(session, output, [], override);
      const { path, paragraphs } = await exportTranscript({
        cleared: seen,
        format,
        targetPath,
        sourcePaths,
        speakers,
        times,
      });
      await record(seen, { path, output, trackIds: [], checks: [] }, manifest);
      return { file: await files.info(path), paragraphs };
    },
  };
}

function sampleHandlers({ files, folders, jobs, tools }: ServiceParts): Pick<Handlers, 'sample.make'> {
  return {
    'sample.make': async () => {
      const { ffmpeg } = await tools.paths(['libx264']);
      const folder = join(folders.data, 'sample');
      return jobs.start({
        kind: 'sample',
        subject: 'sample-interview.mp4',
        key: 'sample',
        run: async ({ signal, progress }) => {
          const made = await makeSample({ folder, ffmpegPath: ffmpeg, signal, onProgress: progress });
          return {
            kind: 'sample',
            media: await files.info(made.mediaPath),
            transcript: await files.info(made.transcriptPath),
          };
        },
      });
    },
  };
}
