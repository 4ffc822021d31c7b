import { basename, extname, resolve } from 'node:path';
import type { Client } from '../../../../shared/api/client';
import type { RetimedSegment } from '../../../../shared/domain/retiming';
import { formatMessage } from '../../../../shared/messages/index';
import { subtitleFormatOf } from '../../../services/convert/subtitle-file';
import type { RetimeTarget } from '../../../services/retime/retime-cues';
import { retimeFile, targetFromFile, type RetimedFile } from '../../../services/retime/retime-file';
import { WRITES_ALONE_OPTIONS, writesAloneOptions } from '../../common/command-line/allow-names';
import { usageLine } from '../../common/command-line/arguments';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { FORCE_OPTION, pathOperand, targetOption } from '../../common/command-line/paths';
import { formatTime } from '../../common/command-line/time';
import { VERSION } from '../../common/version';
import { UsageError } from '../../common/command-line/usage-error';
import { clientOf } from '../client';
import { ffmpegPath } from '../tools';

/** Under this a person should look. */
const SURE_FROM = 0.9;

export const retime: Command = {
  name: 'retime',
  operands: 'SUBTITLE',
  help: 'cli.retime.help',
  arity: [1, 1],
  options: {
    to: { type: 'string', value: 'VIDEO|SUBTITLE', help: 'cli.option.to' },
    output: { type: 'string', short: 'o', value: 'OUT', help: 'cli.option.output' },
    encoding: { type: 'string', value: 'NAME', help: 'cli.option.encoding' },
    ...WRITES_ALONE_OPTIONS,
    ...FORCE_OPTION,
  },
  async run(context) {
    const { output, signal, text } = context;
    const source = pathOperand(context, 0);
    const other = text('to');
    if (other === undefined) throw missing('to');
    const target = targetOption(context, 'output', [extname(source).toLowerCase() || '.srt']);
    if (target === null) throw missing('output');
    const to = resolve(context.workingFolder, other);
    const found = await retimeFile({
      source,
      output: target,
      target: await targetOf(context, to),
      encoding: text('encoding') ?? null,
      keep: [to],
      version: VERSION,
      ...writesAloneOptions(context),
      signal,
      onProgress: (progress) =>
        output.progress({
          id: 'retime',
          kind: 'retime',
          subject: basename(source),
          progress,
          etaMs: null,
          state: 'running',
          error: null,
        }),
    });
    tell(context, found, target);
    return EXIT.done;
  },
};

function missing(option: string): UsageError {
  return new UsageError(formatMessage('cli.missingOption', { option, usage: usageLine(retime) }));
}

async function targetOf({ open }: CommandContext, path: string): Promise<RetimeTarget> {
  if (subtitleFormatOf(path)) return targetFromFile(path);
  const client: Client = clientOf(await open());
  const { handle } = await client.call('files.find', { path });
  const { tools } = await client.call('app.info', {});
  const ffmpeg = ffmpegPath(tools);
  const { container, startMs } = await client.call('media.probe', { file: handle });
  return { kind: 'media', mediaPath: path, ffmpegPath: ffmpeg, timeline: { container, startMs } };
}

function tell(
  { output }: CommandContext,
  { retiming, cues, moved, issues }: RetimedFile,
  file: string,
): void {
  for (const { line, message } of issues) output.note(formatMessage('cli.issue', { line, message }));
  for (const segment of retiming.segments) {
    output.line(segmentLine(segment, retiming.rate));
    const [first, last] = [segment.firstCue + 1, segment.lastCue + 1];
    if (segment.confidence < SURE_FROM) output.line(formatMessage('cli.retime.unsure', { first, last }));
  }
  const leftOut = moved.filter(({ to }) => to === null);
  for (const { cue, from } of leftOut) {
    const [start, end] = [from.startMs, from.endMs].map((ms) => formatTime(Math.max(0, ms)));
    output.line(formatMessage('cli.retime.leftOut', { cue, start: start ?? '', end: end ?? '' }));
  }
  const counts = { moved: moved.length - leftOut.length, leftOut: leftOut.length };
  output.line(formatMessage('cli.retime.done', { ...counts, file: basename(file) }));
  output.object({
    file,
    cues,
    rate: retiming.rate,
    segments: retiming.segments.map(({ firstCue, lastCue, offsetMs, confidence }) => {
      return { fromCue: firstCue + 1, toCue: lastCue + 1, offsetMs, rate: retiming.rate, confidence };
    }),
    moved: moved.filter(({ to }) => to !== null),
    leftOut: leftOut.map(({ cue, from }) => ({ cue, from })),
    issues,
  });
}

function segmentLine({ firstCue, lastCue, offsetMs, confidence }: RetimedSegment, rate: number): string {
  const sign = offsetMs < 0 ? '-' : '+';
  return formatMessage('cli.retime.segment', {
    first: firstCue + 1,
    last: lastCue + 1,
    shift: `${sign}${(Math.abs(offsetMs) / 1000).toFixed(3)} s`,
    rate: rate === 1 ? 'same' : rate.toFixed(5),
    sure: Math.floor(confidence * 100),
  });
}
