import type { Unchecked } from '../domain/profile';
import type { CheckInput } from './check';
import type { RuleName } from './rule';

/** The rules that a profile has and that this input does not tell enough for, each with its reason. */
export function uncheckedRules({ profile, media, spelling, hasDictionary }: CheckInput): Unchecked[] {
  const found: Unchecked[] = [];
  const say = (rule: RuleName, messageKey: string) => found.push({ rule, messageKey, values: {} });
  if (profile.shots) {
    const reason = !media?.shots ? 'shots' : media.frameRate === null ? 'frameRate' : null;
    for (const rule of ['shot-start', 'shot-end'] as const) if (reason) say(rule, `unchecked.${reason}`);
  }
  if (media === null || media.durationMs === null) say('outside-media', 'unchecked.media');
  if (!spelling) say('spelling', hasDictionary === false ? 'unchecked.noDictionary' : 'unchecked.spelling');
  return found;
}
