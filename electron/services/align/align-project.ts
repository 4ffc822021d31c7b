import { basename } from 'node:path';
import { paragraphLanguage } from '../../../shared/align/paragraph-language';
import { countScripts, scriptsOf } from '../../../shared/align/scripts';
import { AppError } from '../../../shared/api/errors';
import { Alignment } from '../../../shared/domain/alignment';
import type { Paragraph } from '../../../shared/domain/transcript';
import type { TimelineOfFile } from '../../../shared/ffmpeg/timeline';
import { languageName, scriptName } from '../../../shared/text/names';
import { runWorker } from '../../platform/workers';
import { voiceFor } from '../speech/voices';
import type { AlignWork } from './align-work';
import { listen, LISTEN_RATE_HZ } from './listen';

export interface AlignProjectOptions {
  readonly mediaPath: string;
  readonly ffmpegPath: string;
  /** From the probed media; without it the file's first sample counts as time 0. */
  readonly timeline?: TimelineOfFile | undefined;
  readonly paragraphs: readonly Paragraph[];
  /** BCP 47; of paragraphs that name none themselves. */
  readonly language: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with 0..1. */
  readonly onProgress?: ((fraction: number) => void) | undefined;
}

/** Share of the work that reading the sound takes. */
const LISTEN_SHARE = 0.05;
/** Some of the text must be in the language's own letters: names and quotations in others are common, whole texts are not. */
const OWN_SCRIPT_SHARE = 0.1;

/**
 * Times every word of a transcript against the sound of a file, in a worker. Every word of `paragraphs` is in the answer
 * once, in order.
 *
 * Throws `empty-transcript`, `unknown-language`, `wrong-script`, `no-audio`, `no-speech`, `mismatch`, `too-large` (over 8
 * hours), `cancelled`, `tool-missing`, and what ffmpeg makes of files that cannot be read.
 */
export async function alignProject(options: AlignProjectOptions): Promise<Alignment> {
  const { mediaPath, language, signal, onProgress = () => {} } = options;
  const paragraphs = withLanguages(options.paragraphs, language);
  checkTranscript(paragraphs, language);
  checkScripts(options.paragraphs, language);
  const samples = await listen(options);
  onProgress(LISTEN_SHARE);
  const work: AlignWork = {
    samples,
    rateHz: LISTEN_RATE_HZ,
    paragraphs,
    language,
    name: basename(mediaPath),
  };
  const found = await runWorker('align', work, {
    signal,
    onProgress: (fraction) => onProgress(LISTEN_SHARE + (1 - LISTEN_SHARE) * fraction),
    transfer: [samples.buffer],
  });
  return Alignment.parse(found);
}

function withLanguages(paragraphs: readonly Paragraph[], language: string): Paragraph[] {
  return paragraphs.map((paragraph) => ({
    ...paragraph,
    language: paragraph.language ?? paragraphLanguage(textOf([paragraph]), language),
  }));
}

function checkTranscript(paragraphs: readonly Paragraph[], language: string): void {
  const text = textOf(paragraphs);
  if (!/[\p{L}\p{N}]/u.test(text)) throw new AppError('empty-transcript');
  if (voiceFor(language) === null) throw new AppError('unknown-language', { language });
}

/** Each paragraph is held against the language it names, the others against the project's. */
function checkScripts(paragraphs: readonly Paragraph[], language: string): void {
  let [own, total] = [0, 0];
  const foreign = new Map<string, number>();
  for (const paragraph of paragraphs) {
    const expected = scriptsOf(paragraph.language ?? language);
    for (const [script, letters] of countScripts(textOf([paragraph]))) {
      total += letters;
      if (expected === null || expected.includes(script)) own += letters;
      else foreign.set(script, (foreign.get(script) ?? 0) + letters);
    }
  }
  const main = [...foreign].sort(([, a], [, b]) => b - a)[0]?.[0];
  if (main === undefined || own >= total * OWN_SCRIPT_SHARE) return;
  throw new AppError('wrong-script', { script: scriptName(main), language: languageName(language) });
}

function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs.flatMap(({ words }) => words.map(({ text }) => text)).join(' ');
}
