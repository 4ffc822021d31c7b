/** `[line, text]` of every piece of human text in the source of a `.tsx` file; lines are 1-based. */
export function humanText(fileName: string, text: string): [line: number, text: string][];
