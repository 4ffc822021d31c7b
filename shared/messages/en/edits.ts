/** English: names of undo steps, one for each edit. */
export const edits = {} as const;
