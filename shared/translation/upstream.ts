import type { Id } from '../domain/common';
import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import { withoutMarkUp } from '../text/mark-up';
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
    const parts =
      cue.sourceCueId === null
        ? cue.wordIds.flatMap((id) => words.get(id) ?? [])
        : sourceIdsOf(cue).flatMap((id) => texts.get(id) ?? []);
    return parts.length === 0 ? null : parts.join(' ').slice(0, MAX_ORIGIN);
  };
}

function textsOf(project: Project, ids: ReadonlySet<Id>): ReadonlyMap<Id, string> {
  const texts = new Map<Id, string>();
  if (ids.size === 0) return texts;
  for (const cue of project.cues) if (ids.has(cue.id)) texts.set(cue.id, plainText(cue.text));
  return texts;
}

function wordsOf(project: Project, ids: ReadonlySet<Id>): ReadonlyMap<Id, string> {
  const texts = new Map<Id, string>();
  if (ids.size === 0) return texts;
  for (const { words } of project.paragraphs)
    for (const { id, text, notSpoken } of words) if (ids.has(id) && notSpoken !== true) texts.set(id, text);
  return texts;
}

/** A cue's text as one line without mark-up. */
export function plainText(text: string): string {
  return withoutMarkUp(text).replace(/\s+/gu, ' ').trim();
}
