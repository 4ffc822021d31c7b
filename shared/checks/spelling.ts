import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import { learntMatcher } from '../spelling/learnt';
import { primaryLanguage } from '../text/locale';
import { wordsOfCue, type Spelling } from './spelling-rules';

/** Every word of these cues once, as dictionaries are asked. */
export function wordsToAsk(cues: Iterable<Cue>): Set<string> {
  const words = new Set<string>();
  for (const cue of cues) for (const { word } of wordsOfCue(cue)) words.add(word);
  return words;
}

/** What dictionaries found wrong, but for what people say is right. */
export function misspelt(wrong: Iterable<string>, right: Iterable<string>): Spelling {
  const isRight = learntMatcher(right);
  return { wrong: new Set([...wrong].filter((word) => !isRight(word))) };
}

/** What a project says is right in a language: its speakers' names, and the words accepted in it. */
export function rightInProject({ speakers, meta }: Project, language: string): string[] {
  const names = speakers.flatMap(({ name, pseudonym }) => [name, pseudonym ?? '']);
  const accepted = meta.words?.[primaryLanguage(language)] ?? [];
  return [...names.flatMap((name) => name.split(/[\s.,()]+/u)), ...accepted].filter((word) => word !== '');
}
