import { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import type { SpokenUtterance } from '../../../shared/align/spoken';
import { AppError } from '../../../shared/api/errors';
import { LanguageTag } from '../../../shared/domain/common';
import { Paragraph } from '../../../shared/domain/transcript';
import type { Analyse } from '../../../shared/spoken/japanese/morpheme';
import { hasJapanese, utterancesOf } from '../../../shared/spoken/utterances';
import { serveWorker } from '../../platform/workers';
import { note, recall } from './said';
import { endUtterances, sendUtterance } from './speech-pipe';
import { speakTranscript } from './speak-transcript';
import { Espeak } from './espeak';
import { loadJapanese } from './japanese';

/** A transcript to be spoken, and where its utterances go. */
const SpeakWork = z.object({
  /** As `Said`: what need not be said again, nor have its sound. */
  said: z.map(z.string(), z.string()),
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

/** The Japanese dictionary, once anything asked for it: some 110 MB, which go with the thread. */
let japanese: Promise<Analyse> | null = null;

/** Speaks a transcript, `SpeakWork`, into a pipe; what it had to say comes back as `Said`. */
serveWorker(async (raw, { progress, cancelled }) => {
  const { said, paragraphs, language, to, isPiece } = SpeakWork.parse(raw);
  if (hasJapanese(paragraphs, language)) japanese ??= loadJapanese();
  const utterances = utterancesOf(paragraphs, language, (await japanese) ?? undefined);
  const recalled = utterances.map((utterance) => recall(said, utterance));
  const left = utterances.filter((_, index) => !recalled[index]);
  const speaking = speakTranscript(await ready, left)[Symbol.iterator]();
  const sayNext = (): SpokenUtterance | null => {
    const next = speaking.next();
    return next.done === true ? null : next.value;
  };
  const added = new Map<string, string>();
  for (const [index, utterance] of utterances.entries()) {
    if (cancelled()) throw new AppError('cancelled');
    const known = recalled[index];
    const spoken = known ?? sayNext();
    if (!spoken) break;
    if (!known) added.set(...note(utterance, spoken));
    sendUtterance(to, spoken);
    progress((index + 1) / utterances.length);
  }
  endUtterances(to);
  if (isPiece && added.size > 0)
    setImmediate(() => {
      ready = Espeak.load();
    });
  return added;
});
