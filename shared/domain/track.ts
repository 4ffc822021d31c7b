import { z } from 'zod';
import { Extra, Id, LanguageTag, Order, Time } from './common';
import { Signature } from './review';
import { MachineMade } from './translator';

export const CueStatus = z.enum(['draft', 'timed', 'translated', 'reviewed', 'approved']);
export type CueStatus = z.infer<typeof CueStatus>;

/** One subtitle. Shown in `[startMs, endMs)`. */
export const Cue = z.object({
  id: Id,
  trackId: Id,
  startMs: Time,
  endMs: Time,
  /** Lines separated by `\n`. Inline mark-up: only `<i>…</i>`; every other `<` is literal text. */
  text: z.string().max(20_000),
  /** Which of its `\n` a person chose to stay (0-based, ascending); absent for none. All others may be put elsewhere. */
  hardBreaks: z.array(z.number().int().min(0).max(20_000)).max(200).optional(),
  speakerId: Id.nullable(),
  /** The transcript words this cue shows, in transcript order; empty for a translation or an imported cue. */
  wordIds: z.array(Id),
  /** For a translation: the source cue it renders, the first of them where it renders several. */
  sourceCueId: Id.nullable(),
  /** The further source cues it renders, in order; absent for none. Several cues of a track may render the same one. */
  moreSourceCueIds: z.array(Id).max(200).optional(),
  position: z.enum(['bottom', 'top']),
  status: CueStatus,
  /** Who gave it that status, and when; absent where the app did. */
  signed: Signature.optional(),
  /** Which program wrote its text, until a person writes in it; while it is a draft, nobody has said yet that the text will do. */
  machine: MachineMade.optional(),
  /** True when what it came from (words or source cue) changed after it was made. */
  stale: z.boolean(),
  /** While it is stale: what that said when it was made. */
  staleFrom: z.string().max(20_000).optional(),
  /** True once a person has set its times; generation and re-alignment then leave them alone. */
  timedByHand: z.boolean(),
  /** True where its words got other times after a person set its own: it stayed, and no longer matches them. */
  wordsMoved: z.boolean().optional(),
  extra: Extra,
});
export type Cue = z.infer<typeof Cue>;

/** The cues of one language. */
export const Track = z.object({
  id: Id,
  order: Order,
  kind: z.enum(['source', 'translation']),
  language: LanguageTag,
  name: z.string().max(200),
  direction: z.enum(['ltr', 'rtl']),
  profileId: z.string().max(64),
  styleId: Id,
  /** `source`: its cues stand where their source cues do and move with them only. Absent: its times are its own. */
  timing: z.enum(['source', 'own']).optional(),
  extra: Extra,
});
export type Track = z.infer<typeof Track>;

/** sRGB. */
export const Colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);

/** As CSS counts it: 400 regular, 700 bold. */
const Weight = z.number().int().min(1).max(1000);

/** What a style does otherwise for one language; what is absent is as for all. */
export const StyleOverride = z.object({
  fontFamily: z.string().min(1).max(200).optional(),
  /** Times the style's size: another font may look smaller at the same em. */
  sizeFactor: z.number().min(0.5).max(2).optional(),
  bold: z.boolean().optional(),
  weight: Weight.optional(),
  lineSpacingEm: z.number().min(0.8).max(3).optional(),
});
export type StyleOverride = z.infer<typeof StyleOverride>;

/** How a track looks when drawn. Lengths are percent of the picture's height, so one style fits every size. */
export const Style = z.object({
  id: Id,
  order: Order,
  name: z.string().max(200),
  /** A bundled family or one of the campaign's font files; where it is not there, Noto draws. */
  fontFamily: z.string().min(1).max(200),
  /** Height of the em, alike for every family. */
  fontSizePct: z.number().min(1).max(30),
  bold: z.boolean(),
  /** How heavy the letters are, of the weights that the family has the nearest; absent: its bold files, or its plain ones. */
  weight: Weight.optional(),
  colour: Colour,
  outlineColour: Colour,
  outlinePct: z.number().min(0).max(5),
  shadowPct: z.number().min(0).max(5),
  /** Draws a box in `boxColour` behind the lines instead of an outline. */
  box: z.boolean(),
  boxColour: Colour,
  /** 0 (clear) to 1 (solid). */
  boxOpacity: z.number().min(0).max(1),
  /** How far the box reaches beyond the text, em; absent: 0.14. */
  boxPaddingEm: z.number().min(0).max(1).optional(),
  marginVerticalPct: z.number().min(0).max(45),
  /** Of the height too. */
  marginHorizontalPct: z.number().min(0).max(45),
  /** From one baseline to the next, em; absent: what the font itself asks for. */
  lineSpacingEm: z.number().min(0.8).max(3).optional(),
  /** Where lines stand between the margins, by the direction of the text; absent: in the middle. */
  alignment: z.enum(['start', 'centre', 'end']).optional(),
  /** Letters take their speaker's colour. */
  speakerColours: z.boolean().optional(),
  /** Whose name stands before the text: nobody's (absent), the speaker's where another speaks on, or always. */
  speakerLabels: z.enum(['changes', 'always']).optional(),
  /** By language tag; the longest tag that a track's begins with counts. */
  languages: z.record(LanguageTag, StyleOverride).optional(),
  extra: Extra,
});
export type Style = z.infer<typeof Style>;
