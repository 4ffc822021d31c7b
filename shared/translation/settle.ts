/** What follows from every edit: times of locked tracks, and what stale cues were made from. */
import type { Project } from '../domain/project';
import type { Cue } from '../domain/track';
import { mapCues, withHardBreaks } from '../edits/records';
import { sameData } from '../history/equal';
import type { Edit } from '../edits/edit';
import { carriedBreaks } from '../text/hard-breaks';
import { sourceIdsOf, translationsBySource } from './links';
import { upstreamText } from './upstream';

/** The project after an edit and what follows from it. The one way hosts apply edits. Throws what the edit throws. */
export function applyEdit<Args>(edit: Edit<Args>, project: Project, args: Args): Project {
  return settle(project, edit.apply(project, args));
}

/**
 * The project `after` an edit with what hangs on the changed cues put right: cues of tracks whose timing is the source's stand
 * where their source cues do, stale cues know what they were made from, and hard breaks are where they belong. Linear in the cues where any changed.
 */
export function settle(before: Project, after: Project): Project {
  if (before.cues === after.cues) return after;
  return withOrigins(before, withSourceTimes(before, withBreaks(before, after)));
}

/** Hard breaks stay between the words they stood between, where an edit changed the text and said nothing of them. */
function withBreaks(before: Project, after: Project): Project {
  const { old, now } = changedCues(before.cues, after.cues);
  const kept = now.filter(({ hardBreaks }) => hardBreaks !== undefined);
  if (kept.length === 0) return after;
  const was = new Map(old.map((cue) => [cue.id, cue]));
  return mapCues(after, kept, (cue) => {
    const earlier = was.get(cue.id);
    const isCarried = earlier && earlier.text !== cue.text && earlier.hardBreaks === cue.hardBreaks;
    const from = isCarried ? earlier.text : cue.text;
    return withHardBreaks(cue, carriedBreaks(cue.hardBreaks ?? [], from, cue.text));
  });
}

/** The cues of one table that are not, by reference, in the same stretch of the other: cheap where an edit touched few. */
function changedCues(
  before: readonly Cue[],
  after: readonly Cue[],
): { readonly old: readonly Cue[]; readonly now: readonly Cue[] } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let fromEnd = 0;
  const most = Math.min(before.length, after.length) - start;
  while (fromEnd < most && before[before.length - 1 - fromEnd] === after[after.length - 1 - fromEnd])
    fromEnd++;
  return {
    old: before.slice(start, before.length - fromEnd),
    now: after.slice(start, after.length - fromEnd),
  };
}

function withSourceTimes(before: Project, after: Project): Project {
  // A track that is only now tied to its source was put there by the edit.
  const tied = new Set(before.tracks.flatMap((track) => (track.timing === 'source' ? [track.id] : [])));
  const locked = new Set(
    after.tracks.flatMap(({ id, timing }) =>
      timing === 'source' && (tied.has(id) || !isKnown(before, id)) ? [id] : [],
    ),
  );
  if (locked.size === 0) return after;
  const { old, now } = changedCues(before.cues, after.cues);
  const was = new Map(old.map((cue) => [cue.id, cue]));
  const reshaped = reshapedTracks(old, now);
  const moved = new Set(now.flatMap((cue) => (isMoved(was.get(cue.id), cue) ? [cue.id] : [])));
  const restored = mapCues(after, now, (cue) => {
    const earlier = was.get(cue.id);
    const isOwnMove = earlier && locked.has(cue.trackId) && !reshaped.has(cue.trackId) && moved.has(cue.id);
    return isOwnMove ? withTimesOf(cue, earlier) : cue;
  });
  const touched = new Set(
    now.flatMap((cue) => (locked.has(cue.trackId) && isRelinked(was.get(cue.id), cue) ? [cue.id] : [])),
  );
  if (moved.size === 0 && touched.size === 0) return restored;
  const placed = placer(before.cues, restored, locked, reshaped);
  return mapCues(restored, restored.cues, (cue) => {
    if (!locked.has(cue.trackId)) return cue;
    return touched.has(cue.id) || sourceIdsOf(cue).some((id) => moved.has(id)) ? placed(cue) : cue;
  });
}

function isKnown({ tracks }: Project, id: string): boolean {
  return tracks.some((track) => track.id === id);
}

/** Gives cues of locked tracks the times of their sources. */
function placer(
  before: readonly Cue[],
  after: Project,
  locked: ReadonlySet<string>,
  reshaped: ReadonlySet<string>,
): (cue: Cue) => Cue {
  const [spanBefore, spanAfter] = [spanner(before), spanner(after.cues)];
  const trackOf = new Map(after.cues.map(({ id, trackId }) => [id, trackId]));
  const translations = new Map(
    [...locked].map((id) => [id, translationsBySource(after.cues.filter((cue) => cue.trackId === id))]),
  );
  return (cue) => {
    const ids = sourceIdsOf(cue);
    const to = spanAfter(ids);
    if (!to) return cue;
    const isAlone = ids.every((id) => (translations.get(cue.trackId)?.get(id)?.length ?? 0) <= 1);
    // Several render it: one that was linked from elsewhere comes to it.
    if (isAlone || cue.endMs <= to.startMs || cue.startMs >= to.endMs)
      return isMoved(cue, to) ? { ...cue, ...to } : cue;
    const from = spanBefore(ids);
    // Where sources were split or merged, each of several translations of one stays where it was.
    const isReshaped = ids.some((id) => reshaped.has(trackOf.get(id) ?? ''));
    return from && !isReshaped ? stretched(cue, from, to) : cue;
  };
}

/** The project with the cues of a track put where their source cues are. */
export function withTrackOnSource(project: Project, trackId: string): Project {
  const placed = placer(project.cues, project, new Set([trackId]), new Set());
  return mapCues(project, project.cues, (cue) => (cue.trackId === trackId ? placed(cue) : cue));
}

function isRelinked(earlier: Cue | undefined, cue: Cue): boolean {
  if (!earlier) return true;
  const [was, is] = [sourceIdsOf(earlier), sourceIdsOf(cue)];
  return was.length !== is.length || was.some((id, n) => id !== is[n]);
}

/** Tracks to which cues came or from which they went: there a change of times belongs to a split or a merge. */
function reshapedTracks(old: readonly Cue[], now: readonly Cue[]): ReadonlySet<string> {
  const [before, after] = [new Set(old.map(({ id }) => id)), new Set(now.map(({ id }) => id))];
  const tracks = new Set<string>();
  for (const { id, trackId } of old) if (!after.has(id)) tracks.add(trackId);
  for (const { id, trackId } of now) if (!before.has(id)) tracks.add(trackId);
  return tracks;
}

interface Times {
  readonly startMs: number;
  readonly endMs: number;
}

function isMoved(a: Times | undefined, b: Times): boolean {
  return a !== undefined && (a.startMs !== b.startMs || a.endMs !== b.endMs);
}

function withTimesOf(cue: Cue, earlier: Cue): Cue {
  const { startMs, endMs, timedByHand } = earlier;
  const restored = { ...cue, startMs, endMs, timedByHand };
  return sameData(restored, earlier) ? earlier : restored;
}

/** From the first start to the last end of cues; null where none of them is there. */
function spanner(cues: readonly Cue[]): (ids: readonly string[]) => Times | null {
  const byId = new Map(cues.map((cue) => [cue.id, cue]));
  return (ids) => {
    const found = ids.flatMap((id) => byId.get(id) ?? []);
    if (found.length === 0) return null;
    return {
      startMs: found.reduce((least, cue) => Math.min(least, cue.startMs), Infinity),
      endMs: found.reduce((most, cue) => Math.max(most, cue.endMs), 0),
    };
  };
}

/** The cue moved as its source was: what stood at an edge of it stays there, what stood within keeps its share. */
function stretched(cue: Cue, from: Times, to: Times): Cue {
  const factor = (to.endMs - to.startMs) / Math.max(1, from.endMs - from.startMs);
  const move = (ms: number) => Math.max(0, Math.round(to.startMs + (ms - from.startMs) * factor));
  const startMs = move(cue.startMs);
  const times = { startMs, endMs: Math.max(startMs + 1, move(cue.endMs)) };
  return isMoved(cue, times) ? { ...cue, ...times } : cue;
}

function withOrigins(before: Project, after: Project): Project {
  const { old, now } = changedCues(before.cues, after.cues);
  const off = now.filter((cue) => cue.stale !== (cue.staleFrom !== undefined));
  if (off.length === 0) return after;
  const was = new Map(old.map((cue) => [cue.id, cue]));
  const wrong = off.filter((cue) => was.get(cue.id) !== cue);
  if (wrong.length === 0) return after;
  const originOf = upstreamText(
    before,
    wrong.map((cue) => was.get(cue.id) ?? cue),
  );
  return mapCues(after, wrong, (cue) => {
    if (!cue.stale) return withoutOrigin(cue);
    const said = originOf(was.get(cue.id) ?? cue);
    return said === null ? cue : { ...cue, staleFrom: said };
  });
}

function withoutOrigin(cue: Cue): Cue {
  const rest = { ...cue };
  delete rest.staleFrom;
  return rest;
}
