import { z } from 'zod';
import { runOn } from '../../../shared/text/unspaced';
import { splitWords, type Written } from '../../../shared/transcript/words';
import { soundingEnd, SPEECH_RATE_HZ, type Delivery, type Espeak, type Speech } from '../speech/espeak';
import { wordsOfSounds } from '../speech/words-of-sounds';
import { LABELS, TURNS, type Role, type SampleLanguage, type Turn } from './texts';

/** One word of the transcript, as `splitWords` has it, and when it is really said, `[startMs, endMs)`. */
export const TrueWord = z.object({
  text: z.string(),
  startMs: z.number(),
  endMs: z.number(),
  language: z.string(),
  speaker: z.string(),
  /** 0-based, counted through the file. */
  sentence: z.number(),
});
export type TrueWord = z.infer<typeof TrueWord>;

/** An interview as sound, as transcript and as truth. */
export const Interview = z.object({
  /** Mono, 16-bit, 22,050 Hz. */
  samples: z.instanceof(Int16Array<ArrayBufferLike>),
  words: z.array(TrueWord),
  /** Plain text: one paragraph a turn, `Label: text`, blank lines between. */
  transcript: z.string(),
});
export type Interview = z.infer<typeof Interview>;

/**
 * How they speak. On purpose unlike the aligner's reference (plain voices, 165 words a minute, pitch 50): other voice
 * variants, rates and pitches, or the aligner would find its own voice again and any test on the sample would be a cheat.
 */
const DELIVERIES: Readonly<Record<SampleLanguage, Readonly<Record<Role, Delivery>>>> = {
  en: {
    interviewer: { voice: 'en+f3', rate: 158, pitch: 58 },
    defender: { voice: 'en-us+m3', rate: 142, pitch: 36 },
  },
  ru: {
    interviewer: { voice: 'ru+f2', rate: 172, pitch: 62 },
    defender: { voice: 'ru+m7', rate: 150, pitch: 40 },
  },
  kk: {
    interviewer: { voice: 'kk+f4', rate: 150, pitch: 55 },
    defender: { voice: 'kk+m1', rate: 176, pitch: 42 },
  },
};

/** Silences in ms, taken in turn: before everything, between sentences, between speakers, between languages, after all. */
const LEAD_IN_MS = 1500;
const SENTENCE_PAUSES_MS = [350, 620, 480, 900, 270];
const TURN_PAUSES_MS = [700, 1400, 2300, 1000];
const LANGUAGE_PAUSE_MS = 3000;
const LEAD_OUT_MS = 1500;

/** What is said in one language, and how either of them says it. */
export interface Script {
  /** BCP 47. */
  readonly language: string;
  readonly turns: readonly Turn[];
  readonly deliveries: Readonly<Record<Role, Delivery>>;
}

/** Speaks the sample's turns of the given languages one after the other. Blocks while it does: call it in a worker. */
export function speakInterview(espeak: Espeak, languages: readonly SampleLanguage[]): Interview {
  return speakScripts(
    espeak,
    languages.map((language) => ({ language, turns: TURNS[language], deliveries: DELIVERIES[language] })),
  );
}

/** Speaks scripts one after the other. Blocks while it does. */
export function speakScripts(espeak: Espeak, scripts: readonly Script[]): Interview {
  const tape = new Tape();
  const words: TrueWord[] = [];
  let sentence = 0;
  tape.pause(LEAD_IN_MS);
  for (const [index, { language, turns, deliveries }] of scripts.entries()) {
    if (index > 0) tape.pause(LANGUAGE_PAUSE_MS);
    for (const [turn, { role, sentences }] of turns.entries()) {
      if (turn > 0) tape.pause(TURN_PAUSES_MS[turn % TURN_PAUSES_MS.length] ?? 0);
      for (const [place, text] of sentences.entries()) {
        if (place > 0) tape.pause(SENTENCE_PAUSES_MS[sentence % SENTENCE_PAUSES_MS.length] ?? 0);
        const { samples, sounds } = espeak.speak(text, deliveries[role]);
        const about = { language, speaker: LABELS[role], sentence: sentence++ };
        for (const timed of timeWords(splitWords(text, language), { samples, sounds }, tape.ms)) words.push({ ...timed, ...about });
        tape.add(samples);
      }
    }
  }
  tape.pause(LEAD_OUT_MS);
  const transcript = scripts.flatMap(({ turns }) => turns.map(paragraph)).join('\n\n') + '\n';
  return { samples: tape.samples(), words, transcript };
}

function paragraph({ role, sentences }: Turn): string {
  return `${LABELS[role]}: ${runOn(sentences)}`;
}

function timeWords(words: readonly Written[], { samples, sounds }: Speech, offsetMs: number) {
  const placed = wordsOfSounds(words, sounds).filter(({ phone }) => phone !== '');
  return words.map((word, index) => {
    const own = placed.filter((sound) => sound.word === index);
    const startMs = Math.round(offsetMs + (own[0]?.startMs ?? 0));
    const last = own.at(-1);
    const end = last ? soundingEnd(samples, last.startMs, last.endMs) : 0;
    return { text: word.text, startMs, endMs: Math.round(offsetMs + end) };
  });
}

/** Sound put end to end. */
class Tape {
  readonly #parts: Int16Array[] = [];
  #length = 0;

  get ms(): number {
    return (this.#length * 1000) / SPEECH_RATE_HZ;
  }

  add(samples: Int16Array): void {
    this.#parts.push(samples);
    this.#length += samples.length;
  }

  pause(ms: number): void {
    this.add(new Int16Array(Math.round((ms * SPEECH_RATE_HZ) / 1000)));
  }

  samples(): Int16Array {
    const all = new Int16Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}
