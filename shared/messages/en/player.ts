/** English: player. */
export const player = {} as const;
