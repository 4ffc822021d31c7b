/** The campaign's logo and end card. */
import { z } from 'zod';
import { Branding, BrandFile, CardDuration, LogoPlace } from '../../domain/branding';
import { Job } from '../../domain/job';
import { Handle, inSession, method, nothing } from './common';

/** Pictures of a person's for one video, instead of the campaign's. */
export const GivenBranding = z.object({
  logo: LogoPlace.extend({ file: Handle }).nullable(),
  endCard: z.object({ file: Handle, durationMs: CardDuration }).nullable(),
});

/** See `contract.ts`. */
export const brandingCalls = {
  /** What the open project's campaign has. */
  'branding.get': method(inSession, Branding),
  /** Keeps it for all projects of the campaign's folder. */
  'branding.set': method(inSession.extend({ branding: Branding }), nothing),
  /** Draws a picture (or, as a card, the first 30 s of a video) anew into the campaign's folder; job result `brand`. Throws `bad-picture`. */
  'branding.add': method(inSession.extend({ file: Handle, use: z.enum(['logo', 'card']) }), Job),
  /** A file of the campaign as a PNG: of a video its first picture. */
  'branding.show': method(
    inSession.extend({ file: BrandFile }),
    z.object({ base64: z.string().max(96_000_000) }),
  ),
};
