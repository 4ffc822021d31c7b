import type { Speaker } from './transcript';

/** What a speaker may be called outside the project: the pseudonym, where one is set. Null for nobody and the nameless. Every writer asks here. */
export function publicName(
  speakers: readonly Pick<Speaker, 'id' | 'name' | 'pseudonym'>[],
  speakerId: string | null,
): string | null {
  const speaker = speakerId === null ? undefined : speakers.find(({ id }) => id === speakerId);
  if (!speaker) return null;
  const pseudonym = speaker.pseudonym?.trim() ?? '';
  const name = pseudonym === '' ? speaker.name : pseudonym;
  return name === '' ? null : name;
}
