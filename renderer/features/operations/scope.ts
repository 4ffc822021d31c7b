import { z } from 'zod';
import type { Id } from '../../../shared/domain/common';
import type { Cue } from '../../../shared/domain/track';
import { useDocument } from '../../state/document';
import { cuesOfTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { field } from './operation';

/** Which cues an operation is for. */
export const Scope = z.enum(['selected', 'fromHere', 'all', 'allTracks']);
export type Scope = z.infer<typeof Scope>;

/** The field that asks for it; `withTracks`: also every language at once. */
export function scopeField<V extends Scope>(values: readonly V[]) {
  return field(z.enum(values), {
    labelKey: 'operation.scope',
    control: 'choice',
    options: values.map((value) => ({ value, labelKey: `operation.scope.${value}` })),
  });
}

/** Cues of the track shown, by time. */
export function shownCues(): readonly Cue[] {
  return cuesOfTrack(useDocument.getState().project, useSession.getState().activeTrackId);
}

/** The ids a scope stands for now, in the order of time. */
export function idsOf(scope: Scope): readonly Id[] {
  const { selectedCueIds, anchorCueId } = useSession.getState();
  if (scope === 'allTracks') return useDocument.getState().project.cues.map(({ id }) => id);
  const ids = shownCues().map(({ id }) => id);
  if (scope === 'all') return ids;
  if (scope === 'selected') return ids.filter((id) => selectedCueIds.has(id));
  const first = ids.findIndex((id) => id === anchorCueId || selectedCueIds.has(id));
  return first < 0 ? [] : ids.slice(first);
}

/** What a person most likely means: several selected cues, else all. */
export function likelyScope(): 'selected' | 'all' {
  return useSession.getState().selectedCueIds.size > 1 ? 'selected' : 'all';
}
