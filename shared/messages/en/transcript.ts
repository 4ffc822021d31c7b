/** English: transcript. */
export const transcript = {} as const;
