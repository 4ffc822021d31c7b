import { align } from '../../../shared/align/align';
import { serveWorker } from '../../platform/workers';
import { Espeak } from '../speech/espeak';
import { AlignWork } from './align-work';
import { speakTranscript } from './speak-transcript';
import { utterancesOf } from './utterances';

/** Aligns one recording: `AlignWork` in, `Alignment` out. */
serveWorker(async (raw, { progress, cancelled }) => {
  const { samples, rateHz, paragraphs, language, name } = AlignWork.parse(raw);
  const utterances = utterancesOf(paragraphs, language);
  const transcript = speakTranscript(await Espeak.load(), utterances);
  return align({ samples, rateHz }, transcript, { onProgress: progress, isCancelled: cancelled, name });
});
