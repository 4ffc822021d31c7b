import { formatMessage } from '../../../shared/messages/index';
import type { ClipSpan } from '../../../shared/video/clip';
import type { CommandContext, OptionSpec } from '../common/command-line/command';
import { parseTime } from '../common/command-line/time';
import { UsageError } from '../common/command-line/usage-error';

/** Which stretch of the film, by times. */
export const TIME_SPAN_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  from: { type: 'string', value: 'TIME', help: 'cli.option.from' },
  to: { type: 'string', value: 'TIME', help: 'cli.option.clipTo' },
};

/** What `--from` and `--to` say; null where neither is given. Throws `UsageError` for what is no stretch of time. */
export function timeSpan({ text }: CommandContext): ClipSpan | null {
  const [from, to] = [text('from'), text('to')];
  if (from === undefined && to === undefined) return null;
  const [startMs, endMs] = [parseTime(from ?? ''), parseTime(to ?? '')];
  if (startMs !== null && endMs !== null && endMs > startMs) return { startMs, endMs };
  throw new UsageError(formatMessage('cli.clip.times', { from: from ?? '', to: to ?? '' }));
}
