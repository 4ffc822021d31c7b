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

/** Every utterance until the speaker ends, in order, as they come. The port is closed at the end, or when nobody reads on. */
export async function* receiveUtterances(port: MessagePort): AsyncGenerator<SpokenUtterance, void> {
  const waiting: unknown[] = [];
  let come = () => {};
  port.on('message', (raw: unknown) => {
    waiting.push(raw);
    come();
  });
  try {
    for (;;) {
      while (waiting.length === 0) await new Promise<void>((resolve) => (come = resolve));
      const utterance = FromSpeaker.parse(waiting.shift());
      if (utterance === null) return;
      yield utterance;
    }
  } finally {
    port.close();
  }
}
