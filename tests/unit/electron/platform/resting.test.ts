import { expect, it } from 'vitest';
import { resting } from '../../../../electron/platform/resting';

it('lets others have their turn between steps, and gives the result', async () => {
  const order: string[] = [];
  setImmediate(() => order.push('other'));
  const result = await resting(
    (function* () {
      order.push('first');
      yield;
      order.push('second');
      return 7;
    })(),
  );
  expect([result, ...order]).toEqual([7, 'first', 'other', 'second']);
});
