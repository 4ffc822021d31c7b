import loadEspeak, { type EspeakEvent, type EspeakWorker } from '@echogarden/espeak-ng-emscripten';
import { AppError } from '../../../shared/api/errors';
import { pronounceable } from './pronounceable';

/** How something is said. */
export interface Delivery {
  /** Name of an espeak-ng voice, from `voiceFor`, with or without a variant (`ru+m3`). */
  readonly voice: string;
  /** Words a minute, 80 to 450. */
  readonly rate: number;
  /** 0 to 100; 50, the default, is the voice's own. */
  readonly pitch?: number | undefined;
}

/** One sound; `phone` is IPA without stress, length and tie marks, empty for a pause. */
export interface Sound {
  readonly phone: string;
  /** `[startMs, endMs)` from the start of the samples. */
  readonly startMs: number;
  readonly endMs: number;
  /** 0-based code point of the text at which the word it belongs to begins; what was read from a number points into it. */
  readonly position: number;
  /** Whether a spoken word begins with it; a number is several of them. */
  readonly opensWord: boolean;
}

export interface Speech {
  /** Mono, 16-bit, 22,050 Hz. */
  readonly samples: Int16Array;
  readonly sounds: readonly Sound[];
}

/** What espeak-ng synthesises, whatever the voice. */
export const SPEECH_RATE_HZ = 22_050;
const SAMPLES_PER_MS = SPEECH_RATE_HZ / 1000;
/** A silence of espeak-ng this long and this quiet is a pause; a shorter one belongs to the sound before it. */
const SHORTEST_PAUSE_MS = 60;
const PAUSE_RMS = 56;
const QUIET_STEP_MS = 10;

/**
 * espeak-ng as WebAssembly in this thread. Synthesis is synchronous and blocks: use it in a worker only.
 * The same calls in the same order give the same samples in voices without breath, which are all but some variants: espeak-ng
 * seeds the noise of breath by the clock when it is loaded.
 */
export class Espeak {
  readonly #engine: EspeakWorker;
  #voice = '';

  private constructor(engine: EspeakWorker) {
    this.#engine = engine;
  }

  /** Loads the engine and its data from the package: about 0.3 s and 80 MB. */
  static async load(): Promise<Espeak> {
    const { eSpeakNGWorker } = await loadEspeak();
    return new Espeak(new eSpeakNGWorker());
  }

  /** Speaks plain text; nothing in it is taken for markup. Throws `unknown-language` where the voice does not exist. */
  speak(text: string, { voice, rate, pitch = 50 }: Delivery): Speech {
    this.#setVoice(voice);
    this.#engine.set_rate(rate);
    this.#engine.set_pitch(pitch);
    const chunks: Int16Array[] = [];
    const events: EspeakEvent[] = [];
    this.#engine.synthesize(pronounceable(text), (samples, more) => {
      chunks.push(samples);
      events.push(...more);
      return false;
    });
    const samples = joined(chunks);
    return { samples, sounds: soundsOf(events, samples) };
  }

  #setVoice(voice: string): void {
    if (voice === this.#voice) return;
    if (this.#engine.set_voice(voice) !== 0) throw new AppError('unknown-language', { language: voice });
    this.#voice = voice;
  }
}

function joined(chunks: readonly Int16Array[]): Int16Array {
  const samples = new Int16Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    samples.set(chunk, at);
    at += chunk.length;
  }
  return samples;
}

/** Phoneme events as sounds: each lasts until the next event of sound; empty ones become pauses or part of the sound before. */
function soundsOf(events: readonly EspeakEvent[], samples: Int16Array): Sound[] {
  const sounds: Sound[] = [];
  const timed = events.filter(({ type }) => type === 'word' || type === 'phoneme' || type === 'end');
  let position = 0;
  let opensWord = true;
  for (const [index, event] of timed.entries()) {
    // Text positions of the words of one number or of a moved clause may step back; the reading order never does.
    if (event.type === 'word') {
      position = Math.max(position, event.text_position - 1);
      opensWord = true;
    }
    if (event.type !== 'phoneme') continue;
    const next = timed.slice(index + 1, index + 4).find(({ type }) => type !== 'word');
    const startMs = event.audio_position;
    const endMs = next?.audio_position ?? samples.length / SAMPLES_PER_MS;
    if (endMs <= startMs) continue;
    const phone = plainPhone(event.id);
    const isPause = phone === '' && endMs - startMs >= SHORTEST_PAUSE_MS && isQuiet(samples, startMs, endMs);
    const last = sounds.at(-1);
    if (phone !== '' || isPause) {
      sounds.push({ phone, startMs, endMs, position, opensWord: opensWord && phone !== '' });
      opensWord &&= phone === '';
    } else if (last && last.phone !== '') sounds[sounds.length - 1] = { ...last, endMs };
  }
  return sounds;
}

/** IPA without stress, length, tie and palatal marks, tone digits and language switches. */
function plainPhone(id: string | number | undefined): string {
  return String(id ?? '')
    .replace(/\(.*?\)/g, '')
    .replace(/[ˈˌː‿͡ʲ\-_'ˑ.0-9]/g, '');
}

/**
 * When in `[startMs, endMs)` a sound has died away: espeak-ng lets a word last until the next begins, though there may be a pause
 * that its dying away keeps from counting as one. `endMs` where less than a pause is left.
 */
export function soundingEnd(samples: Int16Array, startMs: number, endMs: number): number {
  let quietMs = endMs;
  while (quietMs > startMs) {
    const before = Math.max(startMs, quietMs - QUIET_STEP_MS);
    if (!isQuiet(samples, before, quietMs)) break;
    quietMs = before;
  }
  return endMs - quietMs >= SHORTEST_PAUSE_MS ? quietMs : endMs;
}

function isQuiet(samples: Int16Array, startMs: number, endMs: number): boolean {
  const from = Math.floor(startMs * SAMPLES_PER_MS);
  const to = Math.min(samples.length, Math.ceil(endMs * SAMPLES_PER_MS));
  let energy = 0;
  for (let at = from; at < to; at++) energy += (samples[at] ?? 0) ** 2;
  return energy < PAUSE_RMS ** 2 * Math.max(1, to - from);
}
