import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import type { Track } from '../../../../shared/domain/track';
import { BLANK_PROJECT } from '../../../../renderer/state/blank-project';
import { useDocument } from '../../../../renderer/state/document';
import { followTracks } from '../../../../renderer/state/follow-tracks';
import { resetSession, useSession } from '../../../../renderer/state/session';

const track = (id: string, kind: Track['kind']): Track => ({
  id,
  order: 0,
  kind,
  language: 'en',
  name: '',
  direction: 'ltr',
  profileId: 'p',
  styleId: 's',
});

const show = (...tracks: Track[]) => useDocument.setState({ project: { ...BLANK_PROJECT, tracks } });
const active = () => useSession.getState().activeTrackId;

let stop = () => undefined as void;
beforeEach(() => {
  show();
  resetSession('editor', null, null);
  stop = followTracks();
});
afterEach(() => stop());

describe('followTracks', () => {
  it('shows the first track that comes, the source before translations', () => {
    show(track('ru', 'translation'), track('en', 'source'));
    expect(active()).toBe('en');
  });

  it('leaves the person where they are while that track is there', () => {
    show(track('en', 'source'), track('ru', 'translation'));
    useSession.setState({ activeTrackId: 'ru' });
    show(track('en', 'source'), track('ru', 'translation'), track('kk', 'translation'));
    expect(active()).toBe('ru');
  });

  it('goes to another when it is gone, and to none after the last', () => {
    show(track('en', 'source'), track('ru', 'translation'));
    useSession.setState({ activeTrackId: 'ru' });
    show(track('en', 'source'));
    expect(active()).toBe('en');
    show();
    expect(active()).toBeNull();
  });
});
