import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import type { cliPlace } from './cli';

const Checked = z.object({
  tracks: z.array(z.object({ findings: z.array(z.object({ rule: z.string() })) })),
});

/** Exports a project as SRT: the lines together say `text`, and the profile finds nothing wrong with lines, gaps and durations. */
export async function expectSrt(
  place: ReturnType<typeof cliPlace>,
  project: string,
  { text, profile }: { readonly text: string; readonly profile: string },
): Promise<void> {
  expect((await place.run(['export', project, '--srt', 'said.srt'])).code).toBe(0);
  const lines = readFileSync(join(place.folder, 'said.srt'), 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/u)
    .filter((line) => !/^\d+$|-->/u.test(line));
  expect(lines.join('')).toBe(text);
  const { stdout } = await place.run(['check', project, '--profile', profile, '--json']);
  const rules = Checked.parse(JSON.parse(stdout)).tracks.flatMap(({ findings }) =>
    findings.map(({ rule }) => rule),
  );
  expect(rules.filter((rule) => /^(?:line-|gap|overlap|min-|max-)/u.test(rule))).toEqual([]);
}
