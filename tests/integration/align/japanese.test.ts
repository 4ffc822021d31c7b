/** An interview in Japanese, kanji and all, from footage to SRT, on the command line as people run it. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { speakScripts, type Interview, type Script } from '../../../electron/services/sample/interview';
import { filmArguments, pictureArguments } from '../../../electron/services/sample/picture';
import { Espeak, SPEECH_RATE_HZ } from '../../../electron/services/speech/espeak';
import { cliPlace } from '../../support/cli';
import { OTHER_INTERVIEW } from '../../support/other-interview';
import { expectSrt } from '../../support/unspaced-srt';

/**
 * What is written, and how it is said, by hand: phonetic kana (particles as wa, e and o, `ー` for long vowels), which espeak-ng reads
 * by itself. The first two sentences are article 1 of the Universal Declaration.
 */
const TURNS = [
  [
    'すべて=すべて の=の 人間=にんげん は、=わ、 生まれながら=うまれながら に=に して=して 自由=じゆー で=で あり、=あり、 かつ、=かつ、 尊厳=そんげん と=と 権利=けんり と=と について=について 平等=びょーどー で=で ある。=ある。',
    '人間=にんげん は、=わ、 理性=りせー と=と 良心=りょーしん と=と を=お 授けられて=さずけられて おり、=おり、 互いに=たがいに 同胞=どーほー の=の 精神=せーしん を=お もって=もって 行動=こーどー しなければ=しなければ ならない。=ならない。',
  ],
  [
    '私=わたし は=わ 東京=とーきょー で=で 生まれ、=うまれ、 大学=だいがく で=で 法律=ほーりつ を=お 学びました。=まなびました。',
    '二〇二四年=にせんにじゅーよねん の=の 五月=ごがつ 十二日=じゅーににち に、=に、 三十人=さんじゅーにん 以上=いじょー が=が 逮捕=たいほ されました。=されました。',
    '当時=とーじ 私=わたし は=わ 二十歳=はたち で、=で、 友人=ゆーじん が=が 二人=ふたり いなく=いなく なりました。=なりました。',
  ],
  [
    '10年前=じゅーねんまえ から=から NGO=えぬじーおー で=で 働いて=はたらいて います。=います。',
    '家族=かぞく は=わ 学校=がっこー へ=え 行く=いく こと=こと を=お 許されません=ゆるされません でした。=でした。',
    '会費=かいひ は=わ 1,500円=せんごひゃくえん で、=で、 20%=にじゅっぱーせんと の=の 人=ひと が=が 払えません。=はらえません。',
  ],
  [
    'それでも=それでも 私たち=わたしたち は=わ 声=こえ を=お 上げ=あげ 続けます。=つづけます。',
    'アムネスティ=あむねすてぃ と=と 一緒に=いっしょに 毎日=まいにち 電話=でんわ を=お かけて=かけて います。=います。',
  ],
].map((sentences) =>
  sentences.map((sentence) =>
    sentence.split(' ').map((unit) => {
      const [written = '', said = ''] = unit.split('=');
      return { written, said };
    }),
  ),
);
type Unit = (typeof TURNS)[number][number][number];
const SENTENCES = TURNS.flat();

/** The same in kana only, as people write it, phrases apart. */
const IN_KANA = [
  'すべての　にんげんは、　うまれながらにして　じゆうであり、　かつ、　そんげんと　けんりとについて　びょうどうである。',
  'にんげんは、　りせいと　りょうしんとを　さずけられており、　たがいに　どうほうの　せいしんをもって　こうどうしなければならない。',
  'わたしは　とうきょうで　うまれ、　だいがくで　ほうりつを　まなびました。',
  'にせんにじゅうよねんの　ごがつ　じゅうににちに、　さんじゅうにんいじょうが　たいほされました。',
  'とうじ　わたしは　はたちで、　ゆうじんが　ふたり　いなくなりました。',
  'じゅうねんまえから　えぬじーおーで　はたらいています。',
  'かぞくは　がっこうへ　いくことを　ゆるされませんでした。',
  'かいひは　せんごひゃくえんで、　にじゅっパーセントの　ひとが　はらえません。',
  'それでも　わたしたちは　こえを　あげつづけます。',
  'アムネスティと　いっしょに　まいにち　でんわを　かけています。',
];

/** About other things. */
const ENGLISH_TEXT = [
  'Last night in the kitchen the cat ate the fish and my grandmother was very angry about it. The cherry trees in the garden are ' +
    'not in bloom yet, but the plum blossoms opened last week. The forecast said that rain would fall in the afternoon, so I hung ' +
    'the washing inside the room. The new bicycle runs lightly even uphill, and it takes less than five minutes to the station.',
  ...OTHER_INTERVIEW,
].join(' ');

/** As in the sample, voices and rates are not those that the aligner speaks with. */
const SCRIPT: Script = {
  language: 'ja',
  turns: TURNS.map((sentences, n) => ({
    role: n % 2 === 0 ? 'interviewer' : 'defender',
    sentences: sentences.map((units) => units.map(({ said }) => said).join(' ')),
  })),
  deliveries: {
    interviewer: { voice: 'ja+f3', rate: 150, pitch: 58 },
    defender: { voice: 'ja+m3', rate: 140, pitch: 38 },
  },
};

const PATIENCE_MS = 300_000;
const NEAR_MS = 100;

const Time = z.number().nullable();
const Part = z.object({ text: z.string(), startMs: Time, endMs: Time, confidence: Time });
const Aligned = z.object({
  words: z.array(Part.extend({ parts: z.array(Part).optional() })),
  unplaced: z.array(z.unknown()),
});
type Aligned = z.infer<typeof Aligned>;

const writtenOf = (units: readonly Unit[]) => units.map(({ written }) => written).join('');
const text = `${TURNS.map((sentences) => sentences.map(writtenOf).join('')).join('\n\n')}\n`;
const place = cliPlace();
/** When each unit begins. */
let truth: (Unit & { startMs: number; isFirst: boolean })[];

beforeAll(async () => {
  const interview = speakScripts(await Espeak.load(), [SCRIPT]);
  truth = unitsOf(interview);
  execFileSync('ffmpeg', pictureArguments(join(place.folder, 'picture.mp4')));
  film(interview, 'ja.mp4');
}, PATIENCE_MS);
afterAll(() => place.remove());

function film({ samples }: Interview, name: string): void {
  writeFileSync(join(place.folder, 'speech.raw'), samples);
  const durationMs = Math.round((samples.length * 1000) / SPEECH_RATE_HZ);
  const inputs = { picture: 'picture.mp4', speech: 'speech.raw', speechRateHz: SPEECH_RATE_HZ, durationMs };
  execFileSync('ffmpeg', filmArguments(inputs, name), { cwd: place.folder });
}

/** The interview's words are ICU's of the kana; a unit begins where one of them does. */
function unitsOf({ words }: Interview): typeof truth {
  const starts = startsOf(words);
  let at = 0;
  return SENTENCES.flatMap((units) =>
    units.map((unit, index) => {
      const startMs = starts.get(at) ?? NaN;
      at += unit.said.length;
      return { ...unit, startMs, isFirst: index === 0 };
    }),
  );
}

/** When each word begins, by where it begins in the text without spaces. */
function startsOf(words: readonly { text: string; startMs: number | null }[]): Map<number, number> {
  let at = 0;
  return new Map(words.map((word) => [(at += word.text.length) - word.text.length, word.startMs ?? NaN]));
}

async function aligned(name: string, transcript: string): Promise<Aligned> {
  writeFileSync(join(place.folder, `${name}.txt`), transcript);
  const run = await place.run([
    ...['align', 'ja.mp4', `${name}.txt`, '--lang', 'ja', '-o', `${name}.outspoken`, '--json'],
  ]);
  if (run.code !== 0) throw new Error(run.stderr);
  return Aligned.parse(JSON.parse(run.stdout));
}

const partsOf = ({ words }: Aligned) => words.flatMap((word) => word.parts ?? [word]);

describe('a Japanese interview', () => {
  test(
    'nine words of ten begin within 100 ms, every sentence within 300, and none is doubted',
    async () => {
      const found = await aligned('kanji', text);
      expect(found.unplaced).toEqual([]);
      expect(partsOf(found).filter(({ confidence }) => (confidence ?? 0) < 0.5)).toEqual([]);
      const starts = startsOf(partsOf(found));
      let at = 0;
      const errors = truth.flatMap(({ written, startMs, isFirst }) => {
        const start = starts.get(at);
        at += written.length;
        // Where ICU has no word of its own there is nothing to compare.
        return start === undefined ? [] : [{ written, isFirst, ms: Math.abs(start - startMs) }];
      });
      const told = errors.map(({ written, ms }) => `${written} ${Math.round(ms)}`).join(', ');
      expect(errors.length).toBeGreaterThan(truth.length * 0.95);
      expect(errors.filter(({ ms }) => ms <= NEAR_MS).length, told).toBeGreaterThanOrEqual(
        errors.length * 0.9,
      );
      expect(errors.filter(({ isFirst, ms }) => isFirst && ms > 300)).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'the SRT says what the transcript says, and its lines keep to the profile',
    () =>
      expectSrt(place, 'kanji.outspoken', { text: SENTENCES.map(writtenOf).join(''), profile: 'netflix-ja' }),
    PATIENCE_MS,
  );

  test(
    'written in kana only: sentences begin within 300 ms',
    async () => {
      const found = await aligned('kana', IN_KANA.join('\n'));
      const starts = startsOf(partsOf(found));
      const firsts = truth.filter(({ isFirst }) => isFirst);
      let at = 0;
      const errors = IN_KANA.map((sentence, n) => {
        const start = starts.get(at) ?? Infinity;
        at += sentence.replaceAll('\u3000', '').length;
        return Math.abs(start - (firsts[n]?.startMs ?? 0));
      });
      expect(
        errors.filter((ms) => ms > 300),
        errors.join(' '),
      ).toEqual([]);
    },
    PATIENCE_MS,
  );

  test(
    'an English text is refused',
    async () => {
      writeFileSync(join(place.folder, 'en.txt'), ENGLISH_TEXT);
      const run = await place.run(['align', 'ja.mp4', 'en.txt', '--lang', 'en', '-o', 'en.outspoken']);
      expect(run.code, run.stderr).toBe(3);
      expect(existsSync(join(place.folder, 'en.outspoken'))).toBe(false);
    },
    PATIENCE_MS,
  );
});
