import { describe, expect, it } from 'vitest';
import { trackName } from '../../../../shared/text/track-names';

const track = (language: string, name = '') => ({ language, name });

describe('trackName', () => {
  it.each([
    ['one of its language', [track('en'), track('ru')], ['en', 'ru']],
    ['two of one language', [track('ru'), track('en'), track('ru')], ['ru 1', 'en', 'ru 2']],
    ['one of them named', [track('ru'), track('ru', ' for the deaf ')], ['ru', 'ru (for the deaf)']],
  ])('%s', (_, tracks, names) => {
    expect(tracks.map((one) => trackName(one, tracks, (tag) => tag))).toEqual(names);
  });
});
