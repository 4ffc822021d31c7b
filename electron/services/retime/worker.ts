import { AppError } from '../../../shared/api/errors';
import { ActivityStream } from '../../../shared/retime/activity';
import { referenceOf, referenceOfSpans, type Reference } from '../../../shared/retime/reference';
import { retime } from '../../../shared/retime/retime';
import { serveWorker } from '../../platform/workers';
import { RetimeWork } from './retime-work';

/** Puts cues in step: `RetimeWork` in, `Retiming` out. */
serveWorker(async (raw, { progress, pieces, cancelled }) => {
  const { cues, target } = RetimeWork.parse(raw);
  const tick = (fraction: number) => {
    if (cancelled()) throw new AppError('cancelled');
    progress(fraction);
  };
  const reference = await referenceFor(target, pieces);
  const limitMs = target.kind === 'audio' ? reference.durationMs : target.durationMs;
  return retime(cues, reference, limitMs, { tick });
});

/** `pieces`: whole samples. They are heard as they come, and none is kept. */
async function referenceFor(
  target: RetimeWork['target'],
  pieces: AsyncIterable<Uint8Array>,
): Promise<Reference> {
  if (target.kind === 'cues') return referenceOfSpans(target.spans, target.durationMs);
  const stream = new ActivityStream(target.rateHz);
  for await (const { buffer, byteOffset, length } of pieces)
    stream.add(new Int16Array(buffer, byteOffset, length >> 1));
  const { values, heard } = stream.finish();
  if (!heard) throw new AppError('no-voice', { name: target.name });
  return referenceOf(values, stream.durationMs, null);
}
