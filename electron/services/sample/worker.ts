import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import { serveWorker } from '../../platform/workers';
import { Espeak } from '../speech/espeak';
import { speakInterview } from './interview';

const Input = z.object({ editions: z.array(z.array(z.enum(['en', 'ru', 'kk']))) });

/** Speaks one interview for each list of languages. */
serveWorker(async (raw, { progress, cancelled }) => {
  const { editions } = Input.parse(raw);
  const espeak = await Espeak.load();
  return editions.map((languages, index) => {
    if (cancelled()) throw new AppError('cancelled');
    progress(index / editions.length);
    return speakInterview(espeak, languages);
  });
});
