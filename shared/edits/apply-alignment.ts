import { AppError } from '../api/errors';
import type { Alignment, Span } from '../domain/alignment';
import type { Project } from '../domain/project';
import type { Word } from '../domain/transcript';
import { UNKNOWN_TIMING, withCuesFollowing, type CueTiming } from './cues-follow';
import type { Edit } from './edit';
import { hearingOf, withHearing } from './hearing';
import { cutSpans, joinSpans } from './spans';
import { mapWords, withMark } from './words';

export interface ApplyAlignmentArgs {
  readonly alignment: Pick<Alignment, 'words'> & Partial<Pick<Alignment, 'uncovered' | 'speech'>>;
  /** The stretch that was listened to; null: all of the sound. */
  readonly range?: Span | null;
  readonly timing?: CueTiming;
}

/**
 * Gives words the times an alignment found. Words that it does not name keep theirs; names of words that are gone (the
 * transcript was edited meanwhile) are passed over, and so are words that a person has fixed or called not spoken. Cues follow
 * their words as `withCuesFollowing` says. Throws `bad-request` for a time range that ends before it begins.
 */
export const applyAlignment: Edit<ApplyAlignmentArgs> = {
  command: 'transcript.applyAlignment',
  label: 'edit.transcript.applyAlignment',
  apply(project, { alignment, range = null, timing = UNKNOWN_TIMING }) {
    const timings = new Map(alignment.words.map((timing) => [timing.wordId, timing]));
    const timed = mapWords(project, (word) => {
      const found = timings.get(word.id);
      return found && word.pinned !== true && word.notSpoken !== true ? withTiming(word, found) : word;
    });
    return withHeard(withCuesFollowing(project, timed, timing), alignment, range);
  },
};

function withTiming(word: Word, { startMs, endMs, confidence }: Alignment['words'][number]): Word {
  if (startMs !== null && endMs !== null && endMs < startMs)
    throw new AppError('bad-request', { reason: `the word ${word.id} would end before it begins` });
  const times = startMs === null || endMs === null ? { startMs: null, endMs: null } : { startMs, endMs };
  const isSame = word.startMs === times.startMs && word.endMs === times.endMs;
  if (isSame && word.confidence === confidence) return word;
  return { ...(isSame ? word : withMark(word, 'checked', false)), ...times, confidence };
}

/** Outside the range, what was known of the sound stays. */
function withHeard(
  project: Project,
  { speech, uncovered }: ApplyAlignmentArgs['alignment'],
  range: Span | null,
): Project {
  if (!speech || !uncovered) return project;
  const known = hearingOf(project);
  const renewed = (old: readonly Span[], found: readonly Span[]) =>
    range === null ? joinSpans(found) : joinSpans([...cutSpans(old, [range]), ...found]);
  return withHearing(project, {
    ...known,
    speech: renewed(known.speech, speech),
    uncovered: cutSpans(renewed(known.uncovered, uncovered), known.leftOut),
  });
}
