import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Project } from '../../../shared/domain/project';
import { setCueText } from '../../../shared/edits/cue';
import { acceptSuggestions } from '../../../shared/edits/review';
import { parseProjectFile } from '../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../shared/formats/project/write';
import { sortedProject } from '../../../shared/history/tables';
import { notesOf } from '../../../shared/review/merge-notes';
import { writeReview, type Review } from '../../../shared/review/review-file';
import { bundleChild } from '../../support/bundle-child';
import { acts, packetOf, reviewBy, SOME_DAY } from '../../support/reviews';
import { cue, idMaker, sampleProject, track } from '../../support/sample-project';

const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'Everyone has the right to be heard',
  kk: 'Әркімнің тыңдалуға құқығы бар',
  ru: 'Каждый имеет право быть услышанным',
  es: 'Toda persona tiene derecho a ser oída',
  fr: 'Chacun a le droit d’être entendu',
  ar: 'لكل إنسان الحق في أن يُسمع صوته',
  zh: '人人都有权被倾听',
  pt: 'Toda pessoa tem direito a ser ouvida',
  de: 'Jeder hat das Recht gehört zu werden',
};
const CUES = 12;
const REVIEWERS = 40;
const folder = mkdtempSync(join(tmpdir(), 'outspoken-many-'));
let program: string;

/** One interview in nine languages. */
function interview(): Project {
  const tags = Object.keys(LANGUAGES);
  return sortedProject({
    ...sampleProject(),
    paragraphs: [],
    tracks: tags.map((tag, order) => track(tag, order === 0 ? 'source' : 'translation', tag, order)),
    cues: tags.flatMap((tag) =>
      Array.from({ length: CUES }, (_, n) =>
        cue(`${tag}${n}`, n * 3000, n * 3000 + 2500, `${LANGUAGES[tag] ?? ''} ${n}`, {
          trackId: tag,
          sourceCueId: tag === 'en' ? null : `en${n}`,
        }),
      ),
    ),
  });
}

/** Forty reviews of packets of three versions; ten reviewers send a first state too, before the whole one. */
function reviews(): Review[] {
  const base = interview();
  const versions = [base];
  for (const n of [1, 2]) {
    const before = versions[n - 1] ?? base;
    versions.push(setCueText.apply(before, { id: `ru${n}`, text: `Версия ${n} этого места` }));
  }
  const packets = versions.map((version, n) => packetOf(version, `packet-${n}`));
  const doing = fc.sample(acts, { numRuns: REVIEWERS, seed: 7 });
  return doing.flatMap((acted, who) => {
    const packet = packets[who % packets.length];
    if (!packet) return [];
    const whole = reviewBy(packet, `reviewer-${who}`, `R${who}`, [
      { at: who * 3, what: 'suggest', word: who },
      ...acted,
    ]);
    return who % 4 === 0 ? [{ ...whole, notes: whole.notes.slice(0, 1) }, whole] : [whole];
  });
}

beforeAll(async () => {
  program = await bundleChild(join(import.meta.dirname, 'merge-child.ts'), folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the child; kills it hard after so many steps (null: lets it end). Answers whether it ended by itself. */
function run(args: readonly string[], killAfter: number | null): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args]);
    let [said, failure] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (killAfter !== null && said.split('\n').length > killAfter) child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => (failure += chunk.toString()));
    child.on('close', (code, signal) =>
      code === 0 || signal === 'SIGKILL' ? resolve(signal === null) : reject(new Error(failure)),
    );
  });
}

/** The project after all reviews were merged in an order, by a process that was killed after these numbers of steps. */
async function mergedIn(order: string, files: readonly string[], kills: readonly number[]): Promise<Project> {
  const path = join(folder, `${order}.outspoken`);
  writeFileSync(path, writeProjectFile({ project: interview(), savedSeq: 0, savedEntry: null, extra: {} }));
  const args = [path, join(folder, 'drafts'), ...files];
  for (const killAfter of kills) await run(args, killAfter);
  expect(await run(args, null)).toBe(true);
  return parseProjectFile(readFileSync(path, 'utf8'), order).project;
}

it('forty reviews in nine languages end the same in every order, whenever the process is killed', async () => {
  const all = reviews();
  mkdirSync(join(folder, 'back'));
  const files = all.map((review, n) => {
    const path = join(folder, 'back', `${n}.review.json`);
    writeFileSync(path, writeReview(review));
    return path;
  });
  const shuffled = [...files].sort((a, b) => hash(a) - hash(b));
  const results = [
    await mergedIn('forward', files, []),
    await mergedIn('backward', files.toReversed(), [3, 20]),
    await mergedIn('shuffled', shuffled, [1, 9, 30]),
  ];
  const [first] = results;
  for (const result of results) {
    expect(result.notes).toEqual(first?.notes);
    expect(result.cues).toEqual(first?.cues);
  }
  const known = new Set(first?.notes.map(({ id }) => id));
  for (const { id } of all.flatMap(notesOf)) expect(known).toContain(id);
  const accepted = results.map((result) => {
    const ids = result.notes.flatMap(({ id, kind }) => (kind === 'suggestion' ? [id] : []));
    return acceptSuggestions.apply(result, { newId: idMaker(), ids, signed: { by: 'ED', atMs: SOME_DAY } });
  });
  for (const one of accepted) expect(one).toEqual(accepted[0]);
  const taken =
    accepted[0]?.notes.filter((note) => note.kind === 'suggestion' && note.decision !== null) ?? [];
  expect(taken.length).toBeGreaterThan(REVIEWERS / 2);
});

function hash(text: string): number {
  let sum = 17;
  for (const unit of text) sum = (Math.imul(sum, 31) + unit.charCodeAt(0)) | 0;
  return sum;
}
