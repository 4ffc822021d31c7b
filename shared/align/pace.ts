import type { FineMatch } from './gains';
import { HOP_MS } from './mfcc';
import type { Reference } from './reference';

/**
 * Rows that each word of each utterance would take, said as the synthesiser says it at the pace of the recording; undefined for
 * words without sound. Linear in rows and phones.
 */
export function expectedRows(
  reference: Reference,
  { chain, states }: FineMatch,
): (readonly (number | undefined)[])[] {
  const expected = reference.utterances.map(expectedMs);
  const isFound = new Uint8Array(expected.length);
  let heard = 0;
  for (const state of states) {
    if ((chain.sound[state] ?? -1) < 0) continue;
    heard++;
    isFound[chain.utterance[state] ?? 0] = 1;
  }
  let ms = 0;
  for (const [utterance, times] of expected.entries())
    if (isFound[utterance]) for (const time of times) ms += time ?? 0;
  const pace = ms > 0 ? heard / ms : 1 / HOP_MS;
  return expected.map((times) => times.map((time) => time && time * pace));
}

function expectedMs({ phones }: Reference['utterances'][number]): (number | undefined)[] {
  const times: (number | undefined)[] = [];
  for (const { phone, startMs, endMs, word } of phones)
    if (phone !== '') times[word] = (times[word] ?? 0) + endMs - startMs;
  return times;
}
