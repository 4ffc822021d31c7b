/** Texts that are being typed and are no step of the document yet: fields lend a way to make them one. */

const fields = new Set<() => void>();

/** For fields: `keep` records what is typed so far, if it changed, and leaves the field open. Returns what takes it back. */
export function lendTyped(keep: () => void): () => void {
  // A function of its own, so that one lent twice counts twice.
  const own = () => keep();
  fields.add(own);
  return () => fields.delete(own);
}

/** Records what is typed in every open field: before the project is saved, closed, or its page goes away. */
export function keepTyped(): void {
  for (const keep of [...fields]) keep();
}
