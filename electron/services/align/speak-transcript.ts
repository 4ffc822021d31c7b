import { AppError } from '../../../shared/api/errors';
import type { SpokenPhone, SpokenTranscript, SpokenUtterance } from '../../../shared/align/spoken';
import { SPEECH_RATE_HZ, type Espeak, type Sound } from '../speech/espeak';
import { voiceFor } from '../speech/voices';
import type { Utterance } from './utterances';

/** Words a minute of the reference: calm speech, whose sounds are long enough to compare. */
const RATE = 165;

/** Speaks utterances one by one as the aligner asks for them. Throws `unknown-language` before the first. */
export function speakTranscript(espeak: Espeak, utterances: readonly Utterance[]): SpokenTranscript {
  const voices = new Map<string, string>();
  for (const { language } of utterances) {
    const voice = voiceFor(language);
    if (voice === null) throw new AppError('unknown-language', { language });
    voices.set(language, voice);
  }
  function* speak(): Generator<SpokenUtterance> {
    for (const utterance of utterances)
      yield speakUtterance(espeak, utterance, voices.get(utterance.language) ?? '');
  }
  return { count: utterances.length, utterances: { [Symbol.iterator]: speak } };
}

function speakUtterance(espeak: Espeak, { words }: Utterance, voice: string): SpokenUtterance {
  const { samples, sounds } = espeak.speak(words.map(({ text }) => text).join(' '), { voice, rate: RATE });
  return {
    wordIds: words.map(({ id }) => id),
    samples,
    rateHz: SPEECH_RATE_HZ,
    phones: phonesOf(sounds, words),
  };
}

/** Finds the written word of each sound by the code point at which the spoken word begins. */
function phonesOf(sounds: readonly Sound[], words: Utterance['words']): SpokenPhone[] {
  const ends: number[] = [];
  let end = 0;
  for (const { text } of words) ends.push((end += [...text].length + 1));
  let word = 0;
  return sounds.map(({ phone, startMs, endMs, position }) => {
    while (word < words.length - 1 && position >= (ends[word] ?? 0)) word++;
    return { phone, startMs, endMs, word };
  });
}
