import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Paragraph } from '../../shared/domain/transcript';

const root = join(import.meta.dirname, '..', '..');

/** The sample interview, made once for each build of it by the command people use (`outspoken sample`). */
export function sampleFolder(): string {
  const built = statSync(join(root, 'dist/node/workers/sample.js')).size;
  const folder = join(tmpdir(), `outspoken-test-sample-${built}`);
  if (existsSync(folder)) return folder;
  const temporary = join(tmpdir(), `outspoken-test-sample-${randomUUID()}`);
  mkdirSync(temporary);
  const run = spawnSync(process.execPath, [join(root, 'build/outspoken.mjs'), 'sample', temporary], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`the sample was not made: ${run.stderr}`);
  // Two test processes may make it at once; the first to finish wins.
  if (existsSync(folder)) rmSync(temporary, { recursive: true });
  else renameSync(temporary, folder);
  return folder;
}

const Truth = z.object({
  words: z.array(
    z.object({ text: z.string(), startMs: z.number(), endMs: z.number(), sentence: z.number() }),
  ),
});

/** True times of every word of one edition, in transcript order. */
export function sampleTruth(edition: string): z.infer<typeof Truth>['words'] {
  return Truth.parse(JSON.parse(readFileSync(join(sampleFolder(), `${edition}.words.json`), 'utf8'))).words;
}

export function sampleMedia(edition: string): string {
  return join(sampleFolder(), `${edition}.mp4`);
}

/** The transcript of one edition without its speaker labels; word ids are `w<paragraph>-<word>`. */
export function sampleParagraphs(edition: string): Paragraph[] {
  const blocks = readFileSync(join(sampleFolder(), `${edition}.txt`), 'utf8')
    .trim()
    .split('\n\n');
  return blocks.map((block, index) => testParagraph(block.replace(/^\w+: /, ''), index));
}

/** A paragraph of plain text, split into words at white space. */
export function testParagraph(text: string, index = 0): Paragraph {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return {
    id: `p${index}`,
    order: index,
    speakerId: null,
    language: null,
    hintMs: null,
    words: words.map((word, place) => ({
      id: `w${index}-${place}`,
      text: word,
      startMs: null,
      endMs: null,
      confidence: null,
    })),
  };
}
