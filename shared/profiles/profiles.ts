import type { Profile } from '../domain/profile';
import { primaryLanguage } from '../text/locale';
import { netflixDefault, netflixProfiles } from './netflix';
import { otherProfiles } from './others';

/** Every profile, the general one first. Ids are unique and never change: project files name them. */
export const profiles: readonly Profile[] = [netflixDefault, ...netflixProfiles, ...otherProfiles];

const byId = new Map(profiles.map((profile) => [profile.id, profile]));

/** The profile of an id; undefined for one this version does not have. */
export function profileById(id: string): Profile | undefined {
  return byId.get(id);
}

/** The profile a new track of a language starts with: Netflix's for that language, else its general one. */
export function profileFor(language: string): Profile {
  return byId.get(`netflix-${primaryLanguage(language)}`) ?? netflixDefault;
}

/** The smallest gap between two cues, in ms: the profile's frames where the rate is known, else its ms. Rounded up. */
export function minGapMs(profile: Profile, frameRate: number | null): number {
  if (frameRate === null || !(frameRate > 0)) return profile.minGapMs;
  return Math.ceil((profile.minGapFrames * 1000) / frameRate);
}

/** Netflix Timing Guidelines: a gap is two frames or at least half a second (12 frames at 24 fps). Ours for guides that say nothing. */
const HALF_SECOND_MS = 500;
/** Gaps shorter than this (ms) are closed to the smallest gap by a longer first cue. */
export function closedGapMs(profile: Profile): number {
  return profile.closeGapsBelowMs ?? HALF_SECOND_MS;
}
