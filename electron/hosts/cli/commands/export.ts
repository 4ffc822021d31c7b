import { basename, extname } from 'node:path';
import { TranscriptFormat, type SubtitleFormat } from '../../../../shared/api/contract';
import { SUBTITLE_ENDINGS } from '../../../../shared/formats/endings';
import { PLAIN_BURN_IN } from '../../../../shared/video/complete';
import { formatMessage } from '../../../../shared/messages/index';
import { WRITES_ALONE_OPTIONS, writesAloneOptions } from '../../common/command-line/allow-names';
import type { Command, OptionSpec } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { FORCE_OPTION, pathOperand, targetOption } from '../../common/command-line/paths';
import { textOutputOption } from '../../common/command-line/text-output';
import { UsageError } from '../../common/command-line/usage-error';
import { clientOf } from '../client';
import { exportPlans } from '../export-plans';
import { finishJob } from '../jobs';
import { chosenTrack } from '../make-video';
import { heightOption, PLAN_OPTIONS } from '../plan-options';

const FORMATS = Object.keys(SUBTITLE_ENDINGS) as SubtitleFormat[];
/** One for each format: where that goes. */
const FORMAT_OPTIONS: Readonly<Record<string, OptionSpec>> = Object.fromEntries(
  FORMATS.map((format) => [format, { type: 'string', value: 'FILE', help: `cli.option.${format}` }] as const),
);
const TRANSCRIPTS = TranscriptFormat.options;

export const exportCommand: Command = {
  name: 'export',
  operands: 'PROJECT…',
  help: 'cli.export.help',
  arity: [1, 10_000],
  options: {
    ...PLAN_OPTIONS,
    ...WRITES_ALONE_OPTIONS,
    ...FORMAT_OPTIONS,
    transcript: { type: 'string', value: 'FILE', help: 'cli.option.transcript' },
    contrast: { type: 'boolean', help: 'cli.option.exportContrast' },
    times: { type: 'boolean', help: 'cli.option.times' },
    burn: { type: 'string', value: 'FILE', help: 'cli.option.burn' },
    track: { type: 'string', value: 'TAG', help: 'cli.option.track' },
    ...FORCE_OPTION,
  },
  async run(context) {
    if (context.text('preset') !== undefined) return exportPlans(context);
    const { open, output, signal, positionals } = context;
    if (positionals.length > 1) throw new UsageError(formatMessage('cli.plan.needsPreset'));
    const project = pathOperand(context, 0);
    const texts = FORMATS.flatMap((format) => {
      const path = targetOption(context, format, SUBTITLE_ENDINGS[format]);
      return path === null ? [] : [{ format, path }];
    });
    const transcript = targetOption(
      context,
      'transcript',
      TRANSCRIPTS.map((format) => `.${format}`),
    );
    const alone = writesAloneOptions(context);
    const options = { speakers: context.flag('speakers'), output: textOutputOption(context) };
    const burn = targetOption(context, 'burn', ['.mp4']);
    const height = heightOption(context);
    if (texts.length === 0 && burn === null && transcript === null)
      throw new UsageError(formatMessage('cli.nothingToDo'));
    const services = await open();
    const client = clientOf(services);
    const { handle } = await client.call('files.find', { path: project });
    const opened = await client.call('project.open', { file: handle });
    for (const notice of opened.notices) output.note(notice.message);
    const { session } = opened;
    const needsTrack = texts.length > 0 || burn !== null;
    const track = needsTrack ? chosenTrack(context, opened).id : '';
    const written = [];
    for (const { format, path } of texts) {
      const { issues } = await client.call('export.limits', { session, track, format, options });
      for (const { line, message } of issues) output.line(formatMessage('cli.issue', { line, message }));
      const result = await client.call('export.subtitles', {
        session,
        track,
        format,
        target: services.mint(path),
        options,
        ...alone,
      });
      output.line(formatMessage('cli.written', { file: basename(path) }));
      written.push({ kind: format, file: path, cues: result.cues, issues: result.issues });
    }
    if (transcript !== null) {
      const format = TranscriptFormat.parse(extname(transcript).slice(1).toLowerCase());
      const { paragraphs } = await client.call('export.transcript', {
        session,
        format,
        target: services.mint(transcript),
        // A transcript without its speakers is of little use; pseudonyms stand in wherever they are set.
        speakers: true,
        times: context.flag('times'),
        ...alone,
      });
      output.line(formatMessage('cli.written', { file: basename(transcript) }));
      written.push({ kind: `transcript-${format}`, file: transcript, paragraphs });
    }
    if (burn !== null) {
      const target = services.mint(burn);
      const start = () =>
        client.call('export.video', {
          session,
          output: { ...PLAIN_BURN_IN, height },
          tracks: [track],
          target,
          span: null,
          ...alone,
        });
      const { durationMs } = await finishJob(client, output, signal, 'export-video', start);
      output.line(formatMessage('cli.written', { file: basename(burn) }));
      written.push({ kind: 'video', file: burn, durationMs });
    }
    await client.call('project.close', { session });
    output.object({ written });
    return EXIT.done;
  },
};
