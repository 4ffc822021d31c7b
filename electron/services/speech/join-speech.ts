import { SPEECH_RATE_HZ, type Sound, type Speech } from './espeak';

const SAMPLES_PER_MS = SPEECH_RATE_HZ / 1000;

/** Several pieces of speech as one. */
export interface JoinedSpeech {
  readonly samples: Int16Array;
  /** The sounds of each piece, timed from the start of the whole. */
  readonly sounds: readonly (readonly Sound[])[];
}

/** Puts pieces of one sentence behind one another, without the silence a synthesiser leaves at the ends of each. */
export function joinSpeech(pieces: readonly Speech[]): JoinedSpeech {
  const [only] = pieces;
  if (only && pieces.length === 1) return { samples: only.samples, sounds: [only.sounds] };
  const cut = pieces.map((piece, index) => trimmed(piece, index > 0, index < pieces.length - 1));
  const samples = new Int16Array(cut.reduce((sum, piece) => sum + piece.samples.length, 0));
  let at = 0;
  const sounds = cut.map((piece) => {
    const offsetMs = at / SAMPLES_PER_MS;
    samples.set(piece.samples, at);
    at += piece.samples.length;
    return piece.sounds.map((sound) => ({
      ...sound,
      startMs: sound.startMs + offsetMs,
      endMs: sound.endMs + offsetMs,
    }));
  });
  return { samples, sounds };
}

function trimmed({ samples, sounds }: Speech, atStart: boolean, atEnd: boolean): Speech {
  const first = sounds.findIndex(({ phone }) => phone !== '');
  const last = sounds.findLastIndex(({ phone }) => phone !== '');
  if (first < 0) return { samples: samples.subarray(0, 0), sounds: [] };
  const from = atStart ? first : 0;
  const to = atEnd ? last + 1 : sounds.length;
  const start = atStart ? Math.floor((sounds[first]?.startMs ?? 0) * SAMPLES_PER_MS) : 0;
  const end = atEnd ? Math.ceil((sounds[last]?.endMs ?? 0) * SAMPLES_PER_MS) : samples.length;
  const startMs = start / SAMPLES_PER_MS;
  return {
    samples: samples.subarray(start, end),
    sounds: sounds
      .slice(from, to)
      .map((sound) => ({ ...sound, startMs: sound.startMs - startMs, endMs: sound.endMs - startMs })),
  };
}
