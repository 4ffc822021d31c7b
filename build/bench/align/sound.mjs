/** Sounds of the development set as Float32Array, mono, 16 kHz, 1 = full scale. Everything is seeded: same set everywhere. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

export const RATE = 16_000;

/** mulberry32: uniform in [0, 1). */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs ffmpeg over raw samples or a file. */
function ffmpeg(input, output, data) {
  const run = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-nostdin', ...input, ...output, '-ac', '1', '-ar', String(RATE), '-f', 's16le', '-'],
    { input: data, maxBuffer: 1 << 30 },
  );
  if (run.status !== 0) throw new Error(`ffmpeg: ${run.stderr}`);
  const bytes = new Uint8Array(run.stdout);
  return Float32Array.from(new Int16Array(bytes.buffer, 0, bytes.length >> 1), (value) => value / 32_768);
}

const bytesOf = (samples) =>
  Buffer.from(
    Int16Array.from(samples, (value) => Math.max(-32_768, Math.min(32_767, Math.round(value * 32_767))))
      .buffer,
  );

export const decode = (path, format) => ffmpeg([...(format ? ['-f', format] : []), '-i', path], []);

/** Passes samples through ffmpeg audio filters. */
export const filtered = (samples, filters) =>
  ffmpeg(['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', '-'], ['-af', filters], bytesOf(samples));

/** Of `length` bytes of samples. */
export function wavHeader(length) {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(length, 40);
  return header;
}

export function writeWav(path, samples) {
  const data = bytesOf(samples);
  writeFileSync(path, Buffer.concat([wavHeader(data.length), data]));
}

export function joined(pieces) {
  const whole = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export const silence = (seconds) => new Float32Array(Math.max(0, Math.round(seconds * RATE)));

export function rms(samples) {
  let sum = 0;
  for (const value of samples) sum += value * value;
  return Math.sqrt(sum / Math.max(1, samples.length));
}

/** `samples` with `other` (repeated as often as needed) added, scaled to the RMS level `level`. */
export function mixed(samples, other, level) {
  const scale = level / rms(other);
  return samples.map((value, at) => value + scale * other[at % other.length]);
}

export function hiss(length, random) {
  return Float32Array.from({ length }, () => {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return radius * Math.cos(2 * Math.PI * random());
  });
}

/** White noise through Paul Kellet's three-pole filter: 3 dB less in each octave. */
export function pinkNoise(length, random) {
  let [a, b, c] = [0, 0, 0];
  return hiss(length, random).map((white) => {
    a = 0.997_65 * a + white * 0.099_046;
    b = 0.963 * b + white * 0.296_516_4;
    c = 0.57 * c + white * 1.052_691_3;
    return a + b + c + white * 0.1848;
  });
}

/** A room: sparse echoes of random sign and place ("velvet noise") that fall by 60 dB in `seconds`, 3 dB under the voice. */
export function inRoom(samples, seconds, random) {
  const spacing = 16;
  const echoes = Array.from({ length: Math.floor((seconds * RATE) / spacing) }, (_, index) => {
    const at = Math.floor((index + random()) * spacing) + 1;
    return { at, gain: (random() < 0.5 ? -1 : 1) * Math.exp((-6.9 * at) / (seconds * RATE)) };
  });
  const power = Math.sqrt(echoes.reduce((sum, { gain }) => sum + gain * gain, 0));
  const result = samples.slice();
  for (const { at, gain } of echoes) {
    const scale = (0.7 * gain) / power;
    for (let n = at; n < result.length; n++) result[n] += scale * samples[n - at];
  }
  const scale = rms(samples) / rms(result);
  return result.map((value) => value * scale);
}

/** Level of each 10 ms in dB of full scale. */
export function levels(samples) {
  const hop = RATE / 100;
  return Float32Array.from(
    { length: Math.floor(samples.length / hop) },
    (_, row) => 10 * Math.log10(rms(samples.subarray(row * hop, (row + 1) * hop)) ** 2 + 1e-10),
  );
}
