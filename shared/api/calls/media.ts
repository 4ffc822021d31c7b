/** Footage: what it is, its sound and its frames. */
import { z } from 'zod';
import { Id } from '../../domain/common';
import { MeasuredContrast } from '../../domain/contrast';
import { Job } from '../../domain/job';
import { MediaInfo } from '../../domain/media';
import { PictureShape } from '../../domain/video-output';
import { Handle, inSession, method } from './common';

/** A file, heard with its main sound or another of its own (index of the stream). */
const heardFile = z.object({ file: Handle, sound: z.number().int().min(0).optional() });

/** See `contract.ts`. */
export const mediaCalls = {
  'media.probe': method(z.object({ file: Handle }), MediaInfo),
  /** Starts (or finds cached) the peak pyramid; job result `waveform`. */
  'media.waveform': method(heardFile, Job),
  /** Interleaved int8 min, max of buckets `[from, to)` of one level. */
  'media.peaks': method(
    heardFile.extend({
      level: z.number().int().min(0),
      from: z.number().int().min(0),
      to: z.number().int().min(0),
    }),
    z.object({ base64: z.string() }),
  ),
  /** Starts (or finds cached) the spectrogram; job result `spectrogram`. */
  'media.spectrogram': method(heardFile, Job),
  /** Columns `[from, to)` of one level: `bands` bytes each, lowest pitch first, 0 silent to 255 full scale. */
  'media.spectrogramColumns': method(
    heardFile.extend({
      level: z.number().int().min(0),
      from: z.number().int().min(0),
      to: z.number().int().min(0),
    }),
    z.object({ base64: z.string() }),
  ),
  /** Starts (or finds cached) the frame index; job result `frames`. */
  'media.frames': method(z.object({ file: Handle }), Job),
  /** Presentation times in ms (fractions kept) of frames `[from, to)`. */
  'media.frameTimes': method(
    z.object({ file: Handle, from: z.number().int().min(0), to: z.number().int().min(0) }),
    z.object({ timesMs: z.array(z.number()) }),
  ),
  /** Starts (or finds cached) the search for shot changes; job result `shots`. */
  'media.shots': method(z.object({ file: Handle }), Job),
  /** The shot changes of footage that was looked through before; null otherwise. */
  'media.knownShots': method(
    z.object({ file: Handle }),
    z.object({ shotsMs: z.array(z.number()).nullable() }),
  ),
  /**
   * Looks at the footage under every cue of a track that was not looked at as it is now, and measures how well the letters stand
   * out; job result `contrast`, with all cues. `shape`: in the picture of that output, with pseudonyms in place too; left out: in
   * the footage's own.
   */
  'contrast.measure': method(inSession.extend({ track: Id, shape: PictureShape.optional() }), Job),
  /** What is known of a track as it is now; without what was never measured or looks otherwise since. */
  'contrast.known': method(
    inSession.extend({ track: Id, shape: PictureShape.optional() }),
    z.object({ cues: z.array(MeasuredContrast) }),
  ),
  /** Makes a preview that Chromium can show; job result `proxy`. */
  'media.proxy': method(heardFile, Job),
};
