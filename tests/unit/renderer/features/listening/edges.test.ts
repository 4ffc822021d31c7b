import { expect, test } from 'vitest';
import { edgeBetween } from '../../../../../renderer/features/listening/edges';
import { cue } from '../../../../support/sample-project';

const [a, b] = [cue('a', 0, 1000, 'A'), cue('b', 1000, 2000, 'B')];

test.each([
  ['a subtitle comes', null, a, 16, ['start'], a],
  ['it goes', a, null, 16, ['end'], null],
  ['another follows at once', a, b, 16, ['end', 'start'], b],
  ['the playhead is put into another', a, b, 5000, ['start'], b],
  ['the playhead is put back', b, a, -900, ['start'], a],
  ['the playhead is put where nothing is', a, null, -3000, [], null],
] as const)('%s', (_, before, now, stepMs, tones, shown) => {
  expect(edgeBetween(before, now, stepMs)).toEqual({ tones, shown });
});

test.each([
  ['goes on', a, { ...a, text: 'typed on' }],
  ['nothing is shown', null, null],
])('nothing is heard while it %s', (_, before, now) => expect(edgeBetween(before, now, 16)).toBeNull());
