import type { Project } from '../../../shared/domain/project';
import type { Cue } from '../../../shared/domain/track';

/** One cue before and after; null where it comes or goes. */
export interface CueChange {
  readonly before: Cue | null;
  readonly after: Cue | null;
}

/** Which cues differ in times or text between two versions of a project. Linear. */
export function cueChanges(before: Project, after: Project): readonly CueChange[] {
  if (before.cues === after.cues) return [];
  const known = new Map(before.cues.map((cue) => [cue.id, cue]));
  const changes: CueChange[] = [];
  for (const cue of after.cues) {
    const old = known.get(cue.id) ?? null;
    known.delete(cue.id);
    if (old !== cue && !isMarkOnly(old, cue)) changes.push({ before: old, after: cue });
  }
  for (const gone of known.values()) changes.push({ before: gone, after: null });
  return changes;
}

/** Those of the changes that were asked for which are still there once what follows from them is put right, as they are then. */
export function keptChanges(
  asked: readonly CueChange[],
  settled: readonly CueChange[],
): readonly CueChange[] {
  const ids = new Set(asked.map(idOf));
  return settled.filter((change) => ids.has(idOf(change)));
}

function idOf({ before, after }: CueChange): string | undefined {
  return (after ?? before)?.id;
}

/** A translation that only becomes stale is a consequence, not a change that was asked for. */
function isMarkOnly(before: Cue | null, after: Cue): boolean {
  return (
    before !== null &&
    before.text === after.text &&
    before.startMs === after.startMs &&
    before.endMs === after.endMs
  );
}
