import type { Cue } from '../domain/track';
import type { Project } from '../domain/project';
import type { Edit } from './edit';
import { cuesOf, mapCues, validSpan, unapproved, validText, withStaleTranslations } from './records';
import { oneLine } from '../text/unspaced';

/** What changes in one cue; what is left out stays. */
export interface CueFix {
  readonly id: string;
  readonly text?: string;
  readonly startMs?: number;
  readonly endMs?: number;
}

const MAX_TEXT = 20_000;

/**
 * Mends cues as quality checks proposed. As with setting texts and times one by one: approvals of changed texts are lost,
 * translations become stale unless only spaces and line breaks moved, new times count as set by hand.
 */
export const fixCues: Edit<{ fixes: readonly CueFix[] }> = {
  command: 'cue.fix',
  label: 'edit.cue.fix',
  apply(project, { fixes }) {
    const byId = new Map(fixes.map((fix) => [fix.id, fix]));
    const cues = cuesOf(project, [...byId.keys()]);
    const said: string[] = [];
    const next = mapCues(project, cues, (cue) => {
      const fixed = fixedCue(project, cue, byId.get(cue.id) ?? { id: cue.id });
      if (oneLine(fixed.text) !== oneLine(cue.text)) said.push(cue.id);
      return fixed;
    });
    return withStaleTranslations(next, said);
  },
};

function fixedCue(project: Project, cue: Cue, { text = cue.text, startMs, endMs }: CueFix): Cue {
  const span = validSpan(startMs ?? cue.startMs, endMs ?? cue.endMs);
  const isMoved =
    (startMs !== undefined && span.startMs !== cue.startMs) ||
    (endMs !== undefined && span.endMs !== cue.endMs);
  if (text === cue.text && !isMoved) return cue;
  const reworded =
    text === cue.text ? cue : { ...unapproved(project, cue), text: validText(text, MAX_TEXT, 'the text') };
  return isMoved ? { ...reworded, ...span, timedByHand: true } : reworded;
}
