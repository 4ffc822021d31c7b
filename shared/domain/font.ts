import { z } from 'zod';

/** What a font file says of itself, as far as drawing subtitles goes. */
export const FontFacts = z.object({
  /** Name id 1 of the Windows platform: what libass finds it by. */
  family: z.string().min(1).max(100),
  /** Name id 16, where it has one: the family it belongs to with all other weights. */
  kin: z.string().min(1).max(100).optional(),
  /** OS/2 usWeightClass. */
  weight: z.number().int().min(1).max(1000),
  italic: z.boolean(),
  /**
   * Above and below the baseline in em: OS/2 usWinAscent and usWinDescent, or hhea's where these are 0. libass takes a font
   * size for their sum (`ass_font.c`, `set_font_metrics`).
   */
  ascentEm: z.number(),
  descentEm: z.number(),
  /** Mean width of a character in em (OS/2 xAvgCharWidth). */
  averageEm: z.number(),
  /** Code points it draws, in hexadecimal, `20-7e a0`, ends in. */
  coverage: z.string(),
});
export type FontFacts = z.infer<typeof FontFacts>;

/** A font file of a campaign: it lies in the folder `fonts` beside the project or its footage. */
export const CampaignFont = FontFacts.extend({
  /** Its file name: plain ASCII, with a hash of what is in it. */
  file: z.string().regex(/^[A-Za-z0-9_-]{1,80}\.(?:ttf|otf)$/),
});
export type CampaignFont = z.infer<typeof CampaignFont>;
