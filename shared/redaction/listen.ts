/** What samples (-1..1) hold: arithmetic for listening to redacted sound. */

/** The largest sample, without its sign; 0 for none. */
export function largestSample(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

/** Which part of the power is anything but a steady tone: 0 for the tone alone, 1 for silence and for sound without it. */
export function shareBesideTone(samples: Float32Array, hz: number, rateHz: number): number {
  let [sine, cosine, power] = [0, 0, 0];
  for (const [n, sample] of samples.entries()) {
    const angle = (2 * Math.PI * hz * n) / rateHz;
    sine += sample * Math.sin(angle);
    cosine += sample * Math.cos(angle);
    power += sample * sample;
  }
  if (power === 0) return 1;
  return Math.max(0, 1 - (2 * (sine * sine + cosine * cosine)) / samples.length / power);
}
