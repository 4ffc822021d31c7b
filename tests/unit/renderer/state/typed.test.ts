import { describe, expect, it } from 'vitest';
import { keepTyped, lendTyped } from '../../../../renderer/state/typed';

describe('texts that are being typed', () => {
  it('are kept by each open field, as often as asked, until it is closed', () => {
    const kept: string[] = [];
    const first = lendTyped(() => kept.push('first'));
    const second = lendTyped(() => {
      kept.push('second');
      // A field may close itself over being kept.
      second();
    });
    keepTyped();
    keepTyped();
    expect(kept).toEqual(['first', 'second', 'first']);
    first();
    keepTyped();
    expect(kept).toHaveLength(3);
  });
});
