import { AppError } from '../../../shared/api/errors';
import { speechActivity } from '../../../shared/retime/activity';
import { referenceOf, referenceOfSpans, type Reference } from '../../../shared/retime/reference';
import { retime } from '../../../shared/retime/retime';
import { serveWorker } from '../../platform/workers';
import { RetimeWork } from './retime-work';

/** Share of the work that listening takes. */
const HEARING_SHARE = 0.3;

/** Puts cues in step: `RetimeWork` in, `Retiming` out. */
serveWorker(async (raw, { progress, cancelled }) => {
  const { cues, target } = RetimeWork.parse(raw);
  const tick = (fraction: number) => {
    if (cancelled()) throw new AppError('cancelled');
    progress(fraction);
  };
  const reference = referenceFor(target, (fraction) => tick(fraction * HEARING_SHARE));
  const limitMs = target.kind === 'audio' ? reference.durationMs : target.durationMs;
  return retime(cues, reference, limitMs, {
    tick: (fraction) => tick(HEARING_SHARE + (1 - HEARING_SHARE) * fraction),
  });
});

function referenceFor(target: RetimeWork['target'], tick: (fraction: number) => void): Reference {
  if (target.kind === 'cues') return referenceOfSpans(target.spans, target.durationMs);
  const { values, heard } = speechActivity(target.samples, target.rateHz, tick);
  if (!heard) throw new AppError('no-voice', { name: target.name });
  return referenceOf(values, (target.samples.length * 1000) / target.rateHz, null);
}
