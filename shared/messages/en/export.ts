/** English: export. */
export const exports_ = {} as const;
