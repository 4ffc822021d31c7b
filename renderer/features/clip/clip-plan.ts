/** A clip as a plan of exports. Pure. */
import type { Branding } from '../../../shared/domain/branding';
import type { Id } from '../../../shared/domain/common';
import type { ExportPlan } from '../../../shared/domain/export';
import type { Fitting, VideoOutput } from '../../../shared/domain/video-output';
import { PLAIN_BURN_IN } from '../../../shared/video/complete';
import type { ClipSpan } from '../../../shared/video/clip';
import { outputOf, type PlatformPreset } from '../../../shared/video/presets';
import { formatClock } from '../../state/timecode';

/** What was chosen about a clip. */
export interface ClipChoices {
  readonly platform: PlatformPreset | undefined;
  readonly fitting: Fitting;
  /** Null: without subtitles. */
  readonly trackId: Id | null;
  readonly span: ClipSpan;
  readonly branding: Branding;
  /** Without its ending. */
  readonly name: string;
}

/** One video of the stretch. */
export function clipPlan({ platform, fitting, trackId, span, branding, name }: ClipChoices): ExportPlan {
  const base: VideoOutput = platform ? outputOf(platform, fitting) : PLAIN_BURN_IN;
  const output: VideoOutput = {
    ...base,
    delivery: trackId === null ? 'none' : base.delivery,
  };
  return {
    tracks: trackId === null ? [] : [trackId],
    outputs: [output],
    // Braces would be filled in.
    naming: `${name.replaceAll(/[{}]/g, '')}.{ext}`,
    branding,
    span: { startMs: Math.round(span.startMs), endMs: Math.round(span.endMs) },
  };
}

/** What a clip is called until somebody says otherwise: the film, the language, and from when to when, so that two clips of a film differ. */
export function clipName(stem: string, word: string, language: string | null, span: ClipSpan): string {
  const at = (ms: number) => formatClock(ms).replaceAll(':', '.');
  const stretch = `${word} ${at(span.startMs)}-${at(span.endMs)}`;
  return [stem, stretch, ...(language === null ? [] : [language])].join('.');
}
