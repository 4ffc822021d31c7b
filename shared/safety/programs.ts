/** Settings that name programs. Whoever may change them decides what runs on this computer, so a page alone may not. */
import type { Input, Settings } from '../api/contract';
import { AppError } from '../api/errors';

/** A program that is to be started from now on. */
export interface WantedProgram {
  readonly use: 'ffmpeg' | 'translator';
  /** The program and its arguments. */
  readonly command: readonly string[];
}

/** The programs that a change would have started and that are not in use already. Taking one away asks for nothing. */
export function wantedPrograms(before: Settings, change: Input<'settings.set'>): WantedProgram[] {
  const wanted: WantedProgram[] = [];
  const { ffmpegPath, translator } = change;
  if (typeof ffmpegPath === 'string' && ffmpegPath !== before.ffmpegPath)
    wanted.push({ use: 'ffmpeg', command: [ffmpegPath] });
  if (translator && JSON.stringify(translator) !== JSON.stringify(before.translator))
    wanted.push({ use: 'translator', command: [translator.program, ...translator.args] });
  return wanted;
}

/** Asks the person; null where nobody can be asked outside the page. */
export type ApproveProgram = ((program: WantedProgram) => Promise<boolean>) | null;

/** Throws `program-elsewhere` where nobody can be asked, `program-refused` where the person said no. */
export async function requireApproval(program: WantedProgram, approve: ApproveProgram): Promise<void> {
  const { use } = program;
  if (!approve) throw new AppError('program-elsewhere', { use });
  if (!(await approve(program))) throw new AppError('program-refused', { use });
}

/** Lines of a command that are shown; more fit no dialog. */
const MOST_LINES = 12;
const MOST_CHARACTERS = 200;

/** A command for a person to judge, an argument a line. What is invisible or turns the direction of text is written as its number. */
export function shownCommand(command: readonly string[]): string {
  const lines = command.map((part) => {
    const shown = part.replace(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu,
      (mark) => `\\u{${mark.codePointAt(0)?.toString(16) ?? ''}}`,
    );
    return shown.length > MOST_CHARACTERS ? `${shown.slice(0, MOST_CHARACTERS)}…` : shown;
  });
  return lines.length > MOST_LINES
    ? [...lines.slice(0, MOST_LINES), `… +${lines.length - MOST_LINES}`].join('\n')
    : lines.join('\n');
}
