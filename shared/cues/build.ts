import type { Paragraph } from '../domain/transcript';
import type { Profile } from '../domain/profile';
import type { Cue } from '../domain/track';
import { closedGapMs, minGapMs } from '../profiles/profiles';
import { countCharacters } from '../text/characters';
import { balanceItalics } from './italics';
import { layWords } from './lines';
import { partition } from './partition';
import { timeCues, type Spoken, type TimingLimits } from './timing';
import { timeWords, type TimedParagraph, type TimedWord } from './word-times';

export interface BuildOptions {
  /** Source language (BCP 47), for paragraphs that name none. */
  readonly language: string;
  /** Pictures a second; null where unknown or variable. */
  readonly frameRate: number | null;
  /** Where the media ends, ms; null if unknown. */
  readonly durationMs: number | null;
  readonly trackId: string;
  /** Gives a fresh record id at each call. */
  readonly newId: () => string;
}

export interface BuiltCues {
  /** In transcript order, which is time order; they never overlap. */
  readonly cues: Cue[];
  /** Ids of the words in no cue: those of paragraphs without a single timed word. */
  readonly untimed: string[];
}

/** A cue before it has times: the words it shows and their text. */
interface Draft {
  readonly paragraph: Paragraph;
  readonly words: readonly TimedWord[];
  readonly text: string;
}

/**
 * Cues from a timed transcript: every word of a paragraph with any timed word is in exactly one cue, in order; no cue
 * crosses a paragraph, speaker or long silence; lines, lengths and durations keep to the profile where a single word
 * does not break them. The same input gives the same cues. Near-linear time.
 */
export function buildCues(
  paragraphs: readonly Paragraph[],
  profile: Profile,
  options: BuildOptions,
): BuiltCues {
  const limits: TimingLimits = {
    gapMs: minGapMs(profile, options.frameRate),
    closeBelowMs: closedGapMs(profile),
    durationMs: options.durationMs ?? Number.POSITIVE_INFINITY,
  };
  const { timed, untimed } = timeWords(paragraphs, options.durationMs);
  const drafts = timed.flatMap((paragraph, index) => {
    const nextStartMs = timed[index + 1]?.words[0]?.startMs ?? Number.POSITIVE_INFINITY;
    return draftsOf(paragraph, nextStartMs, profile, limits, options.language);
  });
  const times = timeCues(
    drafts.map((draft) => spokenOf(draft, profile)),
    profile,
    limits,
  );
  const cues = drafts.map((draft, index) => cueOf(draft, times[index] ?? { startMs: 0, endMs: 1 }, options));
  return { cues, untimed };
}

function draftsOf(
  { paragraph, words }: TimedParagraph,
  nextStartMs: number,
  profile: Profile,
  limits: TimingLimits,
  sourceLanguage: string,
): Draft[] {
  const language = paragraph.language ?? sourceLanguage;
  const starts = partition(words, nextStartMs, profile, limits, language);
  const groups = starts.map((from, index) => words.slice(from, starts[index + 1] ?? words.length));
  const texts = groups.map((group) => layWords(group, profile, language));
  const balanced = balanceItalics(texts);
  return groups.map((group, index) => ({ paragraph, words: group, text: balanced[index] ?? '' }));
}

function spokenOf({ words, text }: Draft, profile: Profile): Spoken {
  return {
    startMs: words[0]?.startMs ?? 0,
    endMs: words.at(-1)?.endMs ?? 0,
    characters: countCharacters(text, { halfWidth: profile.halfWidthCounts }),
  };
}

function cueOf(draft: Draft, times: { startMs: number; endMs: number }, options: BuildOptions): Cue {
  return {
    id: options.newId(),
    trackId: options.trackId,
    startMs: times.startMs,
    endMs: times.endMs,
    text: draft.text,
    speakerId: draft.paragraph.speakerId,
    wordIds: draft.words.map((word) => word.id),
    sourceCueId: null,
    position: 'bottom',
    status: 'timed',
    stale: false,
    timedByHand: false,
  };
}
