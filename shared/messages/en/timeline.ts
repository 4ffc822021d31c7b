/** English: timeline. */
export const timeline = {} as const;
