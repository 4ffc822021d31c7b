import { beforeAll, expect, test, vi } from 'vitest';
import { speakTranscript } from '../../../electron/services/speech/speak-transcript';
import { Espeak, SPEECH_RATE_HZ, type Sound } from '../../../electron/services/speech/espeak';
import { joinSpeech } from '../../../electron/services/speech/join-speech';
import { wordsOfSounds } from '../../../electron/services/speech/words-of-sounds';
import { align } from '../../../shared/align/align';
import { inOnePiece, mfcc } from '../../../shared/align/mfcc';
import type { Paragraph } from '../../../shared/domain/transcript';
import { utterancesOf } from '../../../shared/spoken/utterances';
import { joinWords, type Written } from '../../../shared/transcript/words';

const PATIENCE_MS = 120_000;
let espeak: Espeak;

/** The second by which espeak-ng seeds the breath of the voices below: with this noise half of "2005" was once lost. */
const BREATH_SEED_MS = 1_700_000_103_000;

beforeAll(async () => {
  vi.useFakeTimers({ now: BREATH_SEED_MS, toFake: ['Date'] });
  espeak = await Espeak.load();
  vi.useRealTimers();
}, PATIENCE_MS);

/**
 * Sentences as they are said; where something else is written it stands before the `=`, `_` for a blank inside what is
 * said for one written word. Nothing behind the `=`: written and not said.
 */
const INTERVIEWS = {
  en: {
    voice: 'en+f2',
    sentences: [
      'We came to this city in 1998=nineteen_ninety_eight, and nothing was easy for us then.',
      'About 25%=twenty_five_percent of the people had no papers, [sighs]= and nobody asked them why.',
      'The NGO=en_gee_oh was founded on May 12=twelfth, 2005=two_thousand_and_five by Dr.=doctor Brown.',
      'They gave us $5=five million=million_dollars and 10–15=ten_to_fifteen people came every day.',
      'More than 1=one_million 250=two_hundred_fifty 000=thousand people signed the letter, e.g.=for_example my own family.',
      'In the XXI=twenty_first century, human rights are not &=and never were a luxury.',
      'Write to us at team@example.org=team_at_example_dot_org or call before 9:00=nine_oh_clock in the morning.',
    ],
  },
  ru: {
    voice: 'ru+f3',
    sentences: [
      'Мы приехали сюда в 1998=тысяча_девятьсот_девяносто_восьмом г.=году, и тогда никто не помогал.',
      'Примерно 25%=двадцать_пять_процентов людей жили без документов, (вздыхает)= и никто не спрашивал почему.',
      'В XXI=двадцать_первом веке права человека – это не роскошь, а норма.',
      'Наша НПО=эн_пэ_о открылась 12=двенадцатого мая на ул.=улице Абая рядом с парком.',
      'Это был 21-й=двадцать_первый день, и нас было 10–15=десять_пятнадцать человек, не больше.',
      'Нам дали 2=два млн=миллиона тенге, т.е.=то_есть совсем немного для такого города.',
      'Телефон +77011234567=плюс_семь_семьсот_один_сто_двадцать_три_сорок_пять_шестьдесят_семь знали все, кто искал защиты.',
    ],
  },
  kk: {
    voice: 'kk+f2',
    sentences: [
      'Біз бұл қалаға 1998=мың_тоғыз_жүз_тоқсан_сегізінші ж.=жылы келдік, ол кезде ешкім көмектескен жоқ.',
      'Адамдардың 25%=жиырма_бес_пайызы құжатсыз тұрды, [күледі]= ешкім себебін сұраған жоқ.',
      'XXI=жиырма_бірінші ғасырда адам құқығы сән емес, қажеттілік болып табылады.',
      'БҰҰ=бэ_ұ_ұ бұл туралы 3-ші=үшінші рет айтып отыр, бірақ өзгеріс аз.',
      'Ол 12=он_екінші мамыр күні ашылды, көршілер мен туыстар т.б.=тағы_басқа адамдар келді.',
      'Бағасы 3,5=үш_бүтін_оннан_бес миллион теңге болды, сондықтан біз күттік.',
    ],
  },
} as const;

interface Said {
  readonly written: string;
  /** What is said for it; empty for nothing. */
  readonly spoken: string;
}

function parse(sentence: string): Said[] {
  return sentence.split(' ').map((part) => {
    const [written = '', spoken] = part.split('=');
    const [, word = '', mark = ''] = /^(.*?)([,.]?)$/u.exec(spoken ?? part) ?? [];
    if (spoken === undefined) return { written: part, spoken: part };
    return { written: written + mark, spoken: word === '' ? '' : word.replaceAll('_', ' ') + mark };
  });
}

/** Every sentence said by another voice at another speed, and when each written word is heard; null for one not said. */
function recording(sentences: readonly (readonly Said[])[], voice: string) {
  const speeches = sentences.map((words) =>
    espeak.speak(joinWords(spokenOf(words)), { voice, rate: 150, pitch: 60 }),
  );
  // The first and the last silence of `joinSpeech` stay, so a mute piece on either side is not needed.
  const { samples, sounds } = joinSpeech(speeches);
  const truth = sentences.flatMap((words, index) => timesOf(words, sounds[index] ?? []));
  return { samples, truth };
}

function spokenOf(words: readonly Said[]): Written[] {
  return words.flatMap(({ spoken }) => (spoken === '' ? [] : [{ text: spoken }]));
}

function timesOf(words: readonly Said[], sounds: readonly Sound[]) {
  const placed = wordsOfSounds(spokenOf(words), sounds).filter(({ phone }) => phone !== '');
  let at = -1;
  return words.map(({ written, spoken }) => {
    if (!/\p{L}/u.test(spoken)) {
      if (spoken !== '') at++;
      return { written, isSaid: false, isSpecial: true, startMs: 0, endMs: 0 };
    }
    at++;
    const own = placed.filter(({ word }) => word === at);
    const [first, last] = [own[0], own.at(-1)];
    return {
      written,
      isSaid: true,
      isSpecial: spoken !== written,
      startMs: first?.startMs ?? 0,
      endMs: last?.endMs ?? 0,
    };
  });
}

function paragraphOf(words: readonly Said[], index: number): Paragraph {
  return {
    id: `p${index}`,
    order: index,
    speakerId: null,
    language: null,
    hintMs: null,
    words: words.map(({ written }, place) => ({
      id: `${index}-${place}`,
      text: written,
      startMs: null,
      endMs: null,
      confidence: null,
    })),
  };
}

test.each(['en', 'ru', 'kk'] as const)(
  'numbers, abbreviations and acronyms are timed in %s',
  async (language) => {
    const { voice, sentences } = INTERVIEWS[language];
    const parsed = sentences.map(parse);
    const { samples, truth } = recording(parsed, voice);
    const utterances = utterancesOf(parsed.map(paragraphOf), language);
    const { words } = await align(
      { cepstra: inOnePiece(mfcc(samples, SPEECH_RATE_HZ)) },
      speakTranscript(espeak, utterances),
    );
    expect(words.length).toBe(truth.length);
    const errors = truth.flatMap(({ written, isSaid, isSpecial, startMs, endMs }, index) => {
      const found = words[index];
      const off = (edge: number | null | undefined, right: number) =>
        Math.round(Math.abs((edge ?? Infinity) - right));
      return isSaid
        ? [{ written, isSpecial, start: off(found?.startMs, startMs), end: off(found?.endMs, endMs) }]
        : [];
    });
    for (const special of errors.filter(({ isSpecial }) => isSpecial)) {
      expect(special.start, `start of ${special.written}`).toBeLessThanOrEqual(150);
      // A synthesiser's last sound before a comma runs into the pause.
      if (!/[,.]$/u.test(special.written))
        expect(special.end, `end of ${special.written}`).toBeLessThanOrEqual(150);
    }
    expect(errors.filter(({ start }) => start <= 100).length).toBeGreaterThanOrEqual(errors.length * 0.95);
  },
  PATIENCE_MS,
);
