/** Reads large transcripts off the main thread: 50 MB of text take seconds. */
import { z } from 'zod';
import { serveWorker } from '../../platform/workers';
import { readTranscript } from './read';

const Task = z.object({
  source: z.union([
    z.object({ bytes: z.instanceof(Uint8Array), name: z.string() }),
    z.object({ text: z.string() }),
  ]),
  language: z.string(),
  encoding: z.string().nullable(),
});

serveWorker(async (input) => {
  const { source, language, encoding } = Task.parse(input);
  return readTranscript(source, language, encoding);
});
