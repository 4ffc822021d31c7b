/**
 * Whether two values hold the same plain data (what JSON can carry). A field set to undefined counts as absent.
 * Near O(size of the smaller), O(1) for the same reference. Depth is that of the data.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b);
  const left = fieldsOf(a);
  const right = new Map(fieldsOf(b));
  if (left.length !== right.size) return false;
  return left.every(([name, value]) => right.has(name) && sameData(value, right.get(name)));
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => sameData(item, b[index]));
}

function fieldsOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}
