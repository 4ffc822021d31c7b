import type { MessagePort } from 'node:worker_threads';
import { z } from 'zod';
import type { SpokenUtterance } from '../../../shared/align/spoken';

const Floats = z.instanceof(Float32Array<ArrayBufferLike>);

const FromSpeaker = z.union([
  z.object({
    wordIds: z.array(z.string()),
    cepstra: z.object({ rows: z.number(), width: z.number(), values: Floats, levelDb: Floats }),
    phones: z.array(
      z.object({
        phone: z.string(),
        startMs: z.number(),
        endMs: z.number(),
        word: z.number(),
        opensWord: z.boolean(),
      }),
    ),
  }),
  z.null(),
]);

/** Hands a spoken utterance over; its cepstra may not be used afterwards. */
export function sendUtterance(port: MessagePort, utterance: SpokenUtterance): void {
  const { values, levelDb } = utterance.cepstra;
  const buffers = [values.buffer, levelDb.buffer].filter((buffer) => buffer instanceof ArrayBuffer);
  port.postMessage(utterance, buffers);
}

/** Tells that there are no more. */
export function endUtterances(port: MessagePort): void {
  port.postMessage(null);
  port.close();
}

/** Every utterance until the speaker ends, in order. */
export function receiveUtterances(port: MessagePort): Promise<SpokenUtterance[]> {
  const utterances: SpokenUtterance[] = [];
  return new Promise((resolve, reject) => {
    port.on('message', (raw: unknown) => {
      const { data: utterance, error } = FromSpeaker.safeParse(raw);
      if (error) reject(error);
      else if (utterance === null) {
        port.close();
        resolve(utterances);
      } else utterances.push(utterance);
    });
  });
}
