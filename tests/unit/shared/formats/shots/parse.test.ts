import { describe, expect, it } from 'vitest';
import { parseShots } from '../../../../../shared/formats/shots/parse';

describe('parseShots', () => {
  it.each([
    ['12.5\n3\r\n\n# a note\n3', [3000, 12_500]],
    ['\ufeff1:02:03.25\n02:03,5', [123_500, 3_723_250]],
    ['', []],
  ])('%j', (text, shotsMs) => {
    expect(parseShots(text)).toEqual({ shotsMs });
  });

  it.each(['1\nsoon', '1\n-4', '1\n1e9', '1\n<svg>'])('%j names its line', (text) => {
    expect(parseShots(text)).toEqual({ badLine: 2 });
  });
});
