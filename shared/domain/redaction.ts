import { z } from 'zod';
import { Extra, Id, Order, Time } from './common';

/** What a covered place looks like. Blur and mosaic can be undone in part; only `solid` leaves nothing of what is under it. */
export const RedactionFill = z.enum(['solid', 'blur', 'mosaic']);
export type RedactionFill = z.infer<typeof RedactionFill>;

const Share = z.number().min(0).max(1);

/** A rectangle as shares of the displayed picture's width and height, from its top left. Reaches no further than the picture. */
export const RedactionBox = z.object({ x: Share, y: Share, width: Share, height: Share });
export type RedactionBox = z.infer<typeof RedactionBox>;

/** Where a cover is at a time. Between two of them it moves in a straight line; before the first and after the last it rests. */
export const RedactionKey = z.object({ atMs: Time, ...RedactionBox.shape });
export type RedactionKey = z.infer<typeof RedactionKey>;

/** A place in the picture that is covered in every export, in all pictures on screen during `[startMs, endMs)`. */
export const CoverRedaction = z.object({
  id: Id,
  order: Order,
  kind: z.literal('cover'),
  startMs: Time,
  endMs: Time,
  fill: RedactionFill,
  /** By time; no two at one. */
  keys: z.array(RedactionKey).min(1).max(100_000),
  extra: Extra,
});
export type CoverRedaction = z.infer<typeof CoverRedaction>;

/** What is heard instead. A disguise changes the pitch, which can be reversed; the others leave nothing of the sound. */
export const SoundTreatment = z.enum(['mute', 'beep', 'disguise']);
export type SoundTreatment = z.infer<typeof SoundTreatment>;

/** A stretch of the sound, `[startMs, endMs)`, that is not heard as it was in any export. */
export const SoundRedaction = z.object({
  id: Id,
  order: Order,
  kind: z.literal('sound'),
  treatment: SoundTreatment,
  startMs: Time,
  endMs: Time,
  extra: Extra,
});
export type SoundRedaction = z.infer<typeof SoundRedaction>;

/** Everything a speaker says, wherever the transcript and the subtitles have it. */
export const VoiceRedaction = z.object({
  id: Id,
  order: Order,
  kind: z.literal('voice'),
  treatment: SoundTreatment,
  speakerId: Id,
  extra: Extra,
});
export type VoiceRedaction = z.infer<typeof VoiceRedaction>;

/** Something of the film that no export shows or lets be heard. Holds no text, so that it may go wherever the film goes. */
export const Redaction = z.discriminatedUnion('kind', [CoverRedaction, SoundRedaction, VoiceRedaction]);
export type Redaction = z.infer<typeof Redaction>;
