/**
 * How Outspoken talks with a person's own translation program, in JSON Lines (UTF-8). To it, on stdin, one object a line:
 * `{"id":"…","text":"…"}`, with `"speaker":"…"` where somebody is named; then stdin ends. From it, on stdout, one object a line
 * in any order: `{"id":"…","text":"…"}`. It ends with exit code 0. Whatever else it writes there is counted and left out.
 */
import { z } from 'zod';
import type { Translator } from '../../domain/translator';
import { cleanPaste } from '../../text/clean-paste';
import { oneLine } from '../../text/unspaced';

/** Longest text that is taken, in UTF-16 units (that of a cue). */
const MAX_TEXT = 20_000;
/** Longest line that is read: a text of which every letter is escaped. */
export const MAX_ANSWER_LINE = 8 * MAX_TEXT;

/** A text to be translated. */
export interface MachineText {
  readonly id: string;
  /** One line, without mark-up. */
  readonly text: string;
  /** Who says it, by pseudonym where there is one. */
  readonly speaker: string | null;
}

const Answer = z.object({ id: z.string().max(64), text: z.string().max(MAX_TEXT) });

/** The line that asks for a text, with its line end. */
export function requestLine({ id, text, speaker }: MachineText): string {
  return `${JSON.stringify(speaker === null ? { id, text } : { id, text, speaker })}\n`;
}

/** What a line answers, cleaned of what nobody sees; null for everything that is no answer. */
export function readAnswer(line: string): { readonly id: string; readonly text: string } | null {
  const answer = Answer.safeParse(parsed(line));
  if (!answer.success) return null;
  const text = oneLine(cleanPaste(answer.data.text).text);
  return text === '' ? null : { id: answer.data.id, text };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** The program's arguments for a pair of languages. */
export function argumentsFor({ args }: Translator, source: string, target: string): string[] {
  return args.map((arg) => arg.replaceAll('{source}', source).replaceAll('{target}', target));
}
