/** The command line as people run it: the built program in a process, a folder and a home of its own. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '..', '..', 'build', 'outspoken.mjs');
const POLL_MS = 20;

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  /** Ctrl-C as a terminal gives it: to the program and everything in its group. */
  readonly interrupt: () => void;
  /** What it said on stderr so far. */
  readonly stderr: () => string;
  readonly ended: Promise<CliRun>;
}

export interface CliPlace {
  /** Where the command runs; holds nothing at first. */
  readonly folder: string;
  /** `TMPDIR` of the command, of nobody else. */
  readonly scratch: string;
  start(args: readonly string[], env?: Readonly<Record<string, string>>): RunningCli;
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliRun>;
  /** Process ids of everything alive that was started from here, by its environment (Linux). */
  alive(): number[];
  remove(): void;
}

/** A working folder, `OUTSPOKEN_HOME` and `TMPDIR` for runs of the command line, all new. */
export function cliPlace(): CliPlace {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'outspoken-test-cli-')));
  const [folder, scratch, home] = [join(root, 'work'), join(root, 'tmp'), join(root, 'home')];
  for (const path of [folder, scratch, home]) mkdirSync(path);
  const start: CliPlace['start'] = (args, env = {}) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: { ...process.env, OUTSPOKEN_HOME: home, TMPDIR: scratch, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const ended = new Promise<CliRun>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
    });
    return {
      interrupt: () => {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      },
      stderr: () => stderr,
      ended,
    };
  };
  return {
    folder,
    scratch,
    start,
    run: (args, env) => start(args, env).ended,
    alive: () => startedFrom(scratch),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function startedFrom(scratch: string): number[] {
  const marker = `TMPDIR=${scratch}`;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => environmentOf(pid).includes(marker)).map(Number);
}

/** Empty for a process that has ended meanwhile or belongs to someone else. */
function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Waits until `isSo`; throws when the command ended first. */
export async function whileRunning(running: RunningCli, isSo: () => boolean): Promise<void> {
  let end: CliRun | null = null;
  void running.ended.then((run) => (end = run));
  while (!isSo()) {
    if (end) throw new Error(`it ended first: ${JSON.stringify(end)}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** What `--json` printed; throws unless stdout is exactly one object on one line. */
export function theObject({ stdout, stderr }: CliRun): unknown {
  if (!/^\{[^\n]*\}\n$/.test(stdout)) throw new Error(`not one object: ${stdout}\n${stderr}`);
  return JSON.parse(stdout);
}
