/** How one line of a dialogue begins. */
export interface DialogueDash {
  readonly mark: string;
  readonly hasSpace: boolean;
}

/** Hyphen, en dash, em dash or hyphen bullet before what somebody says; a minus, which stands right before its figure, is none. */
const DASH = /^((?:<i>)?\s*)([-–—‐])(?:([ \u00a0])(?=[^\s–—-])|(?=[^\s\d–—-]))/u;

/** The dash a line begins with, if it begins as a dialogue does. Mark-up before it does not count. */
export function dialogueDash(line: string): DialogueDash | null {
  const match = DASH.exec(line);
  return match ? { mark: match[2] ?? '-', hasSpace: match[3] !== undefined } : null;
}

/** The line with its dash written in another way; a line without one as it is. */
export function withDash(line: string, mark: string, space: boolean): string {
  return line.replace(DASH, (_, before: string) => `${before}${mark}${space ? ' ' : ''}`);
}

/** Whether at least two lines begin with a dash: two people speak. */
export function isDialogue(lines: readonly string[]): boolean {
  return lines.filter((line) => dialogueDash(line) !== null).length > 1;
}

/** The line breaks of a dialogue before which somebody else begins, by their place among all (0-based, ascending); none of other lines. */
export function turnBreaks(lines: readonly string[]): number[] {
  if (!isDialogue(lines)) return [];
  return lines.flatMap((line, n) => (n > 0 && dialogueDash(line) !== null ? [n - 1] : []));
}
