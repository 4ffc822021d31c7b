/** `outspoken translate`: a language added, a translation placed as text, Word table or CSV, refusals. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { ExportManifest } from '../../../shared/domain/export';
import { parseProjectFile } from '../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../shared/formats/project/write';
import { parseGlossaryCsv, parseTbx } from '../../../shared/translation/glossary/terms';
import { parseTmx } from '../../../shared/translation/memory/tmx';
import { cliPlace, type CliPlace } from '../../support/cli';
import { parallelUnits } from '../../support/parallel';
import { projectOf } from '../../support/translation-project';

const units = parallelUnits('en', 'ru').slice(0, 10);
const Placed = z.object({ isTable: z.boolean(), missing: z.array(z.string()), empty: z.number() });
let place: CliPlace;

beforeAll(() => {
  place = cliPlace();
  const project = projectOf(
    units.map(({ source }) => source),
    'en',
  );
  const text = writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} });
  writeFileSync(join(place.folder, 'a.outspoken'), text);
});
afterAll(() => place.remove());

const project = () =>
  parseProjectFile(readFileSync(join(place.folder, 'a.outspoken'), 'utf8'), 'a.outspoken').project;
const textOf = (language: string) => {
  const track = project().tracks.find((each) => each.language === language);
  return project().cues.flatMap((cue) => (cue.trackId === track?.id ? [cue.text] : []));
};
const overrides = (path: string) => {
  const { files } = ExportManifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  return files.flatMap((file) => file.overrides);
};
const letters = (text: string) => text.replace(/\s+/gu, '');

it('adds a language once, with an empty cue beside each one of the source', async () => {
  const run = await place.run(['translate', 'add', 'a.outspoken', '--lang', 'kk', '--json']);
  expect(run.code).toBe(0);
  expect(textOf('kk')).toEqual(
    project()
      .cues.filter(({ trackId }) => trackId === project().tracks[0]?.id)
      .map(() => ''),
  );
  const again = await place.run(['translate', 'add', 'a.outspoken', '--lang', 'kk']);
  expect(again.code).toBe(3);
  expect(again.stderr).toContain('already');
}, 60_000);

it('places a text file and says what is not translated', async () => {
  writeFileSync(
    join(place.folder, 'ru.txt'),
    units
      .filter((_, n) => n !== 8)
      .map(({ target }) => target)
      .join(' '),
  );
  const run = await place.run(['translate', 'place', 'a.outspoken', 'ru.txt', '--lang', 'ru', '--json']);
  expect(run.code).toBe(0);
  const result = Placed.parse(JSON.parse(run.stdout));
  expect(result.isTable).toBe(false);
  expect(letters(textOf('ru').join(''))).toBe(
    letters(
      units
        .filter((_, n) => n !== 8)
        .map(({ target }) => target)
        .join(''),
    ),
  );
}, 60_000);

it('places a table by its rows', async () => {
  const source = project().cues.filter(({ trackId }) => trackId === project().tracks[0]?.id);
  const rows = source.map(({ text }, n) => `"${text.replaceAll('\n', ' ')}",Ligne ${n + 1}.`);
  writeFileSync(join(place.folder, 'fr.csv'), ['English,French', ...rows].join('\n'));
  const run = await place.run(['translate', 'place', 'a.outspoken', 'fr.csv', '--lang', 'fr', '--json']);
  expect(run.stderr).toBe('');
  expect(Placed.parse(JSON.parse(run.stdout))).toMatchObject({ isTable: true, missing: [], empty: 0 });
  expect(textOf('fr')).toEqual(source.map((_, n) => `Ligne ${n + 1}.`));
}, 60_000);

it('changes nothing where it is used wrongly', async () => {
  const before = readFileSync(join(place.folder, 'a.outspoken'), 'utf8');
  expect((await place.run(['translate', 'place', 'a.outspoken', 'ru.txt'])).code).toBe(2);
  expect((await place.run(['translate', 'turn', 'a.outspoken'])).code).toBe(2);
  writeFileSync(join(place.folder, 'empty.txt'), '');
  expect((await place.run(['translate', 'place', 'a.outspoken', 'empty.txt', '--lang', 'ru'])).code).toBe(3);
  expect(readFileSync(join(place.folder, 'a.outspoken'), 'utf8')).toBe(before);
}, 60_000);

it('has drafts made by a program of one’s own, and changes nothing where that fails', async () => {
  const Run = z.object({ drafts: z.number(), asked: z.number(), odd: z.number() });
  const program = join(place.folder, 'mt.cjs');
  writeFileSync(
    program,
    `const lines = require('node:fs').readFileSync(0, 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
    console.log('loading');
    for (const { id, text } of lines.reverse()) console.log(JSON.stringify({ id, text: process.argv[2] + ' ' + text }));
    console.error('done');`,
  );
  const run = ['translate', 'run', 'a.outspoken', '--lang', 'es', '--json'];
  const off = await place.run(run);
  expect(off.code).toBe(3);
  expect(off.stderr).toContain('No translation program is set');
  await place.run(['translate', 'use', '--', process.execPath, program, '{source}>{target}']);
  const done = await place.run(run);
  expect([done.code, done.stderr]).toEqual([0, expect.stringContaining('done')]);
  const cues = textOf('es');
  expect(Run.parse(JSON.parse(done.stdout))).toEqual({ drafts: cues.length, asked: cues.length, odd: 1 });
  expect(cues.every((text) => text.startsWith('en>es '))).toBe(true);
  expect(
    project()
      .cues.filter(({ machine }) => machine)
      .every(({ status }) => status === 'draft'),
  ).toBe(true);

  const before = readFileSync(join(place.folder, 'a.outspoken'), 'utf8');
  writeFileSync(program, 'process.stdout.write("{".repeat(1e6)); process.exit(3)');
  const failed = await place.run([...run, '--replace', 'all']);
  expect(failed.stderr).toContain('code 3');
  expect(readFileSync(join(place.folder, 'a.outspoken'), 'utf8')).toBe(before);
  // A listed name stops it before the program sees anything.
  const witness = join(place.folder, 'it-ran');
  writeFileSync(program, `require('node:fs').writeFileSync(${JSON.stringify(witness)}, '')`);
  const word = /\p{Lu}\p{L}{5,}/u.exec(textOf('en').join(' '))?.[0] ?? '';
  writeFileSync(join(place.folder, 'do-not-name.csv'), `name\n${word}\n`);
  const stopped = await place.run([...run, '--replace', 'all']);
  expect(stopped.stderr).toContain(word);
  expect(existsSync(witness)).toBe(false);
  expect(readFileSync(join(place.folder, 'a.outspoken'), 'utf8')).toBe(before);
  // Let through with a reason, it is on record before the program sees anything.
  const record = join(place.folder, 'a.outspoken.es.drafts.manifest.json');
  expect(existsSync(record)).toBe(false);
  await place.run([...run, '--replace', 'all', '--allow-names', 'It is in every newspaper']);
  expect(existsSync(witness)).toBe(true);
  const places = textOf('en').filter((text) => text.includes(word)).length;
  expect(overrides(record).map(({ reason }) => reason)).toEqual(
    Array.from({ length: places }, () => 'It is in every newspaper'),
  );
  expect(readFileSync(record, 'utf8')).not.toContain(word);
  expect((await place.run(['translate', 'use', '--off'])).stdout).toContain('No translation program');
}, 120_000);

it('exports memory and glossary for other tools, past the do-not-name list', async () => {
  writeFileSync(join(place.folder, 'glossary.csv'), 'en,ru,fr\nrights,права|!привилегии,droits\n');
  rmSync(join(place.folder, 'do-not-name.csv'));
  const out = async (file: string, ...more: string[]) => {
    const run = await place.run(['translate', 'export', 'a.outspoken', '-o', file, '--json', ...more]);
    expect([run.code, run.stderr]).toEqual([0, '']);
    return readFileSync(join(place.folder, file), 'utf8');
  };
  const tmx = await out('all.tmx');
  expect(parseTmx(tmx, 'en', 'fr').units.length).toBeGreaterThan(5);
  expect(parseTmx(tmx, 'en', 'ru').units.length).toBeGreaterThan(5);
  // Machine drafts that nobody read are no memory.
  expect(parseTmx(tmx, 'en', 'es').units).toEqual([]);
  expect(parseTmx(await out('fr.tmx', '--lang', 'fr'), 'en', 'ru').units).toEqual([]);
  expect(parseGlossaryCsv(await out('terms.csv', '--lang', 'ru'), 'en', 'ru')).toEqual([
    { source: 'rights', target: 'права', forbidden: ['привилегии'] },
  ]);
  expect(parseTbx(await out('terms.tbx'), 'en', 'fr')).toMatchObject([{ target: 'droits' }]);
  writeFileSync(join(place.folder, 'do-not-name.csv'), 'name\ndroits\n');
  const stopped = await place.run(['translate', 'export', 'a.outspoken', '-o', 'no.csv']);
  expect([stopped.code, stopped.stderr]).toEqual([3, expect.stringContaining('droits')]);
  expect(existsSync(join(place.folder, 'no.csv'))).toBe(false);
  const reason = 'The term is public, checked by AB';
  const allowed = ['translate', 'export', 'a.outspoken', '-o', 'no.csv', '--allow-names', reason];
  expect((await place.run(allowed)).code).toBe(0);
  expect(overrides(join(place.folder, 'no.csv.manifest.json'))[0]).toMatchObject({ reason });
}, 120_000);
