/**
 * How likely each two sentences are to render each other, 0 to 1, by `source index × number of targets + target index`; pairs that
 * are unlikely are left out.
 */
export type Links = ReadonlyMap<number, number>;
