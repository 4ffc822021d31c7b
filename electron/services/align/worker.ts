import { align } from '../../../shared/align/align';
import { utterancesOf } from '../../../shared/spoken/utterances';
import { serveWorker } from '../../platform/workers';
import { Espeak } from '../speech/espeak';
import { AlignWork } from './align-work';
import { speakTranscript } from './speak-transcript';

/** Aligns one recording: `AlignWork` in, drafts (lists of `WordTiming`) as news, `Alignment` out. */
serveWorker(async (raw, { progress, news, cancelled }) => {
  const { samples, rateHz, startMs, paragraphs, language, drafts, ...guidance } = AlignWork.parse(raw);
  const utterances = utterancesOf(paragraphs, language);
  const transcript = speakTranscript(await Espeak.load(), utterances);
  return align({ samples, rateHz, startMs }, transcript, {
    ...guidance,
    onProgress: progress,
    onDraft: drafts ? news : undefined,
    isCancelled: cancelled,
  });
});
