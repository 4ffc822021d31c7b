import type { Hearing, Span } from '../domain/alignment';
import type { Project } from '../domain/project';
import { sameData } from '../history/equal';
import type { Edit } from './edit';
import { validSpan } from './records';
import { cutSpans, joinSpans } from './spans';

const NOTHING: Hearing = { speech: [], uncovered: [], leftOut: [] };

/** What is known of the sound; empty before the first alignment. */
export function hearingOf(project: Project): Hearing {
  return project.meta.hearing ?? NOTHING;
}

/** The project knowing this of its sound; the very same where it knew. */
export function withHearing(project: Project, hearing: Hearing): Project {
  if (sameData(hearing, hearingOf(project))) return project;
  return { ...project, meta: { ...project.meta, hearing } };
}

/**
 * Says that a stretch of the sound holds nothing of the transcript (another's question, a song), or takes that back; then it is
 * speech without text again.
 */
export const leaveOutSpeech: Edit<Span & { on: boolean }> = {
  command: 'speech.leaveOut',
  label: 'edit.speech.leaveOut',
  apply(project, { startMs, endMs, on }) {
    const span = validSpan(startMs, endMs);
    const hearing = hearingOf(project);
    const leftOut = on ? joinSpans([...hearing.leftOut, span]) : cutSpans(hearing.leftOut, [span]);
    const uncovered = on
      ? cutSpans(hearing.uncovered, [span])
      : joinSpans([...hearing.uncovered, ...sharedSpans(hearing.leftOut, span)]);
    return withHearing(project, { ...hearing, leftOut, uncovered });
  },
};

/** Says that there is speech in a stretch that no word of the transcript covers. */
export const markUncovered: Edit<Span> = {
  command: 'speech.markUncovered',
  label: 'edit.speech.markUncovered',
  apply(project, { startMs, endMs }) {
    const span = validSpan(startMs, endMs);
    const hearing = hearingOf(project);
    return withHearing(project, {
      speech: joinSpans([...hearing.speech, span]),
      uncovered: joinSpans([...hearing.uncovered, span]),
      leftOut: cutSpans(hearing.leftOut, [span]),
    });
  },
};

/** The parts of `spans` inside one span. */
function sharedSpans(spans: readonly Span[], inside: Span): Span[] {
  return spans.flatMap(({ startMs, endMs }) => {
    const shared = { startMs: Math.max(startMs, inside.startMs), endMs: Math.min(endMs, inside.endMs) };
    return shared.endMs > shared.startMs ? [shared] : [];
  });
}
