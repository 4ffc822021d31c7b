import type { Finding, Profile, Unchecked } from '../domain/profile';
import type { Cue, Track } from '../domain/track';
import type { Paragraph } from '../domain/transcript';
import { minGapMs } from '../profiles/profiles';
import { withoutMarkUp } from '../text/mark-up';
import { changedContrast, contrastRules, type Contrast } from './contrast-rules';
import type { TermFinder } from '../translation/glossary/terms';
import { sourceIdsOf } from '../translation/links';
import { markRules } from './mark-rules';
import { NEAR, type Checked, type CheckedMedia, type Rule } from './rule';
import { shotRules } from './shot-rules';
import { changedWords, spellingRules, wordsOfCue, type Spelling } from './spelling-rules';
import { indexSpeakers, sourceFinder, speakerFinder } from './sources';
import { stateRules } from './state-rules';
import { finish } from '../steps';
import { termRules } from './term-rules';
import { textRules } from './text-rules';
import { timingRules } from './timing-rules';
import { uncheckedRules } from './unchecked';
import { runOn } from '../text/unspaced';

export type { CheckedMedia } from './rule';
export type { Contrast, OutputPictureContrast } from './contrast-rules';
export type { Spelling } from './spelling-rules';

/** Every rule, in the order in which findings of one cue are listed. */
export const rules: readonly Rule[] = [
  ...textRules,
  ...spellingRules,
  ...markRules,
  ...timingRules,
  ...shotRules,
  ...contrastRules,
  ...stateRules,
  ...termRules,
];

/** All that a check of one track looks at. Nothing known of footage, source or transcript: null, or left out. */
export interface CheckInput {
  /** Of this track only, sorted by start as a project keeps them. */
  readonly cues: readonly Cue[];
  readonly track: Track;
  readonly profile: Profile;
  readonly media: CheckedMedia | null;
  /** For a translation: the track it renders. */
  readonly source?: { readonly track: Track; readonly cues: readonly Cue[] } | null;
  /** The transcript: who says which word. */
  readonly paragraphs?: readonly Paragraph[];
  /** The campaign's terms for this translation; null or left out where there is no glossary. */
  readonly glossary?: TermFinder | null;
  /** What dictionaries say of the words; null while nobody has looked them up. */
  readonly spelling?: Spelling | null;
  /** Whether there is a dictionary to look words up in, as far as that is known. */
  readonly hasDictionary?: boolean | undefined;
  /** How it stands out from the picture; null while nobody has looked. */
  readonly contrast?: Contrast | null;
  /** Whether there is a picture to look at, as far as that is known. */
  readonly hasPicture?: boolean | undefined;
}

/** What was found, and what a later check of nearly the same track need not look at again. */
export interface TrackCheck {
  readonly input: CheckInput;
  /** One a cue, in cue order. */
  readonly entries: readonly Entry[];
  /** Rules of the profile that could not be looked at. */
  readonly unchecked: readonly Unchecked[];
}

interface Entry {
  readonly before: Checked['before'];
  readonly source: Cue | null;
  readonly findings: readonly Finding[];
}

export const NO_MEDIA: CheckedMedia = { frameRate: null, durationMs: null, shots: null };
const NO_FINDINGS: readonly Finding[] = [];

/**
 * What a profile has to say about a track, linear in its cues. With an earlier check of the same track only cues near a change
 * are looked at again; all others cost a few comparisons. Cues at the top and at the bottom do not stand in each other's way.
 */
export function checkTrack(input: CheckInput, previous: TrackCheck | null = null): TrackCheck {
  return finish(checkInSteps(input, previous));
}

/** Cues between two rests: far less than a millisecond. */
const CUES_A_STEP = 20;

/** As `checkTrack`, for those who must not keep others waiting: it rests after every few cues. */
export function* checkInSteps(
  input: CheckInput,
  previous: TrackCheck | null = null,
): Generator<undefined, TrackCheck> {
  const { cues } = input;
  yield* indexSpeakers(input.paragraphs ?? []);
  const known = previous && isComparable(previous.input, input) ? previous : null;
  const old = known ? matcher(known, cues) : () => null;
  const context = createContext(input);
  const respelt = changedWords(known?.input.spelling ?? null, input.spelling ?? null);
  const isSeenAnew = changedContrast(known?.input.contrast ?? null, input.contrast ?? null);
  // An entry knows its first source only.
  const hasSameSources = known?.input.source?.cues === input.source?.cues;
  const latest = new Map<Cue['position'], { cue: Cue; number: number }>();
  const entries: Entry[] = [];
  for (const [index, cue] of cues.entries()) {
    if (index % CUES_A_STEP === 0) yield;
    const before = latest.get(cue.position) ?? null;
    const source = context.sourceOf(cue);
    const kept = old(index);
    entries.push(
      kept &&
        kept.source === source &&
        (hasSameSources || cue.moreSourceCueIds === undefined) &&
        kept.before?.cue === before?.cue &&
        !hasWord(cue, respelt) &&
        !isSeenAnew(cue.id)
        ? renumbered(kept, before, index + 1)
        : { before, source, findings: findingsOf(context.checkedAt(index, before, source), index + 1) },
    );
    if (!before || cue.endMs >= before.cue.endMs) latest.set(cue.position, { cue, number: index + 1 });
  }
  return { input, entries, unchecked: uncheckedRules(input) };
}

function hasWord(cue: Cue, words: ReadonlySet<string>): boolean {
  return words.size > 0 && wordsOfCue(cue).some(({ word }) => words.has(word));
}

/** Every finding of a check, in cue order. */
export function findingsIn({ entries }: TrackCheck): Finding[] {
  return entries.flatMap(({ findings }) => findings);
}

/** Makes what rules look at; for checks and for fixes. */
export function createContext(input: CheckInput) {
  const { cues, track, profile, paragraphs } = input;
  const media = input.media ?? NO_MEDIA;
  const gap = media.frameRate === null ? certainGapMs(profile) : minGapMs(profile, media.frameRate);
  const speakerOf = speakerFinder(paragraphs ?? []);
  const sourceTrack = input.source ?? null;
  let sources: ReadonlyMap<string, string> | null = null;
  const sourceTextOf = (cue: Cue) => {
    sources ??= new Map((sourceTrack?.cues ?? []).map(({ id, text }) => [id, text]));
    return runOn(sourceIdsOf(cue).flatMap((id) => sources?.get(id) ?? []));
  };
  return {
    sourceOf: sourceFinder(sourceTrack?.cues ?? []),
    /** What rules see of the cue at `index` (0-based) of `all`, by default the input's own cues. */
    checkedAt(index: number, before: Checked['before'], source: Cue | null, all = cues): Checked {
      const cue = all[index];
      if (!cue) throw new RangeError(`there is no cue ${index}`);
      return {
        cue,
        lines: withoutMarkUp(cue.text).split('\n'),
        before,
        near: (offset) => all[index + offset] ?? null,
        profile,
        track,
        minGapMs: gap,
        media,
        source: source && sourceTrack ? { cue: source, language: sourceTrack.track.language } : null,
        speakerOf,
        sourceText: () => sourceTextOf(cue),
        glossary: input.glossary ?? null,
        spelling: input.spelling ?? null,
        contrast: input.contrast ?? null,
      };
    },
  };
}

/** What all rules say of one cue; `number` is its 1-based place. */
export function findingsOf(checked: Checked, number: number): readonly Finding[] {
  let findings: Finding[] | null = null;
  for (const rule of rules)
    for (const values of rule.find(checked))
      (findings ??= []).push({
        rule: rule.name,
        severity: rule.severity,
        cueId: checked.cue.id,
        number,
        startMs: checked.cue.startMs,
        messageKey: `finding.${rule.name}`,
        values: { ...values },
      });
  return findings ?? NO_FINDINGS;
}

/** Whether everything but the cues is the very same. */
function isComparable(a: CheckInput, b: CheckInput): boolean {
  return (
    a.track === b.track &&
    a.profile === b.profile &&
    a.paragraphs === b.paragraphs &&
    a.source?.track === b.source?.track &&
    a.media?.frameRate === b.media?.frameRate &&
    a.media?.durationMs === b.media?.durationMs &&
    a.media?.shots === b.media?.shots &&
    a.media?.fonts === b.media?.fonts &&
    (a.glossary ?? null) === (b.glossary ?? null)
  );
}

/** Finds the earlier entry of a cue whose whole neighbourhood is as it was; null for all others. */
function matcher({ input, entries }: TrackCheck, cues: readonly Cue[]): (index: number) => Entry | null {
  const old = input.cues;
  const grown = cues.length - old.length;
  const shorter = Math.min(cues.length, old.length);
  let same = 0;
  while (same < shorter && cues[same] === old[same]) same++;
  let tail = 0;
  while (tail < shorter - same && cues[cues.length - 1 - tail] === old[old.length - 1 - tail]) tail++;
  const fromTail = cues.length - tail;
  const isAll = same === cues.length && grown === 0;
  return (index) => {
    // Beyond either end there is nothing to have changed, so only the side that holds the change counts.
    if (isAll || index + NEAR < same) return entries[index] ?? null;
    return index - NEAR >= fromTail ? (entries[index - grown] ?? null) : null;
  };
}

/** An entry at another place: the numbers it names are those of today. */
function renumbered(entry: Entry, before: Checked['before'], number: number): Entry {
  const other = before?.number ?? 0;
  if ((entry.before?.number ?? 0) === other && (entry.findings[0]?.number ?? number) === number) return entry;
  const findings = entry.findings.map((finding) => ({
    ...finding,
    number,
    values: 'other' in finding.values ? { ...finding.values, other } : finding.values,
  }));
  return { ...entry, before, findings };
}

/** Pictures a second that most footage does not exceed. */
const USUAL_FASTEST_RATE = 30;

/** Without a frame rate, a gap is too small for certain only where it would be at the fastest usual one. */
function certainGapMs(profile: Profile): number {
  const byFrames = profile.minGapFrames > 0 ? minGapMs(profile, USUAL_FASTEST_RATE) : Infinity;
  return Math.min(profile.minGapMs, byFrames);
}
