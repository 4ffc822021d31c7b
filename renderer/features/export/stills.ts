/** Which pictures of its videos a plan is shown by. Pure. */
import { NO_BRANDING } from '../../../shared/domain/branding';
import type { Id } from '../../../shared/domain/common';
import type { ExportPlan } from '../../../shared/domain/export';
import type { Cue } from '../../../shared/domain/track';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { cuesInSpan } from '../../../shared/video/clip';

/** One picture: of an output, with a track's subtitles, at a moment of the film (ms) or its end card. */
export interface AskedStill {
  readonly output: VideoOutput;
  readonly track: Id;
  readonly branding: NonNullable<ExportPlan['branding']>;
  readonly atMs: number;
  readonly card: boolean;
}

/** The same for pictures that are the same. */
export function keyOf(asked: AskedStill): string {
  return JSON.stringify(asked);
}

/** The pictures that show a cue of a track in each video of a plan, and its end card. */
export function stillsOf(
  plan: ExportPlan,
  track: Id,
  { startMs, endMs }: Pick<Cue, 'startMs' | 'endMs'>,
): AskedStill[] {
  const branding = plan.branding ?? NO_BRANDING;
  const atMs = Math.round((startMs + endMs) / 2);
  return drawnVideos(plan).flatMap((output) =>
    (branding.endCard ? [false, true] : [false]).map((card) => ({ output, track, branding, atMs, card })),
  );
}

/** The videos of a plan that have subtitles in the picture, of those that look alike the first. */
export function drawnVideos(plan: ExportPlan | null): VideoOutput[] {
  const drawn = (plan?.outputs ?? []).flatMap((output) =>
    output.kind === 'video' && output.delivery === 'burn-in' ? [output] : [],
  );
  const looks = drawn.map(({ preset, height, framing }) => JSON.stringify([preset, height, framing]));
  return drawn.filter((_, n) => looks.indexOf(looks[n] ?? '') === n);
}

/**
 * Cues of a stretch (all of the film: null) that show something, with their times in it, and which of them is on screen or comes next
 * (the last one behind the end).
 */
export function shownMoments(
  cues: readonly Cue[],
  playheadMs: number,
  span: ExportPlan['span'] | null = null,
): { cues: Cue[]; at: number } {
  const written = cues.filter(
    ({ text, startMs, endMs }) => endMs > startMs && withoutMarkUp(text).trim() !== '',
  );
  const seen = span
    ? cuesInSpan(written, span).map((cue) => {
        return { ...cue, startMs: cue.startMs + span.startMs, endMs: cue.endMs + span.startMs };
      })
    : written;
  const next = seen.findIndex(({ endMs }) => endMs > playheadMs);
  return { cues: seen, at: next < 0 ? seen.length - 1 : next };
}
