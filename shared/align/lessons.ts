import { bounded } from './bounds';
import { cheapestPath } from './cheapest-path';
import type { Spread } from './features';
import { BEAM, boundsOf, labelsOf } from './fine';
import { evenGain, typicalGain, type FineMatch } from './gains';
import { Mixture, type MixtureData } from './gaussian';
import { heardBy } from './other-sounds';
import { rivalsOf } from './rivals';
import { layOutSounds, type SoundChain } from './sound-chain';
import { costsOf, gainOf, speechOf, type Ear } from './sound-costs';
import type { Recording } from './recording';
import type { Reference } from './reference';

/**
 * What aligning a whole recording taught of it, as plain data: with it a piece is placed at once and better than by what the
 * piece itself could teach. Some 100 KB.
 */
export interface Lessons {
  /** Of the cepstra of its speech. */
  readonly spread: Spread;
  /** By name of the sound, and by class for those that the whole text does not have. */
  readonly sounds: ReadonlyMap<string, MixtureData>;
  readonly classes: ReadonlyMap<string, MixtureData>;
  readonly filler: MixtureData | null;
  readonly silence: MixtureData | null;
  /** As `Ear.bias`. */
  readonly bias: number;
  readonly typicalGain: number;
  readonly evenGain: number;
  /** As `CoarseMatch.pace`. */
  readonly pace: number;
}

/** Longer pieces are aligned by themselves: the search looks everywhere, which takes the square of the length. */
export const LONGEST_BY_LESSONS_MS = 120_000;

/** What a finished match has taught. */
export function lessonsOf(
  { spread }: Pick<Recording, 'spread'>,
  match: FineMatch,
  { sounds, other, bias }: Ear,
  classes: ReadonlyMap<string, Mixture>,
  pace: number,
): Lessons {
  const { soundNames } = match.chain;
  return {
    spread,
    sounds: new Map(sounds.map((model, sound) => [soundNames[sound] ?? '', model.data])),
    classes: new Map([...classes].map(([name, model]) => [name, model.data])),
    filler: other.filler.model?.data ?? null,
    silence: other.silence.model?.data ?? null,
    bias,
    typicalGain: typicalGain(match),
    evenGain: evenGain(match),
    pace,
  };
}

/**
 * Finds a piece of text in a piece of the recording that the lessons are of, in one search over all of it. `recording` must
 * have been heard with the lessons' spread. Rows × states.
 */
export function matchByLessons(
  recording: Recording,
  reference: Reference,
  lessons: Lessons,
  tick: (done: number, total: number) => void,
): FineMatch {
  const { features, rows } = recording;
  const chain = layOutSounds(reference, lessons.pace);
  const ear = earFor(recording, chain, lessons);
  const { states } = chain.chain;
  const everywhere = { low: new Int32Array(rows), high: new Int32Array(rows).fill(states) };
  const costs = costsOf(recording, chain, ear);
  const way = cheapestPath(chain.chain, bounded(everywhere, states, boundsOf(chain)), costs, tick, {
    beam: BEAM,
  });
  return {
    chain,
    states: way,
    gain: gainOf(features, labelsOf(way, chain), ear),
    speech: speechOf(ear.other),
    rivals: rivalsOf({ chain, states: way }, costs, reference.utterances.length),
    scale: { typical: lessons.typicalGain, even: lessons.evenGain },
  };
}

function earFor({ features }: Recording, { soundNames, classOf }: SoundChain, lessons: Lessons): Ear {
  const model = (data: MixtureData | null | undefined) => (data ? new Mixture(data) : null);
  const filler = model(lessons.filler);
  const any = filler ?? model([...lessons.classes.values()][0]);
  if (!any) throw new Error('lessons without any model');
  const sounds = soundNames.map(
    (name, sound) =>
      model(lessons.sounds.get(name)) ?? model(lessons.classes.get(classOf[sound] ?? '')) ?? any,
  );
  const other = { filler: heardBy(features, filler), silence: heardBy(features, model(lessons.silence)) };
  return { sounds, other, bias: lessons.bias };
}
