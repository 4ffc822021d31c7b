import { beforeEach, describe, expect, it } from 'vitest';
import {
  resetSession,
  selectCue,
  selectCuesTo,
  setLayout,
  showTrack,
  toggleCue,
  useSession,
} from '../../../../renderer/state/session';

const ids = ['a', 'b', 'c', 'd', 'e'];
const selected = () => [...useSession.getState().selectedCueIds].sort();

beforeEach(() => resetSession('editor', 't1', null));

describe('selection', () => {
  it.each([
    ['down', 'b', 'd', ['b', 'c', 'd']],
    ['up', 'd', 'b', ['b', 'c', 'd']],
    ['to itself', 'c', 'c', ['c']],
  ])('extends %s from the anchor, which stays', (_name, from, to, expected) => {
    selectCue(from);
    selectCuesTo(to, ids);
    expect(selected()).toEqual(expected);
    expect(useSession.getState().anchorCueId).toBe(from);
  });

  it('starts anew where the anchor is not listed', () => {
    selectCue('gone');
    selectCuesTo('c', ids);
    expect(selected()).toEqual(['c']);
    expect(useSession.getState().anchorCueId).toBe('c');
  });

  it('adds and takes out single cues', () => {
    selectCue('a');
    toggleCue('c');
    expect(selected()).toEqual(['a', 'c']);
    toggleCue('a');
    expect(selected()).toEqual(['c']);
  });

  it('belongs to a track', () => {
    selectCue('a');
    showTrack('t2');
    expect(selected()).toEqual([]);
    expect(useSession.getState().anchorCueId).toBeNull();
  });
});

describe('setLayout', () => {
  it('keeps the same object when nothing changes', () => {
    setLayout('x', 1);
    const { layout } = useSession.getState();
    setLayout('x', 1);
    expect(useSession.getState().layout).toBe(layout);
  });
});
