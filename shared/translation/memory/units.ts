import type { Project } from '../../domain/project';
import type { Track } from '../../domain/track';
import { sourceIdsOf } from '../links';
import { isMachineDraft } from '../machine/requests';
import { plainText } from '../upstream';
import type { MemoryUnit } from './memory';
import type { MemoryEntry } from './tmx';
import { runOn } from '../../text/unspaced';

/** The translated cues of a track that are up to date and read by somebody, with their sources. Linear. */
export function unitsOf(project: Project, track: Pick<Track, 'id'>): MemoryUnit[] {
  const texts = new Map(project.cues.map(({ id, text }) => [id, plainText(text)]));
  return project.cues.flatMap((cue) => {
    if (cue.trackId !== track.id || cue.stale || isMachineDraft(cue)) return [];
    const source = runOn(sourceIdsOf(cue).flatMap((id) => texts.get(id) ?? []));
    const target = plainText(cue.text);
    return source === '' || target === '' ? [] : [{ source, target }];
  });
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
