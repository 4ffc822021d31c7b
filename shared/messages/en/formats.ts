/** English: formats. */
export const formats = {} as const;
