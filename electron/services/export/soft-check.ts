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
export async function checkSoftTracks({ job, target, softTracks }: VideoRun): Promise<ExportCheck[]> {
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
  ];
}

/** What tells one track from another for a viewer, as one text. */
function identity({ language, title, isDefault, isForced }: Omit<SoftTrack, 'file' | 'format'>): string {
  return JSON.stringify([language, title, isDefault, isForced]);
}

function tracksIn(text: string): string[] {
  const parsed = ProbeJson.safeParse(JSON.parse(text));
  if (!parsed.success) return [];
  return parsed.data.streams
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
