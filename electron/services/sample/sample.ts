import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ffmpegError } from '../../../shared/ffmpeg/errors';
import { runTool } from '../../platform/spawn';
import { runWorker } from '../../platform/workers';
import { SPEECH_RATE_HZ } from '../speech/espeak';
import { Interview } from './interview';
import { filmArguments, pictureArguments } from './picture';
import { SAMPLE_LANGUAGES } from './texts';

export interface SampleOptions {
  /** Is made where it is not there. */
  readonly folder: string;
  readonly ffmpegPath: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

export interface SampleFiles {
  /** MP4, 1280×720, 25 frames a second, H.264 and AAC. */
  readonly mediaPath: string;
  /** UTF-8 text with speaker labels. */
  readonly transcriptPath: string;
  /** JSON `{durationMs, words: TrueWord[]}`, words in transcript order. */
  readonly truthPath: string;
}

/** The whole interview first, then each language by itself. */
const EDITIONS = [
  { name: 'sample-interview', languages: SAMPLE_LANGUAGES },
  ...SAMPLE_LANGUAGES.map((language) => ({ name: `sample-${language}`, languages: [language] })),
];
const SPEAKING_SHARE = 0.2;
const PICTURE_SHARE = 0.4;

/**
 * Makes the sample interview: two speakers, three languages, pauses, a room with noise. Writes `sample-interview` and
 * `sample-{en,ru,kk}`, each as `.mp4`, `.txt` and `.words.json`; older ones are replaced, each file at once when complete.
 *
 * Deterministic for one ffmpeg. It is a fair test for the aligner, which speaks with the same synthesiser: voices, rates
 * and pitches differ from the aligner's, and echo, noise, band limits and AAC come on top; real voices are harder still.
 * Answers with the files of the whole interview. Throws `cancelled`, `disk-full`, `no-permission`, `tool-failed`.
 */
export async function makeSample(options: SampleOptions): Promise<SampleFiles> {
  const { folder, signal, onProgress = () => {} } = options;
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(folder, '.making-'));
  try {
    const editions = EDITIONS.map(({ languages }) => languages);
    const spoken = await runWorker(
      'sample',
      { editions },
      { signal, onProgress: (fraction) => onProgress(fraction * SPEAKING_SHARE) },
    );
    const interviews = z.array(Interview).parse(spoken);
    await ffmpeg(options, work, pictureArguments('picture.mp4'), 'picture.mp4');
    for (const [index, { name }] of EDITIONS.entries()) {
      onProgress(PICTURE_SHARE + (1 - PICTURE_SHARE) * (index / EDITIONS.length));
      const interview = interviews[index];
      if (interview) await writeEdition(options, work, name, interview);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  onProgress(1);
  return filesOf(folder, 'sample-interview');
}

/** Where an edition's files are: `sample-interview`, `sample-en`, `sample-ru` or `sample-kk`. */
export function filesOf(folder: string, name: string): SampleFiles {
  return {
    mediaPath: join(folder, `${name}.mp4`),
    transcriptPath: join(folder, `${name}.txt`),
    truthPath: join(folder, `${name}.words.json`),
  };
}

async function writeEdition(
  options: SampleOptions,
  work: string,
  name: string,
  { samples, words, transcript }: Interview,
): Promise<void> {
  const durationMs = Math.round((samples.length * 1000) / SPEECH_RATE_HZ);
  await writeFile(join(work, 'speech.raw'), samples);
  const inputs = { picture: 'picture.mp4', speech: 'speech.raw', speechRateHz: SPEECH_RATE_HZ, durationMs };
  await ffmpeg(options, work, filmArguments(inputs, 'film.mp4'), `${name}.mp4`);
  await writeFile(join(work, 'transcript'), transcript);
  await writeFile(join(work, 'truth'), `${JSON.stringify({ durationMs, words }, null, 1)}\n`);
  const files = filesOf(options.folder, name);
  await rename(join(work, 'film.mp4'), files.mediaPath);
  await rename(join(work, 'transcript'), files.transcriptPath);
  await rename(join(work, 'truth'), files.truthPath);
}

async function ffmpeg(
  { ffmpegPath, signal }: SampleOptions,
  cwd: string,
  args: readonly string[],
  name: string,
): Promise<void> {
  const run = await runTool({ command: ffmpegPath, args, cwd, signal });
  if (run.code !== 0) throw ffmpegError({ tool: 'ffmpeg', code: run.code, stderr: run.stderrTail, name });
}
