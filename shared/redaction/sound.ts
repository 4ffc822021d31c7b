/** When the sound is redacted, and how. Voices become stretches here, rounded outward where the words' times are not known. */
import type { Project } from '../domain/project';
import type { Redaction, SoundTreatment, VoiceRedaction } from '../domain/redaction';
import type { Paragraph, Word } from '../domain/transcript';

/** `[startMs, endMs)`. */
export interface SoundSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Added on both sides of what a speaker says: about a syllable (people talking say four to six a second). Aligned words end
 * where the sound falls off, and breath, a dragged vowel or the "er" before a word are as telling as the word.
 */
export const VOICE_MARGIN_MS = 250;
/** The model's longest time: to the end of the film, however long it is. */
const END_MS = 3_600_000_000;

type Spoken = Pick<Project, 'paragraphs' | 'cues'>;

/**
 * Where a speaker is heard, as far as transcript and subtitles tell: whole paragraphs, from their first word to their last, and
 * cues; with the margin, those that touch made one. A paragraph whose first or last words have no times reaches to the
 * neighbour's. Empty where nothing is said to be the speaker's. O(words + cues).
 */
export function voiceSpans({ paragraphs, cues }: Spoken, speakerId: string): SoundSpan[] {
  const said = paragraphs.map(({ words }) => words.filter((word) => word.notSpoken !== true));
  const before = runningEnds(said);
  const after = runningStarts(said);
  const spans = paragraphs.flatMap((paragraph, n) =>
    spanOf(paragraph, said[n] ?? [], before[n] ?? 0, after[n] ?? END_MS, speakerId),
  );
  const shown = cues.filter((cue) => cue.speakerId === speakerId);
  return merged(
    [...spans, ...shown].map(({ startMs, endMs }) => ({
      startMs: Math.max(0, startMs - VOICE_MARGIN_MS),
      endMs: Math.min(END_MS, endMs + VOICE_MARGIN_MS),
    })),
  );
}

function spanOf(
  paragraph: Paragraph,
  words: readonly Word[],
  beforeMs: number,
  afterMs: number,
  speakerId: string,
): SoundSpan[] {
  const [first] = words;
  const last = words.at(-1);
  if (paragraph.speakerId !== speakerId || !first || !last) return [];
  const timed = words.flatMap(({ startMs, endMs }) =>
    startMs === null || endMs === null ? [] : [startMs, endMs],
  );
  const least = timed.reduce((a, b) => Math.min(a, b), Infinity);
  const most = timed.reduce((a, b) => Math.max(a, b), -Infinity);
  const startMs = first.startMs === null ? Math.min(beforeMs, least) : least;
  const endMs = last.endMs === null ? Math.max(afterMs, most) : most;
  return [{ startMs, endMs: Math.max(startMs, endMs) }];
}

/** When the last timed word of all paragraphs before each one ends; 0 for none. */
function runningEnds(said: readonly (readonly Word[])[]): number[] {
  let latest = 0;
  return said.map((words) => {
    const before = latest;
    for (const { endMs } of words) latest = Math.max(latest, endMs ?? 0);
    return before;
  });
}

/** When the first timed word of all paragraphs after each one begins; the end of time for none. */
function runningStarts(said: readonly (readonly Word[])[]): number[] {
  let earliest = END_MS;
  return said
    .toReversed()
    .map((words) => {
      const after = earliest;
      for (const { startMs } of words) earliest = Math.min(earliest, startMs ?? END_MS);
      return after;
    })
    .toReversed();
}

/** Sorted, those that overlap or touch made one. */
export function merged(spans: readonly SoundSpan[]): SoundSpan[] {
  const result: SoundSpan[] = [];
  for (const { startMs, endMs } of [...spans].sort((a, b) => a.startMs - b.startMs)) {
    const last = result.at(-1);
    if (last && startMs <= last.endMs)
      result[result.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, endMs) };
    else if (endMs > startMs) result.push({ startMs, endMs });
  }
  return result;
}

/** What is left of spans without others. Both merged. */
export function without(spans: readonly SoundSpan[], others: readonly SoundSpan[]): SoundSpan[] {
  return spans.flatMap((span) => {
    const left: SoundSpan[] = [];
    let { startMs } = span;
    for (const other of others) {
      if (other.endMs <= startMs || other.startMs >= span.endMs) continue;
      if (other.startMs > startMs) left.push({ startMs, endMs: other.startMs });
      startMs = other.endMs;
    }
    return startMs < span.endMs ? [...left, { startMs, endMs: span.endMs }] : left;
  });
}

/** When each treatment is heard: apart, the stronger first (nothing, then a tone, then a disguised voice). */
export type SoundPlan = Readonly<Record<SoundTreatment, readonly SoundSpan[]>>;

/** Of sound that stays as it is. */
export const UNREDACTED: SoundPlan = { mute: [], beep: [], disguise: [] };

/** A project's redactions of sound as stretches. */
export function soundPlan(project: Spoken & Pick<Project, 'redactions'>): SoundPlan {
  const spans: Record<SoundTreatment, SoundSpan[]> = { mute: [], beep: [], disguise: [] };
  for (const one of project.redactions ?? []) {
    if (one.kind === 'sound') spans[one.treatment].push(one);
    if (one.kind === 'voice') spans[one.treatment].push(...voiceSpans(project, one.speakerId));
  }
  const mute = merged(spans.mute);
  const beep = without(merged(spans.beep), mute);
  return { mute, beep, disguise: without(merged(spans.disguise), merged([...mute, ...beep])) };
}

/** Whether a plan leaves the sound as it is. */
export function isUnredacted({ mute, beep, disguise }: SoundPlan): boolean {
  return mute.length + beep.length + disguise.length === 0;
}

/**
 * Redactions that need nothing of the project but themselves: each voice as the stretches it is heard in. For what leaves
 * without the transcript and without the cues of other languages. A voice that is heard nowhere stays one: see `unplacedVoices`.
 */
export function withoutVoices(project: Spoken & Pick<Project, 'redactions'>): Redaction[] {
  return (project.redactions ?? []).flatMap((one): Redaction[] => {
    const spans = one.kind === 'voice' ? voiceSpans(project, one.speakerId) : [];
    if (one.kind !== 'voice' || spans.length === 0) return [{ ...one, extra: undefined }];
    const { id, order, treatment } = one;
    return spans.map((span, n) => ({
      ...{ id: `${id.slice(0, 48)}-${n}`, order, kind: 'sound', treatment },
      ...span,
    }));
  });
}

/** Voices that are to be redacted and of which nothing is known: an export would let them be heard. */
export function unplacedVoices(project: Spoken & Pick<Project, 'redactions'>): VoiceRedaction[] {
  return (project.redactions ?? []).flatMap((one) =>
    one.kind === 'voice' && voiceSpans(project, one.speakerId).length === 0 ? [one] : [],
  );
}
