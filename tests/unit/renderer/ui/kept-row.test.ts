import { describe, expect, it } from 'vitest';
import { rowsWith } from '../../../../renderer/ui/kept-row';

describe('rowsWith', () => {
  it.each([
    [[3, 4, 5], undefined, [3, 4, 5]],
    [[3, 4, 5], -1, [3, 4, 5]],
    [[3, 4, 5], 4, [3, 4, 5]],
    [[3, 4, 5], 0, [0, 3, 4, 5]],
    [[3, 4, 5], 90, [3, 4, 5, 90]],
    [[9, 10, 11], 2, [2, 9, 10, 11]],
  ])('%j with %j is %j', (rows, kept, expected) => expect(rowsWith(rows, kept)).toEqual(expected));
});
