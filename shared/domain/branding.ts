/** What a campaign puts on its videos: a logo over the picture, a card after its end. */
import { z } from 'zod';

/** A picture or short video of the campaign, by its file name in the folder `branding`: with a hash of what is in it. */
export const BrandFile = z.string().regex(/^brand-[0-9a-f]{16}\.(?:png|mp4)$/);
export type BrandFile = z.infer<typeof BrandFile>;

export const Corner = z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right']);
export type Corner = z.infer<typeof Corner>;

/** How a logo lies on the picture. */
export const LogoPlace = z.object({
  corner: Corner,
  /** Width as a share of the picture's. */
  width: z.number().min(0.02).max(0.5),
  /** Distance from both edges as a share of the picture's shorter side. */
  margin: z.number().min(0).max(0.25),
  /** 1: as the file has it. */
  opacity: z.number().min(0.05).max(1),
});
export type LogoPlace = z.infer<typeof LogoPlace>;

/** How long a card stays; a video that is shorter keeps its last picture. */
export const CardDuration = z.number().int().min(500).max(30_000);

/** Logo and end card of a campaign, as they are kept and as a file of a plan asks for them. */
export const Branding = z.object({
  logo: LogoPlace.extend({ file: BrandFile }).nullable(),
  endCard: z.object({ file: BrandFile, durationMs: CardDuration }).nullable(),
});
export type Branding = z.infer<typeof Branding>;

export const NO_BRANDING: Branding = { logo: null, endCard: null };

/** Small enough not to cover a face, large enough for a phone. */
export const USUAL_LOGO: LogoPlace = { corner: 'top-right', width: 0.14, margin: 0.04, opacity: 1 };

/** Long enough to read an address. */
export const USUAL_CARD_MS = 4000;

/** Whether a file of a campaign moves. */
export function isMovingBrand(file: string): boolean {
  return file.endsWith('.mp4');
}
