/** The values of the rows that are wanted, in order; unlike `filter`, which holds each as an object while it collects, hours of them take no more than they are. */
export function picked(values: Float32Array, isWanted: (row: number) => boolean): Float32Array {
  let count = 0;
  for (let row = 0; row < values.length; row++) if (isWanted(row)) count++;
  const found = new Float32Array(count);
  let at = 0;
  for (let row = 0; row < values.length; row++) if (isWanted(row)) found[at++] = values[row] ?? 0;
  return found;
}
