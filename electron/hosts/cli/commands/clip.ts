import type { OpenedProject } from '../../../../shared/api/contract';
import { formatMessage } from '../../../../shared/messages/index';
import { spanOfCues, spanOfWords, wordsQuoted } from '../../../../shared/video/choose-span';
import type { ClipSpan } from '../../../../shared/video/clip';
import { WRITES_ALONE_OPTIONS } from '../../common/command-line/allow-names';
import { usageLine } from '../../common/command-line/arguments';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { UsageError } from '../../common/command-line/usage-error';
import { chosenTrack, makeVideo } from '../make-video';
import { TIME_SPAN_OPTIONS, timeSpan } from '../time-span';
import { VIDEO_OPTIONS, videoOutput, videoTarget } from '../video-options';

/** A stretch of the film as a video of its own, in any preset. */
export const clip: Command = {
  name: 'clip',
  operands: 'PROJECT',
  help: 'cli.clip.help',
  arity: [1, 1],
  options: {
    ...TIME_SPAN_OPTIONS,
    cues: { type: 'string', value: 'N-M', help: 'cli.option.cues' },
    words: { type: 'string', value: 'TEXT', help: 'cli.option.words' },
    plain: { type: 'boolean', help: 'cli.option.plain' },
    ...VIDEO_OPTIONS,
    ...WRITES_ALONE_OPTIONS,
  },
  async run(context) {
    const target = videoTarget(context, usageLine(clip));
    const delivery = context.flag('plain') ? 'none' : 'burn-in';
    const output = videoOutput(context, target, delivery);
    await makeVideo(context, target, (opened) => ({
      output,
      tracks: delivery === 'none' ? [] : [chosenTrack(context, opened).id],
      span: spanOption(context, opened),
    }));
    return EXIT.done;
  },
};

/** Exactly one way of saying which stretch. */
function spanOption(context: CommandContext, opened: OpenedProject): ClipSpan {
  const { text } = context;
  const [from, to, cues, words] = [text('from'), text('to'), text('cues'), text('words')];
  const ways = [from ?? to, cues, words].filter((way) => way !== undefined);
  if (ways.length !== 1) throw new UsageError(formatMessage('cli.clip.oneWay'));
  if (cues !== undefined) return cuesSpan(context, opened, cues);
  if (words !== undefined) return wordsSpan(opened, words);
  const times = timeSpan(context);
  if (times) return times;
  throw new UsageError(formatMessage('cli.clip.oneWay'));
}

function cuesSpan(context: CommandContext, opened: OpenedProject, value: string): ClipSpan {
  const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(value);
  const { id } = chosenTrack(context, opened);
  const track = opened.project.cues.filter(({ trackId }) => trackId === id);
  const first = Number(match?.[1] ?? 0);
  const span = match && spanOfCues(track, first, Number(match[2] ?? first));
  if (span) return span;
  throw new UsageError(formatMessage('cli.clip.cues', { value, count: track.length }));
}

function wordsSpan({ project }: OpenedProject, value: string): ClipSpan {
  const quoted = wordsQuoted(project, value);
  const span = quoted && spanOfWords(project, quoted);
  if (span) return span;
  throw new UsageError(formatMessage(quoted ? 'cli.clip.untimed' : 'cli.clip.notSaid', { text: value }));
}
