import { AppError } from '../../../shared/api/errors';
import type { ExportCheck } from '../../../shared/domain/export';
import { safeInputArguments } from '../../../shared/ffmpeg/input';
import { probeArguments, ProbeJson } from '../../../shared/ffmpeg/probe-json';
import type { SoftTrack } from '../../../shared/ffmpeg/soft-tracks';
import { formatMessage } from '../../../shared/messages/index';
import { runTool } from '../../platform/spawn';
import type { VideoRun } from './video-run';

const LIMIT_MS = 20_000;

/** Reads back what players will list: every track's language, name and flags. Throws `verification` where one differs. */
export async function checkSoftTracks(softRun: VideoRun): Promise<ExportCheck[]> {
  const { job, target, softTracks } = softRun;
  if (softTracks.length === 0) return [];
  const { tools, signal } = job;
  const run = await runTool({
    command: tools.ffprobe,
    args: probeArguments(safeInputArguments(target.temporaryPath)),
    timeoutMs: LIMIT_MS,
    subject: target.name,
    signal,
  });
  const found = tracksIn(run.stdout.toString('utf8'));
  const differs = softTracks.findIndex((track, n) => found[n] !== identity(track));
  if (differs >= 0 || found.length !== softTracks.length)
    throw new AppError('verification', {
      name: target.name,
      reason: formatMessage('export.reason.softTracks', { number: differs + 1 }),
    });
  const values = { count: softTracks.length, names: softTracks.map(({ title }) => title).join(', ') };
  return [
    { code: 'soft-tracks', result: 'passed', message: formatMessage('video.check.softTracks', values) },
    ...fontsCheck(run.stdout.toString('utf8'), softRun),
  ];
}

/** Whether the fonts of styled tracks are in the file. Throws `verification` where one is not. */
function fontsCheck(text: string, { target, attached }: VideoRun): ExportCheck[] {
  if (attached.length === 0) return [];
  const names = streamsIn(text)
    .filter(({ codec_type }) => codec_type === 'attachment')
    .map(({ tags }) => tags?.['filename']);
  const lost = attached.find(({ name }) => !names.includes(name));
  if (lost)
    throw new AppError('verification', {
      name: target.name,
      reason: formatMessage('export.reason.attached', { font: lost.name }),
    });
  const message = formatMessage('video.check.attached', { count: attached.length });
  return [{ code: 'attached-fonts', result: 'passed', message }];
}

/** What tells one track from another for a viewer, as one text. */
function identity({ language, title, isDefault, isForced }: Omit<SoftTrack, 'file' | 'format'>): string {
  return JSON.stringify([language, title, isDefault, isForced]);
}

function tracksIn(text: string): string[] {
  return streamsIn(text)
    .filter(({ codec_type }) => codec_type === 'subtitle')
    .map(({ tags, disposition }) =>
      identity({
        language: tags?.['language'] ?? '',
        title: tags?.['title'] ?? tags?.['handler_name'] ?? '',
        isDefault: disposition?.['default'] === 1,
        isForced: disposition?.['forced'] === 1,
      }),
    );
}

function streamsIn(text: string): ProbeJson['streams'] {
  const parsed = ProbeJson.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data.streams : [];
}
