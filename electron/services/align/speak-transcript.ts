import { AppError } from '../../../shared/api/errors';
import type { SpokenTranscript, SpokenUtterance } from '../../../shared/align/spoken';
import { SPEECH_RATE_HZ, type Espeak } from '../speech/espeak';
import { voiceFor } from '../speech/voices';
import { wordsOfSounds } from '../speech/words-of-sounds';
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
  const texts = words.map(({ text }) => text);
  const { samples, sounds } = espeak.speak(texts.join(' '), { voice, rate: RATE });
  return {
    wordIds: words.map(({ id }) => id),
    samples,
    rateHz: SPEECH_RATE_HZ,
    phones: wordsOfSounds(texts, sounds),
  };
}
