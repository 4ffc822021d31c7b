import { basename } from 'node:path';
import type { OpenedProject, PacketChoice } from '../../../../shared/api/contract';
import type { Track } from '../../../../shared/domain/track';
import { packetLanguageFor, PacketLanguage } from '../../../../shared/review/packet';
import { formatMessage } from '../../../../shared/messages/index';
import { WRITES_ALONE_OPTIONS, writesAloneOptions } from '../../common/command-line/allow-names';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { FORCE_OPTION, pathOperand, targetOption } from '../../common/command-line/paths';
import { UsageError } from '../../common/command-line/usage-error';
import { clientOf } from '../client';
import { finishJob } from '../jobs';

const MEDIA = ['none', 'audio', 'video'] as const;
/** Lines of the small video where nobody says otherwise: mouths can be seen, and an hour stays under 200 MB. */
const HEIGHT = 240;

export const packet: Command = {
  name: 'packet',
  operands: 'PROJECT',
  help: 'cli.packet.help',
  arity: [1, 1],
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', help: 'cli.option.output' },
    track: { type: 'string', value: 'TAGS', help: 'cli.option.packet.track' },
    media: { type: 'string', value: 'KIND', help: 'cli.option.packet.media' },
    height: { type: 'string', value: 'LINES', help: 'cli.option.packet.height' },
    language: { type: 'string', value: 'TAG', help: 'cli.option.packet.language' },
    'no-transcript': { type: 'boolean', help: 'cli.option.packet.noTranscript' },
    ...WRITES_ALONE_OPTIONS,
    ...FORCE_OPTION,
  },
  async run(context) {
    const { open, output, signal } = context;
    const target = targetOption(context, 'output', ['.html', '.htm']);
    if (target === null) throw new UsageError(formatMessage('cli.packet.needsOutput'));
    const [media, height, asked] = [mediaOption(context), heightOption(context), pageLanguage(context)];
    const alone = writesAloneOptions(context);
    const services = await open();
    const client = clientOf(services);
    const { handle } = await client.call('files.find', { path: pathOperand(context, 0) });
    const opened = await client.call('project.open', { file: handle, readOnly: true });
    for (const notice of opened.notices) output.note(notice.message);
    const { session } = opened;
    const chosen = tracksAsked(context, opened);
    const choice: PacketChoice = {
      trackIds: chosen.map(({ id }) => id),
      language: asked ?? packetLanguageFor(chosen[0]?.language),
      transcript: !context.flag('no-transcript'),
      media,
      height,
    };
    const { file } = await finishJob(client, output, signal, 'packet', () =>
      client.call('review.packet', { session, choice, target: services.mint(target), ...alone }),
    );
    await client.call('project.close', { session });
    const size = file.sizeBytes ?? 0;
    output.line(formatMessage('cli.packet.written', { file: basename(target), size: megabytes(size) }));
    output.object({ file: target, sizeBytes: size, tracks: choice.trackIds.length, media });
    return EXIT.done;
  },
};

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function mediaOption({ text }: CommandContext): PacketChoice['media'] {
  const value = text('media') ?? 'none';
  const found = MEDIA.find((kind) => kind === value);
  if (!found) throw new UsageError(formatMessage('cli.packet.wrongMedia', { value }));
  return found;
}

function heightOption({ text }: CommandContext): number {
  const value = text('height') ?? String(HEIGHT);
  const height = Number(value);
  if (!Number.isInteger(height) || height < 64 || height > 720)
    throw new UsageError(formatMessage('cli.packet.wrongHeight', { value }));
  return height;
}

/** Null where nobody says: the page then follows its first track, as in the app. */
function pageLanguage({ text }: CommandContext): PacketLanguage | null {
  const value = text('language');
  if (value === undefined) return null;
  const found = PacketLanguage.safeParse(value);
  if (!found.success)
    throw new UsageError(
      formatMessage('cli.packet.wrongLanguage', { value, known: PacketLanguage.options.join(', ') }),
    );
  return found.data;
}

/** The tracks of the languages asked for, in that order; all of them where none is. */
function tracksAsked({ text }: CommandContext, { project }: OpenedProject): readonly Track[] {
  const wanted = text('track');
  if (wanted === undefined) return project.tracks;
  return wanted.split(',').flatMap((part) => {
    const language = part.trim();
    const found = project.tracks.filter((track) => track.language === language);
    if (found.length > 0) return found;
    const known = project.tracks.map((track) => track.language).join(', ');
    throw new UsageError(formatMessage('cli.noTrack', { language, known }));
  });
}
