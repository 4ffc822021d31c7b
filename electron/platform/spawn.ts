/** The only place that starts other programs. No shell is ever involved; nothing started here outlives the app. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { AppError } from '../../shared/api/errors';
import { formatMessage } from '../../shared/messages/index';
import { LineSplitter } from '../../shared/ffmpeg/lines';

/** How long a tool may take to end itself after SIGTERM before it is killed. */
const GRACE_MS = 2000;
/** How long to wait for a killed tree to vanish before giving up on it. */
const GIVE_UP_MS = 1000;
const POLL_MS = 20;
const TAIL_LINES = 40;
/** Output that nobody streams is collected up to here: far above any probe, far below the machine's memory. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

type Child = ChildProcessByStdio<Writable | null, Readable, Readable>;

export interface RunToolOptions {
  /** Path or name of the program. */
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string | undefined;
  /** Replaces the environment; by default ours without `FFREPORT` (which would write a log of file names). */
  readonly env?: NodeJS.ProcessEnv | undefined;
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Most that is collected into `stdout`; more stops the tool. Default 64 MiB. */
  readonly maxOutputBytes?: number | undefined;
  /** What the tool works on (file name without folder), for the message of a time limit. */
  readonly subject?: string | undefined;
  /** Written to its stdin, which then ends; a tool that does not read it to the end is no error. Default: it has no stdin. */
  readonly stdin?: Iterable<string> | undefined;
  /** Takes stdout instead of collecting it. Awaited before more is read: a slow taker slows the tool down. */
  readonly onStdout?: ((chunk: Buffer) => void | Promise<void>) | undefined;
  /** Longest line of stdout that is given whole, in UTF-16 units; of a longer one the beginning. Default 16,384. */
  readonly maxLine?: number | undefined;
  /** Takes stdout by lines (UTF-8, ends at `\n`, `\r` or both) instead of collecting it. */
  readonly onStdoutLine?: ((line: string) => void) | undefined;
  readonly onStderrLine?: ((line: string) => void) | undefined;
}

export interface ToolRun {
  /** Exit code; null when a signal from outside ended it. */
  readonly code: number | null;
  /** Empty where `onStdout` or `onStdoutLine` took it. */
  readonly stdout: Buffer;
  /** Last 40 lines of stderr, oldest first. */
  readonly stderrTail: readonly string[];
}

/**
 * Runs a program to its end and answers with its exit code, whatever that is: callers judge it.
 *
 * On abort, time limit, too much output or an exception in a taker the whole process tree is stopped (SIGTERM, SIGKILL
 * after 2 s; `taskkill /T /F` on Windows), and the promise rejects only once it is gone: files can be removed then.
 * Throws `cancelled`, `timeout`, `tool-missing`, `tool-failed` (too much output, cannot be started), or what a taker threw.
 */
export async function runTool(options: RunToolOptions): Promise<ToolRun> {
  if (options.signal?.aborted) throw new AppError('cancelled');
  const child = start(options);
  const exited = exitOf(child, options);
  const failure = new FirstFailure(() => stopTree(child));
  const tail = new LineTail(options.onStderrLine);
  const stopWatching = watchLimits(options, failure);
  try {
    const [code, stdout] = await Promise.all([
      exited,
      readStdout(child, options).catch((error: unknown) => failure.set(error)),
      readLines(child.stderr, (line) => tail.push(line)).catch((error: unknown) => failure.set(error)),
    ]);
    await failure.rethrow();
    return { code, stdout: stdout ?? Buffer.alloc(0), stderrTail: tail.lines };
  } finally {
    stopWatching();
    living.delete(child);
  }
}

/** Remembers what went wrong first and stops the tree once. */
class FirstFailure {
  #error: unknown;
  #stopped: Promise<void> | null = null;
  readonly #stop: () => Promise<void>;

  constructor(stop: () => Promise<void>) {
    this.#stop = stop;
  }

  set(error: unknown): undefined {
    if (this.#stopped) return;
    this.#error = error;
    this.#stopped = this.#stop();
  }

  async rethrow(): Promise<void> {
    if (!this.#stopped) return;
    await this.#stopped;
    throw this.#error;
  }
}

class LineTail {
  readonly lines: string[] = [];
  readonly #also: ((line: string) => void) | undefined;

  constructor(also: ((line: string) => void) | undefined) {
    this.#also = also;
  }

  push(line: string): void {
    this.lines.push(line);
    if (this.lines.length > TAIL_LINES) this.lines.shift();
    this.#also?.(line);
  }
}

function start(options: RunToolOptions): Child {
  killAllOnExit();
  const { FFREPORT: _, ...ours } = process.env;
  const how = {
    cwd: options.cwd,
    env: options.env ?? ours,
    shell: false,
    // A group of its own lets the whole tree be signalled at once.
    detached: process.platform !== 'win32',
    windowsHide: true,
  };
  const args = [...options.args];
  const child: Child = options.stdin
    ? spawn(options.command, args, { ...how, stdio: ['pipe', 'pipe', 'pipe'] })
    : spawn(options.command, args, { ...how, stdio: ['ignore', 'pipe', 'pipe'] });
  if (child.pid !== undefined) living.add(child);
  if (options.stdin) feed(child, options.stdin);
  return child;
}

/** Writes as fast as it is read. That nobody reads to the end shows in what the tool answers, not here. */
function feed(child: Child, input: Iterable<string>): void {
  if (!child.stdin) return;
  const lines = Readable.from(input);
  child.stdin.on('error', () => lines.destroy());
  child.stdin.on('close', () => lines.destroy());
  lines.pipe(child.stdin);
}

function exitOf(child: Child, options: RunToolOptions): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => resolve(code));
    child.once('error', (error: NodeJS.ErrnoException) => {
      if (child.pid === undefined) reject(startError(error, options));
    });
  });
}

function startError(error: NodeJS.ErrnoException, { command, cwd }: RunToolOptions): AppError {
  const tool = basename(command);
  // A missing working folder is also reported as ENOENT of the command.
  if (cwd !== undefined && !existsSync(cwd)) return new AppError('not-found', { name: basename(cwd) });
  if (error.code === 'ENOENT' || error.code === 'EACCES')
    return new AppError('tool-missing', {
      tool,
      consequence: formatMessage('tools.missing.consequence'),
      remedy: formatMessage('tools.missing.remedy'),
    });
  return new AppError('tool-failed', { tool, reason: error.message });
}

function watchLimits(options: RunToolOptions, failure: FirstFailure): () => void {
  const { signal, timeoutMs } = options;
  const onAbort = () => failure.set(new AppError('cancelled'));
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          const name = options.subject ?? basename(options.command);
          failure.set(new AppError('timeout', { name, seconds: Math.round(timeoutMs / 1000) }));
        }, timeoutMs);
  return () => {
    signal?.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  };
}

async function readStdout(child: Child, options: RunToolOptions): Promise<Buffer> {
  const { onStdout, onStdoutLine, maxLine } = options;
  if (onStdoutLine) await readLines(child.stdout, onStdoutLine, maxLine);
  else if (onStdout) for await (const chunk of chunksOf(child.stdout)) await onStdout(chunk);
  else return collect(child, options);
  return Buffer.alloc(0);
}

async function collect(child: Child, options: RunToolOptions): Promise<Buffer> {
  const limit = options.maxOutputBytes ?? MAX_OUTPUT_BYTES;
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(child.stdout)) {
    bytes += chunk.length;
    if (bytes > limit)
      throw new AppError('tool-failed', { tool: basename(options.command), reason: 'too much output' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readLines(stream: Readable, onLine: (line: string) => void, maxLine?: number): Promise<void> {
  const splitter = new LineSplitter(onLine, maxLine);
  const decoder = new TextDecoder();
  for await (const chunk of chunksOf(stream)) splitter.push(decoder.decode(chunk, { stream: true }));
  splitter.end();
}

function chunksOf(stream: Readable): AsyncIterable<Buffer> {
  // A pipe without an encoding set yields Buffers only; node types them as any.
  return stream as AsyncIterable<Buffer>;
}

/** Ends a child and everything it started; resolves when they are gone. */
async function stopTree(child: Child): Promise<void> {
  if (child.pid === undefined) return;
  signalTree(child, 'SIGTERM');
  if (!(await isGoneWithin(child, GRACE_MS))) {
    signalTree(child, 'SIGKILL');
    await isGoneWithin(child, GIVE_UP_MS);
  }
  // Something that left the group may still hold the pipes: stop listening to it.
  child.stdin?.destroy();
  child.stdout.destroy();
  child.stderr.destroy();
}

function signalTree(child: Child, signal: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  if (child.pid === undefined) return false;
  if (process.platform === 'win32') {
    if (signal !== 0) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true });
    return child.exitCode === null && child.signalCode === null;
  }
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}

async function isGoneWithin(child: Child, limitMs: number): Promise<boolean> {
  for (let waited = 0; waited < limitMs; waited += POLL_MS) {
    if (!signalTree(child, 0)) return true;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return !signalTree(child, 0);
}

const living = new Set<Child>();
let isWatchingExit = false;

function killAllOnExit(): void {
  if (isWatchingExit) return;
  isWatchingExit = true;
  process.on('exit', killAll);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const onSignal = () => {
      // A host that handles the signal ends its jobs itself; only without one do we stand in for the default.
      if (process.listenerCount(signal) > 1) return;
      killAll();
      process.removeListener(signal, onSignal);
      process.kill(process.pid, signal);
    };
    process.on(signal, onSignal);
  }
}

function killAll(): void {
  for (const child of living) signalTree(child, 'SIGKILL');
}
