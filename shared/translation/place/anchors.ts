import type { Features } from './features';

/** What anchors are worth, in nats. Ours, set on the Declaration in six languages. */
const WORTH = {
  number: 4,
  /** A number that stands on one side only. */
  strayNumber: -1.5,
  sound: 1.2,
  /** Each further letter that two sounds share beyond four. */
  soundLetter: 0.35,
  question: 2,
  strayQuestion: -2,
  shout: 1,
} as const;

/** How well two sides fit by numbers and the sign at the end, in nats. */
export function signScore(
  a: Pick<Features, 'numbers' | 'end'>,
  b: Pick<Features, 'numbers' | 'end'>,
): number {
  return numberScore(a.numbers, b.numbers) + endScore(a.end, b.end);
}

function numberScore(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 0;
  const left = [...b];
  let found = 0;
  for (const number of a) {
    const at = left.indexOf(number);
    if (at < 0) continue;
    left.splice(at, 1);
    found++;
  }
  return found * WORTH.number + (a.length - found + left.length) * WORTH.strayNumber;
}

/** What each sound of either side finds on the other, in nats: names and cognates begin alike. */
export function soundFit(
  a: readonly string[],
  b: readonly string[],
): { readonly a: Float32Array; readonly b: Float32Array } {
  const found = { a: new Float32Array(a.length), b: new Float32Array(b.length) };
  a.forEach((one, m) => {
    b.forEach((other, n) => {
      if (one.charCodeAt(0) !== other.charCodeAt(0)) return;
      const shared = commonStart(one, other);
      // The beginning alone is not enough where the rest of two long words is all different.
      if (shared < 4 || shared * 2 < Math.max(one.length, other.length)) return;
      const worth = WORTH.sound + WORTH.soundLetter * (shared - 4);
      found.a[m] = Math.max(found.a[m] ?? 0, worth);
      found.b[n] = Math.max(found.b[n] ?? 0, worth);
    });
  });
  return found;
}

function commonStart(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return n;
}

function endScore(a: Features['end'], b: Features['end']): number {
  if (a === '?' && b === '?') return WORTH.question;
  if ((a === '?') !== (b === '?')) return WORTH.strayQuestion;
  return a === '!' && b === '!' ? WORTH.shout : 0;
}
