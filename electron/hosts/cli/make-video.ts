import { basename } from 'node:path';
import type { OpenedProject } from '../../../shared/api/contract';
import type { Track } from '../../../shared/domain/track';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { formatMessage } from '../../../shared/messages/index';
import type { ClipSpan } from '../../../shared/video/clip';
import { writesAloneOptions } from '../common/command-line/allow-names';
import type { CommandContext } from '../common/command-line/command';
import { pathOperand } from '../common/command-line/paths';
import { UsageError } from '../common/command-line/usage-error';
import { clientOf } from './client';
import { finishJob } from './jobs';
import { brandingOption } from './branding-options';

export interface VideoAsked {
  readonly output: VideoOutput;
  readonly tracks: readonly string[];
  readonly span: ClipSpan | null;
}

/** Opens the command's project, makes the video `ask` wants of it, and says what was done. */
export async function makeVideo(
  context: CommandContext,
  target: string,
  ask: (opened: OpenedProject) => VideoAsked,
): Promise<void> {
  const { output, signal } = context;
  const alone = writesAloneOptions(context);
  const services = await context.open();
  const client = clientOf(services);
  const { handle } = await client.call('files.find', { path: pathOperand(context, 0) });
  const opened = await client.call('project.open', { file: handle });
  for (const notice of opened.notices) output.note(notice.message);
  const { session } = opened;
  const asked = ask(opened);
  const branding = await brandingOption(context, services, session);
  const start = () =>
    client.call('export.video', {
      session,
      output: asked.output,
      tracks: [...asked.tracks],
      target: services.mint(target),
      span: asked.span && { startMs: Math.round(asked.span.startMs), endMs: Math.round(asked.span.endMs) },
      ...branding,
      ...alone,
    });
  const { durationMs, checks } = await finishJob(client, output, signal, 'export-video', start);
  for (const { message } of checks) output.note(message);
  output.line(formatMessage('cli.written', { file: basename(target) }));
  await client.call('project.close', { session });
  output.object({ file: target, durationMs, checks, span: asked.span });
}

/** The track of `--track`, or the source track. Throws `UsageError` for a language there is none of. */
export function chosenTrack({ text }: CommandContext, { project }: OpenedProject): Track {
  const language = text('track');
  const found =
    language === undefined
      ? (project.tracks.find(({ kind }) => kind === 'source') ?? project.tracks[0])
      : project.tracks.find((track) => track.language === language);
  return found ?? noTrack(project.tracks, language);
}

/** The tracks of `--track TAG,TAG`, or all of them, in the project's order. */
export function chosenTracks({ text }: CommandContext, { project }: OpenedProject): readonly Track[] {
  const languages = text('track')?.split(',');
  if (languages === undefined) return project.tracks.length > 0 ? project.tracks : [noTrack([], '')];
  return languages.map(
    (language) =>
      project.tracks.find((track) => track.language === language) ?? noTrack(project.tracks, language),
  );
}

function noTrack(tracks: readonly Track[], language = ''): never {
  const known = tracks.map((track) => track.language).join(', ');
  throw new UsageError(formatMessage('cli.noTrack', { language, known }));
}
