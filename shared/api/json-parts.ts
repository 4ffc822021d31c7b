/** An array longer than this is written in parts of so many items. */
const ITEMS_A_PART = 100;

/**
 * The JSON text of plain data in parts, each of them soon made: joined they are what `JSON.stringify` gives. `undefined` in a
 * field leaves it out and in an array is null, as there.
 */
export function* jsonParts(value: unknown): Generator<string, undefined> {
  if (typeof value !== 'object' || value === null) yield JSON.stringify(value ?? null);
  else if (Array.isArray(value)) yield* arrayParts(value);
  else yield* objectParts(value);
}

function* arrayParts(items: readonly unknown[]): Generator<string, undefined> {
  yield '[';
  if (items.length > ITEMS_A_PART)
    for (let from = 0; from < items.length; from += ITEMS_A_PART) {
      const part = JSON.stringify(items.slice(from, from + ITEMS_A_PART)).slice(1, -1);
      yield from === 0 ? part : `,${part}`;
    }
  else
    for (const [n, item] of items.entries()) {
      if (n > 0) yield ',';
      yield* jsonParts(item);
    }
  yield ']';
}

function* objectParts(value: object): Generator<string, undefined> {
  let mark = '{';
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    yield `${mark}${JSON.stringify(name)}:`;
    yield* jsonParts(field);
    mark = ',';
  }
  yield mark === '{' ? '{}' : '}';
}
