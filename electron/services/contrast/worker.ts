import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import { ContrastMeter } from '../../../shared/contrast/meter';
import { serveWorker } from '../../platform/workers';

const Work = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  emPx: z.number().positive(),
  colours: z.array(z.string()).max(1024),
});

/** Pictures in pieces in; the contrast of each cue out. One picture is held at a time. */
serveWorker(async (raw, { pieces, cancelled }) => {
  const meter = new ContrastMeter(Work.parse(raw));
  const frame = new Uint8Array(meter.frameBytes);
  let filled = 0;
  for await (const piece of pieces) {
    if (cancelled()) throw new AppError('cancelled');
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + frame.length - filled);
      frame.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < frame.length) continue;
      meter.add(frame);
      filled = 0;
    }
  }
  return meter.ratios();
});
