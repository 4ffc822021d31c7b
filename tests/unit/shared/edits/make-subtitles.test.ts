import { describe, expect, it } from 'vitest';
import { BLANK_PROJECT } from '../../../../renderer/state/blank-project';
import { insertFirstCue } from '../../../../shared/edits/make-subtitles';

const counter = () => {
  let n = 0;
  return () => `n${(n += 1)}`;
};

describe('insertFirstCue', () => {
  const russian = { ...BLANK_PROJECT, meta: { ...BLANK_PROJECT.meta, language: 'ru' } };

  it('makes the source track for a first subtitle written by hand', () => {
    const span = { startMs: 1000, endMs: 3000 };
    const made = insertFirstCue.apply(russian, { newId: counter(), cueId: 'mine', ...span });
    const [track] = made.tracks;
    expect(track).toMatchObject({ kind: 'source', language: 'ru', direction: 'ltr' });
    expect(made.cues).toMatchObject([{ id: 'mine', trackId: track?.id, text: '', ...span }]);
    expect(made.styles.some(({ id }) => id === track?.styleId)).toBe(true);
  });

  it('uses the source track that is there', () => {
    const newId = counter();
    const once = insertFirstCue.apply(russian, { newId, cueId: 'a', startMs: 0, endMs: 500 });
    const twice = insertFirstCue.apply(once, { newId, cueId: 'b', startMs: 600, endMs: 900 });
    expect(twice.tracks).toEqual(once.tracks);
    expect(twice.cues.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
