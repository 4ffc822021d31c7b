/** The person's own translation program, well-behaved and hostile: real processes, node as the program. */
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  programPath,
  runTranslator,
  type MachineRun,
} from '../../../../../electron/services/translation/machine';
import { AppError } from '../../../../../shared/api/errors';
import { addTranslation } from '../../../../../shared/edits/translation';
import { cuesToTranslate } from '../../../../../shared/translation/machine/requests';
import { cleared } from '../../../../support/cleared';
import { temporaryFolder } from '../../../../support/media';
import { idMaker } from '../../../../support/sample-project';
import { projectOf } from '../../../../support/translation-project';

const project = addTranslation.apply(projectOf(['We met in March.', 'It was cold. He left us.'], 'en'), {
  newId: idMaker('t'),
  language: 'ru',
});
const track = project.tracks.find(({ language }) => language === 'ru')?.id ?? '';
const cues = cuesToTranslate(project, track, 'empty');
let folder: ReturnType<typeof temporaryFolder>;
beforeAll(() => {
  folder = temporaryFolder();
});
afterAll(() => folder.remove());

/** A program of which `body` sees each request as `q`, and `all` of them at the end. */
const reading = (each: string, end = '') => `
  const all = [];
  require('node:readline').createInterface({ input: process.stdin })
    .on('line', (line) => { const q = JSON.parse(line); all.push(q); ${each} })
    .on('close', () => { ${end} });`;
const say = (value: string) => `console.log(JSON.stringify(${value}));`;

const run = (source: string, more: Partial<MachineRun> = {}, args: readonly string[] = []) =>
  runTranslator({
    translator: { program: process.execPath, args: ['-e', source, ...args] },
    cleared: cleared(project),
    cues,
    sourceLanguage: 'en',
    targetLanguage: 'ru',
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...more,
  });

const failure = async (promise: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error('it did not fail as it should', { cause: error });
  return error;
};

describe('runTranslator', () => {
  it('gives each text back by its id, in whatever order it comes, and tells how far it is', async () => {
    const seen: number[] = [];
    const { texts, asked, odd } = await run(
      reading('', `for (const q of all.reverse()) ${say("{ id: q.id, text: 'RU ' + q.text, score: 1 }")}`),
      { onProgress: (fraction) => seen.push(fraction) },
    );
    expect(texts.get(cues[0]?.id ?? '')).toBe('RU We met in March.');
    expect([texts.size, asked, odd]).toEqual([cues.length, cues.length, 0]);
    expect(seen).toHaveLength(cues.length);
    expect(seen.at(-1)).toBe(1);
  });

  it('names the languages in arguments and environment; nothing in an argument is obeyed by a shell', async () => {
    const source = reading(
      say(
        "{ id: q.id, text: [process.argv.slice(1).join(' '), process.env.OUTSPOKEN_SOURCE_LANGUAGE, process.env.OUTSPOKEN_TARGET_LANGUAGE].join('|') }",
      ),
    );
    const { texts } = await run(source, {}, ['{source}-{target}', '; touch pwned', '$(id)']);
    expect(texts.get(cues[0]?.id ?? '')).toBe('en-ru ; touch pwned $(id)|en|ru');
  });

  it('takes of garbage, unknown ids, second answers and non-texts nothing, and counts them', async () => {
    const junk = [
      `'not json'`,
      `'{"id":1,"text":"x"}'`,
      `'{"id":"other","text":"x"}'`,
      `'null'`,
      `'{"id":"' + q.id + '"}'`,
    ];
    const { texts, odd } = await run(
      reading(`${junk.map((line) => `console.log(${line});`).join('')}
        ${say("{ id: q.id, text: 'first' }")} ${say("{ id: q.id, text: 'second' }")}`),
    );
    expect([...texts.values()]).toEqual(cues.map(() => 'first'));
    expect(odd).toBe(cues.length * (junk.length + 1));
  });

  it('leaves out what nobody sees, and keeps mark-up as letters', async () => {
    const { texts } = await run(reading(say("{ id: q.id, text: ' \\u0000<b>Да</b>\\n\\u200bда ' }")));
    expect([...texts.values()][0]).toBe('<b>Да</b> да');
  });

  it('answers with what there is where some are missing', async () => {
    const { texts, asked } = await run(reading(`if (all.length === 1) ${say("{ id: q.id, text: 'one' }")}`));
    expect([texts.size, asked]).toEqual([1, cues.length]);
  });

  it('fails with what the program said, its escapes made harmless, where it ends with an error', async () => {
    const error = await failure(
      run(
        reading(
          say("{ id: q.id, text: 'x' }"),
          "console.error('\\u001b[31mno model'); process.exitCode = 1;",
        ),
      ),
    );
    expect(error.code).toBe('translator-failed');
    expect(error.message).toContain('no model');
    expect(error.message).toContain('code 1');
    expect(error.message).not.toMatch(/\p{Cc}/u);
  });

  it('fails where nothing was answered, also without reading what it was asked', async () => {
    expect((await failure(run('process.exit(0)'))).code).toBe('translator-failed');
  });

  it.each([
    ['hangs', 'setInterval(() => {}, 1000)'],
    ['hangs and will not be asked to end', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"],
    ['talks of other things for ever', "setInterval(() => console.log('still thinking'), 20)"],
  ])('stops a program that %s', async (_, source) => {
    const error = await failure(run(source, { silenceMs: 700 }));
    expect(error.code).toBe('translator-silent');
  });

  it.each([
    [
      'lines without end',
      "const f = () => { while (process.stdout.write('x\\n'.repeat(1000))); process.stdout.once('drain', f); }; f()",
    ],
    [
      'one line without end',
      "const f = () => { while (process.stdout.write('x'.repeat(65536))); process.stdout.once('drain', f); }; f()",
    ],
  ])('stops a program that writes %s, in bounded memory', async (_, source) => {
    const before = process.memoryUsage().rss;
    const error = await failure(run(source, { silenceMs: 3000 }));
    expect(['translator-failed', 'translator-silent']).toContain(error.code);
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });

  it.skipIf(process.platform === 'win32')('ends the whole tree on cancel', async () => {
    const abort = new AbortController();
    const pids = join(folder.path, 'pids');
    const source = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
      require('node:fs').writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid);
      setInterval(() => {}, 1000);`;
    const running = failure(run(source, { signal: abort.signal }));
    await expect.poll(() => readdirSync(folder.path).includes('pids'), { timeout: 20_000 }).toBe(true);
    abort.abort();
    expect((await running).code).toBe('cancelled');
    for (const pid of readFileSync(pids, 'utf8').split(' ').map(Number))
      expect(() => process.kill(pid, 0)).toThrow();
  });

  it('gives pseudonyms to the program, never the names behind them', async () => {
    const [speaker] = [{ id: 'sp', order: 0, name: 'Gulnara Bekova', pseudonym: 'Aisha' }];
    const spoken = projectOf(['I am Gulnara Bekova.'], 'en');
    const named = addTranslation.apply(
      { ...spoken, speakers: [speaker], cues: spoken.cues.map((cue) => ({ ...cue, speakerId: 'sp' })) },
      { newId: idMaker('t'), language: 'ru' },
    );
    const ru = named.tracks.find(({ language }) => language === 'ru')?.id ?? '';
    const { texts } = await run(reading(say('{ id: q.id, text: JSON.stringify(q) }')), {
      cleared: cleared(named),
      cues: cuesToTranslate(named, ru, 'empty'),
    });
    const [said] = [...texts.values()];
    expect(said).toContain('Aisha');
    expect(said).not.toMatch(/Gulnara|Bekova/u);
  });
});

describe('programPath', () => {
  it('takes a full path or a name in PATH, and nothing of the current folder', async () => {
    expect(await programPath(process.execPath)).toBe(process.execPath);
    const here = join(folder.path, 'translate');
    writeFileSync(here, '');
    chmodSync(here, 0o755);
    await expect(programPath('./translate')).rejects.toMatchObject({ code: 'translator-missing' });
    await expect(programPath('no-such-program-here')).rejects.toMatchObject({ code: 'translator-missing' });
  });
});
