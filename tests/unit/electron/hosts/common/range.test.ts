import { describe, expect, it } from 'vitest';
import { parseRange } from '../../../../../electron/hosts/common/range';

describe('parseRange', () => {
  it.each([
    ['bytes=0-99', 1000, { first: 0, last: 99 }],
    ['bytes=0-', 1000, { first: 0, last: 999 }],
    ['bytes=900-5000', 1000, { first: 900, last: 999 }],
    ['bytes=-100', 1000, { first: 900, last: 999 }],
    ['bytes=-5000', 1000, { first: 0, last: 999 }],
    ['bytes=999-999', 1000, { first: 999, last: 999 }],
    ['bytes=2147483648-', 4294967296, { first: 2147483648, last: 4294967295 }],
  ])('%s of %d', (header, size, range) => expect(parseRange(header, size)).toEqual(range));

  it.each([
    ['bytes=1000-', 1000],
    ['bytes=-0', 1000],
    ['bytes=0-', 0],
    ['bytes=-1', 0],
  ])('%s of %d cannot be satisfied', (header, size) =>
    expect(parseRange(header, size)).toBe('unsatisfiable'),
  );

  it.each([undefined, '', 'bytes=', 'bytes=-', 'lines=0-1', 'bytes=0-1,5-6', 'bytes=5-1', 'bytes=a-b'])(
    'ignores %s',
    (header) => expect(parseRange(header, 1000)).toBeNull(),
  );
});
