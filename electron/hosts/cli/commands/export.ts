import { basename } from 'node:path';
import type { OpenedProject, SubtitleFormat } from '../../../../shared/api/contract';
import type { Track } from '../../../../shared/domain/track';
import { formatMessage } from '../../../../shared/messages/index';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { pathOperand, targetOption } from '../../common/command-line/paths';
import { UsageError } from '../../common/command-line/usage-error';
import { clientOf } from '../client';
import { finishJob } from '../jobs';

const FORMATS: readonly SubtitleFormat[] = ['srt', 'vtt', 'ass'];

export const exportCommand: Command = {
  name: 'export',
  operands: 'PROJECT',
  help: 'cli.export.help',
  arity: [1, 1],
  options: {
    srt: { type: 'string', value: 'FILE', help: 'cli.option.srt' },
    vtt: { type: 'string', value: 'FILE', help: 'cli.option.vtt' },
    ass: { type: 'string', value: 'FILE', help: 'cli.option.ass' },
    burn: { type: 'string', value: 'FILE', help: 'cli.option.burn' },
    height: { type: 'string', value: 'LINES', help: 'cli.option.height' },
    track: { type: 'string', value: 'TAG', help: 'cli.option.track' },
    force: { type: 'boolean', help: 'cli.option.force' },
  },
  async run(context) {
    const { open, output, signal } = context;
    const project = pathOperand(context, 0);
    const texts = FORMATS.flatMap((format) => {
      const path = targetOption(context, format, [`.${format}`]);
      return path === null ? [] : [{ format, path }];
    });
    const burn = targetOption(context, 'burn', ['.mp4']);
    const height = heightOption(context);
    if (texts.length === 0 && burn === null) throw new UsageError(formatMessage('cli.nothingToDo'));
    const services = await open();
    const client = clientOf(services);
    const { handle } = await client.call('files.find', { path: project });
    const opened = await client.call('project.open', { file: handle });
    for (const notice of opened.notices) output.note(notice.message);
    const { session } = opened;
    const track = chosenTrack(context, opened).id;
    const written = [];
    for (const { format, path } of texts) {
      const result = await client.call('export.subtitles', {
        session,
        track,
        format,
        target: services.mint(path),
      });
      for (const { line, message } of result.issues)
        output.line(formatMessage('cli.issue', { line, message }));
      output.line(formatMessage('cli.written', { file: basename(path) }));
      written.push({ kind: format, file: path, cues: result.cues, issues: result.issues });
    }
    if (burn !== null) {
      const target = services.mint(burn);
      const start = () => client.call('export.video', { session, track, target, height });
      const { durationMs } = await finishJob(client, output, signal, 'export-video', start);
      output.line(formatMessage('cli.written', { file: basename(burn) }));
      written.push({ kind: 'video', file: burn, durationMs });
    }
    await client.call('project.close', { session });
    output.object({ written });
    return EXIT.done;
  },
};

function heightOption({ text }: CommandContext): number | null {
  const value = text('height');
  if (value === undefined) return null;
  const height = Number(value);
  if (!Number.isInteger(height) || height < 64 || height > 4320)
    throw new UsageError(formatMessage('cli.wrongHeight', { value }));
  return height;
}

function chosenTrack({ text }: CommandContext, { project }: OpenedProject): Track {
  const language = text('track');
  const found =
    language === undefined
      ? (project.tracks.find(({ kind }) => kind === 'source') ?? project.tracks[0])
      : project.tracks.find((track) => track.language === language);
  if (found) return found;
  const known = project.tracks.map((track) => track.language).join(', ');
  throw new UsageError(formatMessage('cli.noTrack', { language: language ?? '', known }));
}
