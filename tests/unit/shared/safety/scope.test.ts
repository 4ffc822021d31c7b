import { expect, test } from 'vitest';
import type { Track } from '../../../../shared/domain/track';
import { scopeOf } from '../../../../shared/safety/scope';
import { defaultStyles } from '../../../../shared/style/styles';

const [plain, box] = defaultStyles();
const named = { ...box, speakerLabels: 'changes' as const };
const track = (id: string, styleId: string): Track => ({
  id,
  order: 1,
  kind: 'source',
  language: 'en',
  name: '',
  direction: 'ltr',
  profileId: 'p',
  styleId,
});
const project = { tracks: [track('plain', plain.id), track('named', named.id)], styles: [plain, named] };

test.each([
  ['burn-in', 'plain', false],
  ['burn-in', 'named', true],
  ['mux', 'named', false],
] as const)(
  'names of speakers leave with a video only where its style shows them: %s, %s',
  (delivery, id, speakers) => {
    expect(
      scopeOf({ kind: 'video', delivery, container: 'mp4', preset: null, height: null }, [id], project)
        .speakers,
    ).toBe(speakers);
  },
);
