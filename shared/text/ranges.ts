/** Ranges shown of many. */
const MOST = 12;

/** Whole numbers, ascending, as people write many of them: `1–3, 7`. Of very many the first, then `…`. */
export function numberRanges(numbers: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of numbers) {
    const range = ranges.at(-1);
    if (range && number === range[1] + 1) range[1] = number;
    else ranges.push([number, number]);
  }
  const shown = ranges.slice(0, MOST).map(([first, last]) => {
    return first === last ? `${first}` : last === first + 1 ? `${first}, ${last}` : `${first}–${last}`;
  });
  return [...shown, ...(ranges.length > MOST ? ['…'] : [])].join(', ');
}
