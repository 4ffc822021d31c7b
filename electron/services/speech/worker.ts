import { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import { LanguageTag } from '../../../shared/domain/common';
import { Paragraph } from '../../../shared/domain/transcript';
import { utterancesOf } from '../../../shared/spoken/utterances';
import { serveWorker } from '../../platform/workers';
import { endUtterances, sendUtterance } from './speech-pipe';
import { speakTranscript } from './speak-transcript';
import { Espeak } from './espeak';

/** A transcript to be spoken, and where its utterances go. */
const SpeakWork = z.object({
  paragraphs: z.array(Paragraph),
  language: LanguageTag,
  to: z.instanceof(MessagePort),
  /** Whether another is likely to follow soon. */
  isPiece: z.boolean(),
});

/**
 * What speaks next. Each transcript has an engine of its own, for what an engine has said before colours what it says; for pieces
 * it is loaded beforehand, since that takes longer than speaking half a minute.
 */
let ready = Espeak.load();

/** Speaks a transcript, `SpeakWork`, into a pipe. */
serveWorker(async (raw, { progress, cancelled }) => {
  const { paragraphs, language, to, isPiece } = SpeakWork.parse(raw);
  const espeak = await ready;
  const utterances = utterancesOf(paragraphs, language);
  let done = 0;
  for (const utterance of speakTranscript(espeak, utterances)) {
    if (cancelled()) throw new AppError('cancelled');
    sendUtterance(to, utterance);
    progress(++done / utterances.length);
  }
  endUtterances(to);
  if (isPiece)
    setImmediate(() => {
      ready = Espeak.load();
    });
});
