import type { Project } from '../../domain/project';
import type { Cue, Track } from '../../domain/track';
import { sourceIdsOf } from '../links';
import { isMachineDraft } from '../machine/requests';
import { plainText } from '../upstream';
import type { MemoryUnit } from './memory';
import type { MemoryEntry } from './tmx';
import { runOn } from '../../text/unspaced';

/**
 * What of a track is translated, up to date and read by somebody, with its sources: a unit a cue, or for several cues that render
 * one source together, which none of them says alone. `except`: without the unit that this cue is in. Linear, but for many cues of
 * one source.
 */
export function unitsOf(
  project: Project,
  track: Pick<Track, 'id'>,
  except: string | null = null,
): MemoryUnit[] {
  const texts = new Map(project.cues.map(({ id, text }) => [id, plainText(text)]));
  return togetherOf(project.cues.filter(({ trackId }) => trackId === track.id)).flatMap((cues) => {
    if (cues.some((cue) => cue.id === except || cue.stale || isMachineDraft(cue))) return [];
    const ids = [...new Set(cues.flatMap(sourceIdsOf))];
    const source = runOn(ids.flatMap((id) => texts.get(id) ?? []));
    const parts = cues.map(({ text }) => plainText(text));
    return source === '' || parts.includes('') ? [] : [{ source, target: runOn(parts) }];
  });
}

/** Cues with those that share a source with them, in order of their first. */
function togetherOf(cues: readonly Cue[]): Cue[][] {
  const bySource = new Map<string, Cue[]>();
  const groups = new Set<Cue[]>();
  for (const cue of cues) {
    const ids = sourceIdsOf(cue);
    const group: Cue[] = [];
    for (const id of ids) {
      const met = bySource.get(id);
      if (!met || met === group) continue;
      // Their cues come before this one, and so do their places.
      group.push(...met.filter((one) => !group.includes(one)));
      groups.delete(met);
    }
    group.push(cue);
    for (const id of new Set(group.flatMap(sourceIdsOf))) bySource.set(id, group);
    groups.add(group);
  }
  return [...groups];
}

/** The same of several tracks, each source once with its first translation in each language, in the order of the film. */
export function entriesOf(project: Project, tracks: readonly Track[]): MemoryEntry[] {
  const entries = new Map<string, Map<string, string>>();
  for (const track of tracks)
    for (const { source, target } of unitsOf(project, track)) {
      const targets = entries.get(source) ?? new Map<string, string>();
      if (!targets.has(track.language)) targets.set(track.language, target);
      entries.set(source, targets);
    }
  return [...entries].map(([source, targets]) => ({ source, targets }));
}
