import { expect, it } from 'vitest';
import { parseRational, standardRate } from '../../../../shared/ffmpeg/rational';

it.each([
  ['25/1', { num: 25, den: 1 }],
  ['30000/1001', { num: 30000, den: 1001 }],
  ['4:3', { num: 4, den: 3 }],
  ['0/0', null],
  ['0:1', null],
  ['25', null],
  ['-1/2', null],
  ['1e9/1', null],
  [undefined, null],
])('%s', (text, value) => {
  expect(parseRational(text)).toEqual(value);
});

it.each([
  ['19001/634', '30000/1001'],
  ['2997/100', '30000/1001'],
  ['23976/1000', '24000/1001'],
  ['24/1', '24/1'],
  ['24000/1001', '24000/1001'],
  ['25/1', '25/1'],
  ['23/1', '23/1'],
  ['27/2', '27/2'],
])('%s is meant as %s', (measured, meant) => {
  const rate = parseRational(measured);
  expect(rate && standardRate(rate)).toEqual(parseRational(meant));
});
