import { HOP_MS, type Cepstra } from './mfcc';
import type { Reference, ReferenceUtterance } from './reference';
import type { SpokenPhone } from './spoken';

/**
 * The same utterances said backwards: the same sounds as often and as long, in an order that nobody says. What they gain in a
 * recording any text of this length gains. Linear.
 */
export function backwards(reference: Reference): Reference {
  return { ...reference, utterances: reference.utterances.map(reversed) };
}

function reversed({ wordIds, phones, cepstra, sounding, bound }: ReferenceUtterance): ReferenceUtterance {
  const endMs = Math.max(sounding.length * HOP_MS, phones.at(-1)?.endMs ?? 0);
  const last = wordIds.length - 1;
  return {
    wordIds: wordIds.toReversed(),
    phones: phones.toReversed().map((phone, index, all) => ({
      phone: phone.phone,
      startMs: endMs - phone.endMs,
      endMs: endMs - phone.startMs,
      word: last - Math.max(0, phone.word),
      opensWord: closesWord(phone, all[index - 1]),
    })),
    cepstra: reversedSound(cepstra),
    sounding: sounding.toReversed(),
    bound,
  };
}

/** Whether a phone is the last of its spoken word; `next`: the one after it. */
function closesWord({ phone, word }: SpokenPhone, next: SpokenPhone | undefined): boolean {
  return phone !== '' && (!next || next.phone === '' || next.opensWord || next.word !== word);
}

function reversedSound({ rows, width, values, levelDb }: Cepstra): Cepstra {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row++)
    turned.set(values.subarray(row * width, (row + 1) * width), (rows - 1 - row) * width);
  return { rows, width, values: turned, levelDb: levelDb.toReversed() };
}
