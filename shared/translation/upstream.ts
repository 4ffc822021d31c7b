import type { Id } from '../domain/common';
import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import type { Word } from '../domain/transcript';
import { withoutMarkUp } from '../text/mark-up';
import { oneLine, runOn } from '../text/unspaced';
import { joinWords } from '../transcript/words';
import { sourceIdsOf } from './links';

/** Longest text kept of what a cue was made from, in UTF-16 units (see `Cue.staleFrom`). */
const MAX_ORIGIN = 20_000;

/**
 * What cues are made from, as it stands in a project: the texts of a translation's source cues, else the transcript's words.
 * Looks up only what `cues` need; linear in the project. The answer is null for a cue that comes from nothing.
 */
export function upstreamText(project: Project, cues: readonly Cue[]): (cue: Cue) => string | null {
  const texts = textsOf(project, new Set(cues.flatMap(sourceIdsOf)));
  const words = wordsOf(
    project,
    new Set(cues.flatMap((cue) => (cue.sourceCueId === null ? cue.wordIds : []))),
  );
  return (cue) => {
    if (cue.sourceCueId === null) {
      const own = cue.wordIds.flatMap((id) => words.get(id) ?? []);
      return own.length === 0 ? null : joinWords(own).slice(0, MAX_ORIGIN);
    }
    const sources = sourceIdsOf(cue).flatMap((id) => texts.get(id) ?? []);
    return sources.length === 0 ? null : runOn(sources).slice(0, MAX_ORIGIN);
  };
}

/**
 * What a cue hangs on now: as `upstreamText`, but of a source cue that is itself out of date what its transcript says, so that a
 * translator sees the correction before somebody has put it into the source's subtitle. Null for a cue that comes from nothing.
 */
export function correctedText(project: Project, cue: Cue): string | null {
  const ids = new Set(sourceIdsOf(cue));
  const sources = project.cues.filter(({ id }) => ids.has(id));
  if (!sources.some(({ stale, wordIds }) => stale && wordIds.length > 0))
    return upstreamText(project, [cue])(cue);
  const said = upstreamText(project, sources);
  return runOn(
    sources.map((source) => (source.stale ? plainText(said(source) ?? '') : plainText(source.text))),
  ).slice(0, MAX_ORIGIN);
}

function textsOf(project: Project, ids: ReadonlySet<Id>): ReadonlyMap<Id, string> {
  const texts = new Map<Id, string>();
  if (ids.size === 0) return texts;
  for (const cue of project.cues) if (ids.has(cue.id)) texts.set(cue.id, plainText(cue.text));
  return texts;
}

function wordsOf(project: Project, ids: ReadonlySet<Id>): ReadonlyMap<Id, Word> {
  const found = new Map<Id, Word>();
  if (ids.size === 0) return found;
  for (const { words } of project.paragraphs)
    for (const word of words) if (ids.has(word.id) && word.notSpoken !== true) found.set(word.id, word);
  return found;
}

/** A cue's text as one line without mark-up. */
export function plainText(text: string): string {
  return oneLine(withoutMarkUp(text));
}
