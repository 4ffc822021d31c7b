import type { Track } from '../domain/track';

type Named = Pick<Track, 'language' | 'name'>;

/**
 * What tells a track from the others: its language, with the name somebody gave it; of several of one language that have none,
 * with its place among them (`ru 2`). `languageName` gives a language its name for people, or its tag.
 */
export function trackName<T extends Named>(
  track: T,
  tracks: readonly T[],
  languageName: (tag: string) => string,
): string {
  const language = languageName(track.language);
  const own = ({ language: tag, name }: Named) => ([tag, language].includes(name.trim()) ? '' : name.trim());
  if (own(track) !== '') return `${language} (${own(track)})`;
  const alike = tracks.filter((other) => other.language === track.language && own(other) === '');
  return alike.length < 2 ? language : `${language} ${alike.indexOf(track) + 1}`;
}
