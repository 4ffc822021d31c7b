/**
 * Whether two values hold the same plain data (what JSON can carry). A field set to undefined counts as absent.
 * Near O(size of the smaller), O(1) for the same reference. Depth is that of the data.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && sameItems(a, b);
  return sameFields(a, b);
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => sameData(item, b[index]));
}

/** Makes nothing on its way: it runs for every record that an edit touches. */
function sameFields(a: object, b: object): boolean {
  let set = 0;
  for (const name of Object.keys(a)) {
    const value: unknown = Reflect.get(a, name);
    if (value === undefined) continue;
    if (!Object.hasOwn(b, name) || !sameData(value, Reflect.get(b, name))) return false;
    set += 1;
  }
  for (const name of Object.keys(b)) if (Reflect.get(b, name) !== undefined) set -= 1;
  return set === 0;
}
