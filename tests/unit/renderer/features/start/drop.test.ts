import { describe, expect, it } from 'vitest';
import { canTake } from '../../../../../renderer/features/start/drop';

describe('canTake', () => {
  it('takes anything while nothing is open', () => {
    expect(canTake(null, false, false)).toBe(true);
    expect(canTake(null, false, true)).toBe(true);
  });

  it('leaves a dialog alone that has no use for the file, so that what is typed in it stays', () => {
    for (const dialog of [
      'place-translation',
      'names',
      'export',
      'project-details',
      'merge-reviews',
    ] as const)
      expect(canTake(dialog, false, false), dialog).toBe(false);
    for (const dialog of ['import-transcript', 'new-project', 'settle-suggestion'] as const)
      expect(canTake(dialog, false, true), dialog).toBe(false);
  });

  it('gives a file to the dialog that is there for it', () => {
    expect(canTake('import-transcript', false, false)).toBe(true);
    expect(canTake('new-project', false, false)).toBe(true);
    expect(canTake('merge-reviews', false, true)).toBe(true);
  });

  it('takes nothing while a file is being chosen', () => expect(canTake(null, true, false)).toBe(false));
});
