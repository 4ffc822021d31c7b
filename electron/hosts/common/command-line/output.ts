import type { ErrorData, Job } from '../../../../shared/domain/job';
import { formatMessage } from '../../../../shared/messages/index';

export interface Output {
  readonly json: boolean;
  /** A line for a person on stdout; silent with `--json`. */
  line(text: string): void;
  /** The one object of `--json` on stdout; silent without it. */
  object(value: Readonly<Record<string, unknown>>): void;
  /** A note on stderr that never disturbs stdout. */
  note(text: string): void;
  progress(job: Job): void;
  error(error: ErrorData): void;
}

interface Stream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** At most one progress line a second where stderr is a file or a pipe: logs stay readable. */
const LOG_EVERY_MS = 1000;

/** Writes results to stdout and everything else to stderr. `now` in ms. */
export function createOutput(
  streams: { stdout: Stream; stderr: Stream },
  json: boolean,
  now: () => number,
): Output {
  const { stdout, stderr } = streams;
  let last = -Infinity;
  let open = false;
  const closeLine = () => {
    if (open) stderr.write('\n');
    open = false;
  };
  return {
    json,
    line: (text) => {
      closeLine();
      if (!json) stdout.write(`${printable(text)}\n`);
    },
    object: (value) => {
      closeLine();
      if (json) stdout.write(`${JSON.stringify(value)}\n`);
    },
    note: (text) => {
      closeLine();
      stderr.write(`${printable(text)}\n`);
    },
    progress(job) {
      if (job.state !== 'running') return closeLine();
      if (!stderr.isTTY && now() - last < LOG_EVERY_MS) return;
      last = now();
      const percent = Math.floor(job.progress * 100);
      const left =
        job.etaMs === null ? '' : formatMessage('cli.timeLeft', { seconds: Math.ceil(job.etaMs / 1000) });
      const text = `${job.kind} ${percent} %${left}`;
      stderr.write(stderr.isTTY ? `\r${text.padEnd(60)}` : `${text}\n`);
      open = stderr.isTTY === true;
    },
    error(error) {
      closeLine();
      if (json) stdout.write(`${JSON.stringify({ error })}\n`);
      stderr.write(`outspoken: ${printable(error.message)}\n`);
    },
  };
}

/** Text of a hostile file must not drive the terminal: control characters become visible ones. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, (character) =>
    character.charCodeAt(0) < 0x20 ? String.fromCharCode(0x2400 + character.charCodeAt(0)) : '\ufffd',
  );
}
