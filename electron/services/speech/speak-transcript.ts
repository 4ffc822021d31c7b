import { AppError } from '../../../shared/api/errors';
import { mfcc } from '../../../shared/align/mfcc';
import type { SpokenPhone, SpokenUtterance } from '../../../shared/align/spoken';
import type { SpokenToken, Utterance, WrittenWord } from '../../../shared/spoken/token';
import { SPEECH_RATE_HZ, type Delivery, type Espeak, type Sound } from './espeak';
import { joinSpeech } from './join-speech';
import { voiceFor } from './voices';
import { shareSounds, wordsOfSounds } from './words-of-sounds';

/** How the reference is spoken. */
export interface Manner {
  /** Words a minute, 80 to 450. Default 165: calm speech, whose sounds are long enough to compare. */
  readonly rate?: number | undefined;
  /** An espeak-ng variant of every voice: `m1`–`m8` men, `f1`–`f5` women. Default: the language's own voice, a man's. */
  readonly variant?: string | undefined;
  /** 0 to 100; 50, the default, is the voice's own. */
  readonly pitch?: number | undefined;
}

const RATE = 165;

/**
 * Speaks utterances one by one as they are asked for; each run of tokens of one language in that language's voice.
 * Sounds go to written words: those of a token that stands for several words are shared out by its shares or their length. Throws
 * `unknown-language` before the first for a language of an utterance that has no voice.
 */
export function speakTranscript(
  espeak: Espeak,
  utterances: readonly Utterance[],
  { rate = RATE, variant, pitch }: Manner = {},
): Iterable<SpokenUtterance> {
  for (const { language } of utterances)
    if (voiceFor(language) === null) throw new AppError('unknown-language', { language });
  const delivery = (language: string, own: string): Delivery => {
    const voice = voiceFor(language) ?? voiceFor(own) ?? '';
    return { voice: variant === undefined ? voice : `${voice}+${variant}`, rate, pitch };
  };
  function* speak(): Generator<SpokenUtterance> {
    for (const utterance of utterances)
      yield speakUtterance(espeak, utterance, (language) => delivery(language, utterance.language));
  }
  return { [Symbol.iterator]: speak };
}

function speakUtterance(
  espeak: Espeak,
  { words, tokens }: Utterance,
  deliveryOf: (language: string) => Delivery,
): SpokenUtterance {
  const runs = runsOf(tokens);
  const { samples, sounds } = joinSpeech(
    runs.map((run) => espeak.speak(textOf(run), deliveryOf(run[0]?.language ?? ''))),
  );
  return {
    wordIds: words.map(({ id }) => id),
    cepstra: mfcc(samples, SPEECH_RATE_HZ),
    phones: runs.flatMap((run, index) => phonesOf(run, words, sounds[index] ?? [])),
  };
}

/** Neighbouring tokens of one language. */
function runsOf(tokens: readonly SpokenToken[]): SpokenToken[][] {
  const runs: SpokenToken[][] = [];
  for (const token of tokens) {
    const run = runs.at(-1);
    if (run?.[0]?.language === token.language) run.push(token);
    else runs.push([token]);
  }
  return runs;
}

/** Apart by blanks whatever the writing: so espeak-ng tells where each word begins, and says Chinese, Japanese and Thai alike. */
function textOf(tokens: readonly SpokenToken[]): string {
  return tokens.map(({ text }) => text).join(' ');
}

function phonesOf(
  tokens: readonly SpokenToken[],
  words: readonly WrittenWord[],
  sounds: readonly Sound[],
): SpokenPhone[] {
  const placed = wordsOfSounds(
    tokens.map(({ text }) => ({ text })),
    sounds,
  );
  return tokens.flatMap(({ from, to, shares }, index) => {
    const own = placed.filter(({ word }) => word === index);
    const lengths = words.slice(from, to).map(({ text }) => text.length);
    return shareSounds(own, shares ?? lengths).map(({ phone, startMs, endMs, opensWord, word }) => ({
      phone,
      startMs,
      endMs,
      opensWord,
      word: from + word,
    }));
  });
}
