import type { CoarseState } from './coarse-chain';
import { CoarseSearch, STEP_ROWS } from './coarse-search';
import type { Hint } from './guidance';
import type { Recording } from './recording';
import type { Reference } from './reference';
import type { VoiceMap } from './voice-map';

/** The first looks take longer steps: they only have to come near enough for the last. */
const ROUGH_STEP_ROWS = 8;
/** How often the whole is looked through: first with the synthesiser's voice as it is, then as that taught. */
const ROUGH_LOOKS = 2;
/** Share of the work that the rough looks take. */
const ROUGH_SHARE = 0.65;
/** How much slower or faster than the synthesiser a speaker may be on average. */
const SLOWEST = 0.5;
const FASTEST = 2;
/**
 * Where the text is much less than the speech, rather some of it is not in the text than that somebody speaks so slowly. Too fast a
 * chain can wait in its states; too slow a one loses the speech it leaves no states for.
 */
const SLOWEST_AT_FIRST = 0.75;

/** Where in the spoken reference each 10-ms row of the recording is. */
export interface CoarseMatch {
  /** Utterance by row: that the row belongs to, or (in a gap) that comes next; may equal the number of utterances. */
  readonly utterance: Int32Array;
  /** Time in the utterance's reference by row, in ms; NaN in gaps and pauses. */
  readonly referenceMs: Float32Array;
  /** Reference time that passes in one unit of the recording's time. */
  readonly pace: number;
  /** How much better text fitted than speech that is not in the text, in the synthesiser's own voice; a random match costs 1. */
  readonly gain: number;
}

/**
 * Finds the whole text in the whole recording: a chain of reference sounds with optional gaps between utterances and pauses
 * inside them, where speech may be left over and utterances left out. First in steps of 80 ms wherever the text can be, and
 * again with the pace and the voice that this taught, even if much of it was wrong; then in steps of 40 ms near the way
 * that was found. Linear in recording × corridor.
 */
export function matchCoarsely(
  recording: Recording,
  reference: Reference,
  hints: readonly Hint[],
  tick: (done: number, total: number) => void,
): CoarseMatch {
  let pace = clamp(reference.soundingMs / Math.max(1, recording.speechMs), SLOWEST_AT_FIRST, FASTEST);
  let voice: VoiceMap | undefined;
  let gain: number | undefined;
  const searchBy = (stepRows: number) =>
    new CoarseSearch({ recording, reference, hints, pace, stepRows, voice });
  const lookRoughly = (look: number) => {
    const search = searchBy(ROUGH_STEP_ROWS);
    const way = search.run(search.anywhere(), (done, total) =>
      tick((ROUGH_SHARE * (look + done / total)) / ROUGH_LOOKS, 1),
    );
    gain ??= search.gain(way);
    const learned = search.learn(way);
    pace = clamp(learned.pace, SLOWEST, FASTEST);
    voice = learned.voice;
    return { search, way };
  };
  for (let look = 0; look < ROUGH_LOOKS - 1; look++) lookRoughly(look);
  const { near, corridor } = searchNear(lookRoughly(ROUGH_LOOKS - 1), () => searchBy(STEP_ROWS));
  const way = near.run(corridor, (done, total) => tick(ROUGH_SHARE + ((1 - ROUGH_SHARE) * done) / total, 1));
  return { ...spread(way, near.states, recording.rows), pace, gain: gain ?? 0 };
}

/** By itself, so that nothing holds a search that has been followed: for hours each takes tens of megabytes. */
function searchNear(
  { search, way }: { readonly search: CoarseSearch; readonly way: Int32Array },
  nearly: () => CoarseSearch,
) {
  const near = nearly();
  return { near, corridor: near.along(search, way) };
}

/** From steps back to rows; inside a step the reference time runs on evenly. */
function spread(path: Int32Array, states: readonly CoarseState[], rows: number) {
  const utterance = new Int32Array(rows);
  const referenceMs = new Float32Array(rows).fill(NaN);
  for (let row = 0; row < rows; row++) {
    const step = Math.min(path.length - 1, Math.floor(row / STEP_ROWS));
    const state = states[path[step] ?? 0];
    if (!state) continue;
    utterance[row] = state.utterance;
    if (state.kind !== 'speech') continue;
    const next = states[path[step + 1] ?? -1];
    const end =
      next?.kind === 'speech' && next.utterance === state.utterance ? next.referenceMs : state.referenceMs;
    const part = ((row % STEP_ROWS) + 0.5) / STEP_ROWS;
    referenceMs[row] = state.referenceMs + (end - state.referenceMs) * part;
  }
  return { utterance, referenceMs };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
