import { describe, expect, it } from 'vitest';
import {
  closedGapMs,
  minGapMs,
  profileById,
  profileFor,
  profiles,
} from '../../../../shared/profiles/profiles';

describe('profiles', () => {
  it('have unique ids that project files can name', () => {
    expect(new Set(profiles.map((profile) => profile.id)).size).toBe(profiles.length);
    for (const profile of profiles) expect(profile.id).toMatch(/^[a-z0-9-]{1,64}$/);
  });

  it.each(profiles.map((profile) => [profile.id, profile] as const))(
    '%s can be kept to and says its sources',
    (_, profile) => {
      expect(profile.minDurationMs).toBeLessThan(profile.maxDurationMs);
      expect(profile.maxCharactersPerLine).toBeGreaterThan(0);
      expect(profile.maxLines).toBeGreaterThan(0);
      expect(profile.maxCharactersPerSecond).toBeGreaterThan(0);
      expect(profile.sources.length).toBeGreaterThan(0);
      for (const source of profile.sources) expect(source.readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    },
  );

  // The table of /work/shared/profiles.md, 3b.
  it.each([
    ['en', 42, 20],
    ['en-GB', 42, 20],
    ['ru', 42, 17],
    ['kk', 42, 17],
    ['kk-Latn', 42, 17],
    ['ar', 42, 20],
    ['es-419', 42, 17],
    ['fr', 42, 17],
    ['zh-Hant', 16, 9],
    ['ja', 13, 4],
    ['ko', 16, 12],
    ['uk', 42, 17],
    ['tr', 42, 17],
    ['de', 42, 17],
    ['it', 42, 17],
    ['pt-BR', 42, 17],
    ['hi', 42, 22],
    ['th', 35, 17],
    ['he', 42, 17],
    ['sw', 42, 17],
  ])('of a track in %s: %i characters a line, %i a second', (language, line, speed) => {
    const profile = profileFor(language);
    expect([profile.maxCharactersPerLine, profile.maxCharactersPerSecond]).toEqual([line, speed]);
  });

  it('are found by id, and unknown ids are said to be unknown', () => {
    expect(profileById('bbc')?.maxCharactersPerLine).toBe(37);
    expect(profileById('no-such-guide')).toBeUndefined();
  });

  it('turn frames into a gap by the media’s rate, rounded up', () => {
    const profile = profileFor('en');
    expect(minGapMs(profile, null)).toBe(83);
    expect(minGapMs(profile, 25)).toBe(80);
    expect(minGapMs(profile, 24)).toBe(84);
    expect(minGapMs(profile, 0)).toBe(83);
  });

  it('close gaps under half a second, the BBC under a second', () => {
    expect(profiles.map((profile) => [profile.id, closedGapMs(profile)])).toContainEqual(['bbc', 1000]);
    expect(closedGapMs(profileFor('ru'))).toBe(500);
  });
});
