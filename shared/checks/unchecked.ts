import type { Unchecked } from '../domain/profile';
import type { CheckInput } from './check';
import { picturesOf } from './contrast-rules';
import type { RuleName } from './rule';

/** The rules that a profile has and that this input does not tell enough for, each with its reason. */
export function uncheckedRules(input: CheckInput): Unchecked[] {
  const { profile, media, spelling, hasDictionary, hasPicture, source, glossary } = input;
  const found: Unchecked[] = [];
  const say = (rule: RuleName, messageKey: string, values: Unchecked['values'] = {}) =>
    found.push({ rule, messageKey, values });
  if (profile.shots) {
    const reason = !media?.shots ? 'shots' : media.frameRate === null ? 'frameRate' : null;
    for (const rule of ['shot-start', 'shot-end'] as const) if (reason) say(rule, `unchecked.${reason}`);
  }
  if (media === null || media.durationMs === null) say('outside-media', 'unchecked.media');
  if (!spelling) say('spelling', hasDictionary === false ? 'unchecked.noDictionary' : 'unchecked.spelling');
  const count = unseen(input);
  if (hasPicture === false) say('contrast', 'unchecked.noPicture');
  else if (count > 0) say('contrast', 'unchecked.contrast', { count });
  if (source && !glossary)
    for (const rule of ['term-missing', 'term-forbidden'] as const) say(rule, 'unchecked.glossary');
  return found;
}

/** How many cues the picture was not looked at under, as they are now. */
function unseen({ cues, contrast }: CheckInput): number {
  if (!contrast) return cues.length;
  const pictures = picturesOf(contrast);
  return cues.reduce((count, { id }) => count + (pictures.every(({ ratios }) => ratios.has(id)) ? 0 : 1), 0);
}
