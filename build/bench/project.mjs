/** Bench: opening a project of 5,000 cues with 1,000 steps to replay, against only parsing and checking the same file. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSources } from './support/load-sources.mjs';

const CUES = 5000;
const WORDS_PER_CUE = 7;
const STEPS = 1000;
const ROUNDS = 7;

const SOURCES = [
  'electron/services/projects/projects.ts',
  'shared/domain/project.ts',
  'shared/formats/project/write.ts',
  'shared/history/tables.ts',
  'shared/history/diff.ts',
  'shared/edits/cue.ts',
  'shared/style/styles.ts',
];

/** An interview of an hour and a half: one paragraph and one cue for every seven words. */
function makeProject(app) {
  const project = app.emptyProject({ id: 'p', title: 'Bench', language: 'en' });
  const paragraphs = [];
  const cues = [];
  for (let index = 0; index < CUES; index += 1) {
    const words = Array.from({ length: WORDS_PER_CUE }, (_, n) => {
      const number = index * WORDS_PER_CUE + n;
      const startMs = number * 200;
      return {
        id: `w${number}`,
        text: `word${number % 997}`,
        startMs,
        endMs: startMs + 150,
        confidence: 0.9,
      };
    });
    const startMs = words[0].startMs;
    paragraphs.push({ id: `p${index}`, order: index, speakerId: null, language: null, hintMs: null, words });
    cues.push({
      ...{
        id: `c${index}`,
        trackId: 't',
        startMs,
        endMs: startMs + 1300,
        speakerId: null,
        sourceCueId: null,
      },
      text: words.map(({ text }) => text).join(' '),
      wordIds: words.map(({ id }) => id),
      ...{ position: 'bottom', status: 'timed', stale: false, timedByHand: false },
    });
  }
  const track = { id: 't', order: 0, kind: 'source', language: 'en', name: '', direction: 'ltr' };
  const tracks = [{ ...track, profileId: 'default', styleId: 'outspoken' }];
  return { ...project, paragraphs, tracks, cues, styles: app.defaultStyles() };
}

/** A thousand texts and times of cues all over the project, as one journal line each. */
function makeJournal(app, start) {
  const lines = [];
  let project = start;
  for (let seq = 1; seq <= STEPS; seq += 1) {
    const id = `c${(seq * 1777) % CUES}`;
    const edit = seq % 2 ? app.setCueText : app.setCueTimes;
    const after = edit.apply(project, seq % 2 ? { id, text: `text ${seq}` } : { id, endMs: seq * 3000 });
    const changes = app.diffProjects(project, after);
    lines.push(JSON.stringify({ kind: 'do', seq, command: edit.command, label: edit.label, changes }));
    project = after;
  }
  return `${lines.join('\n')}\n`;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Ratio of opening (lock, file, journal, 1,000 steps, ready to edit) to JSON.parse and zod on the same file; medians by turns. */
export async function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-project-'));
  try {
    const app = await loadSources(SOURCES, join(folder, 'app'));
    const path = join(folder, 'bench.outspoken');
    const project = makeProject(app);
    writeFileSync(path, app.writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} }));
    writeFileSync(`${path}.journal`, makeJournal(app, project));
    const projects = app.createProjects({ draftFolder: join(folder, 'drafts') });
    const opening = [];
    const parsing = [];
    const open = async () => {
      const state = await projects.open(path);
      if (state.history.length !== STEPS || state.readOnly !== null)
        throw new Error('the bench project did not open');
      await projects.close(state.session);
    };
    const parse = () => app.Project.parse(JSON.parse(readFileSync(path, 'utf8')));
    for (let round = 0; round < ROUNDS; round += 1) {
      opening.push(await timed(open));
      parsing.push(await timed(parse));
    }
    const [openMs, parseMs] = [median(opening), median(parsing)];
    const megabytes = (statSync(path).size / 1e6).toFixed(1);
    console.log(
      `project: ${CUES} cues (${megabytes} MB) and ${STEPS} steps opened in ${openMs.toFixed(0)} ms, ` +
        `${(openMs / parseMs).toFixed(2)} × JSON.parse and zod of the file (${parseMs.toFixed(0)} ms)`,
    );
    return { name: 'project', openMs, parseMs, ratio: openMs / parseMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
