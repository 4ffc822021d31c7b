import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { documentCues } from '../../../shared/formats/document/cues';
import { parseSubtitles } from '../../../shared/formats/document/read';
import { cliPlace, theObject } from '../../support/cli';
import { sampleSubtitles } from '../../support/sample-subtitles';

const PATIENCE_MS = 60_000;
/** The sample may have to be made first, on a busy machine. */
const SAMPLE_MS = 300_000;
const LATE_MS = 5000;
const NEAR_MS = 100;
const place = cliPlace();
const here = (name: string) => join(place.folder, name);

beforeAll(() => {
  writeFileSync(here('late.srt'), sampleSubtitles('sample-en', 8, LATE_MS));
  writeFileSync(here('right.srt'), sampleSubtitles('sample-en', 5, 0));
  writeFileSync(here('garbage.srt'), 'This is no subtitle file.\n'.repeat(20));
}, SAMPLE_MS);
afterAll(() => place.remove());

const Answer = z.object({
  rate: z.number(),
  segments: z.array(z.object({ fromCue: z.number(), offsetMs: z.number() })),
  leftOut: z.array(z.unknown()),
});

it(
  'late subtitles go where others of the same film, cut otherwise, are',
  async () => {
    const run = await place.run(['retime', 'late.srt', '--to', 'right.srt', '-o', 'out.srt', '--json']);
    expect(run).toMatchObject({ code: 0 });
    const late = cuesOf('late.srt');
    const { rate, segments, leftOut } = Answer.parse(theObject(run));
    expect({ rate, leftOut }).toEqual({ rate: 1, leftOut: [] });
    expect(segments).toMatchObject([{ fromCue: 1 }]);
    expect(Math.abs((segments[0]?.offsetMs ?? NaN) + LATE_MS)).toBeLessThanOrEqual(NEAR_MS);
    const out = cuesOf('out.srt');
    expect(out.map(({ text }) => text)).toEqual(late.map(({ text }) => text));
    const errors = out.map(({ startMs }, at) => Math.abs(startMs + LATE_MS - (late[at]?.startMs ?? NaN)));
    expect(Math.max(...errors)).toBeLessThanOrEqual(NEAR_MS);
  },
  PATIENCE_MS,
);

it(
  'what is no subtitle file ends in a sentence and exit code 3, with nothing written',
  async () => {
    const run = await place.run(['retime', 'garbage.srt', '--to', 'right.srt', '-o', 'never.srt']);
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toMatch(/garbage\.srt|subtitle/i);
    expect(existsSync(here('never.srt'))).toBe(false);
  },
  PATIENCE_MS,
);

function cuesOf(name: string) {
  return documentCues(parseSubtitles(readFileSync(here(name), 'utf8'), name)).cues;
}
