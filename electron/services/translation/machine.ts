/** Runs the person's own translation program over texts. It is started without a shell and trusted in nothing it says. */
import { homedir } from 'node:os';
import { basename, delimiter, isAbsolute, join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { Cue } from '../../../shared/domain/track';
import type { Translator } from '../../../shared/domain/translator';
import {
  argumentsFor,
  MAX_ANSWER_LINE,
  readAnswer,
  requestLine,
} from '../../../shared/translation/machine/protocol';
import { machineTexts } from '../../../shared/translation/machine/requests';
import { statOrNull } from '../../platform/files';
import { runTool } from '../../platform/spawn';
import type { Cleared } from '../safety/clearance';

/** How long the program may go without an answer: large models take minutes to load on an old laptop. */
const SILENCE_MS = 300_000;
/** Lines that answer nothing after which the program is stopped. */
const MAX_ODD_LINES = 10_000;
/** Characters of one line of stderr that are shown. */
const MAX_SAID = 300;
const SAID_LINES = 12;

export interface MachineRun {
  readonly translator: Translator;
  /** The source track past the do-not-name lists: the program gets nothing else, whatever it does with it. */
  readonly cleared: Cleared;
  /** Cues of the translation that want a text. */
  readonly cues: readonly Cue[];
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  readonly signal: AbortSignal;
  readonly onProgress: (fraction: number) => void;
  readonly silenceMs?: number | undefined;
}

export interface MachineResult {
  /** By cue id; of several answers for one cue the first. */
  readonly texts: ReadonlyMap<string, string>;
  readonly asked: number;
  /** Lines that answered nothing that was asked. */
  readonly odd: number;
  /** The last lines of stderr, as plain text. */
  readonly said: readonly string[];
}

/**
 * What the program answers. Throws `translator-missing`, `cancelled`, `translator-silent` where no answer came for too long, and
 * `translator-failed` where it ended with an error, answered nothing or would not stop writing: then nothing of it counts.
 */
export async function runTranslator(run: MachineRun): Promise<MachineResult> {
  const { translator, sourceLanguage, targetLanguage, silenceMs = SILENCE_MS } = run;
  const name = basename(translator.program);
  const texts = machineTexts(run.cues, run.cleared.project);
  const open = new Set(texts.map(({ id }) => id));
  const answers = new Map<string, string>();
  const silence = new Silence(silenceMs);
  const said: string[] = [];
  let odd = 0;
  const take = (line: string) => {
    const answer = readAnswer(line);
    if (!answer || !open.delete(answer.id)) {
      odd += 1;
      if (odd > MAX_ODD_LINES + texts.length) throw failed(name, said, 'output');
      return;
    }
    answers.set(answer.id, answer.text);
    silence.broken();
    run.onProgress(answers.size / texts.length);
  };
  if (texts.length === 0) return { texts: answers, asked: 0, odd: 0, said };
  try {
    const { code } = await runTool({
      command: await programPath(translator.program),
      args: argumentsFor(translator, sourceLanguage, targetLanguage),
      // Not the campaign's folder: files of others lie there.
      cwd: homedir(),
      env: {
        ...process.env,
        OUTSPOKEN_SOURCE_LANGUAGE: sourceLanguage,
        OUTSPOKEN_TARGET_LANGUAGE: targetLanguage,
      },
      stdin: texts.map(requestLine),
      maxLine: MAX_ANSWER_LINE,
      onStdoutLine: take,
      onStderrLine: (line) => {
        said.push(printable(line));
        if (said.length > SAID_LINES) said.shift();
      },
      signal: AbortSignal.any([run.signal, silence.signal]),
    });
    if (code !== 0) throw failed(name, said, 'code', code);
    if (answers.size === 0) throw failed(name, said, 'nothing');
    return { texts: answers, asked: texts.length, odd, said };
  } catch (error) {
    if (silence.signal.aborted && !run.signal.aborted)
      throw new AppError('translator-silent', {
        program: name,
        seconds: Math.round(silenceMs / 1000),
        ...heard(said),
      });
    if (error instanceof AppError && error.code === 'tool-missing')
      throw new AppError('translator-missing', { program: name });
    throw error;
  } finally {
    silence.end();
  }
}

function failed(
  program: string,
  said: readonly string[],
  kind: 'code' | 'nothing' | 'output',
  code: number | null = null,
): AppError {
  return new AppError('translator-failed', { program, kind, code: code ?? -1, ...heard(said) });
}

function heard(said: readonly string[]): { readonly lines: number; readonly said: string } {
  return { lines: said.length, said: said.join(' · ') };
}

/** Aborts once nothing was heard for too long. */
class Silence {
  readonly #abort = new AbortController();
  readonly #limitMs: number;
  #timer: ReturnType<typeof setTimeout>;

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
    this.#timer = this.#wait();
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = this.#wait();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  #wait(): ReturnType<typeof setTimeout> {
    return setTimeout(() => this.#abort.abort(), this.#limitMs);
  }
}

/** A line without what a terminal would obey. */
function printable(line: string): string {
  return line.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, MAX_SAID);
}

/** The program itself: never one that lies in the current folder by chance. Throws `translator-missing`. */
export async function programPath(program: string): Promise<string> {
  const places = isAbsolute(program)
    ? [program]
    : /[\\/]/u.test(program)
      ? []
      : (process.env.PATH ?? '')
          .split(delimiter)
          .filter((folder) => isAbsolute(folder))
          .flatMap((folder) =>
            process.platform === 'win32'
              ? [join(folder, `${program}.exe`), join(folder, program)]
              : [join(folder, program)],
          );
  for (const path of places) {
    const found = await statOrNull(path).catch(() => null);
    if (found?.isFile()) return path;
  }
  throw new AppError('translator-missing', { program });
}
