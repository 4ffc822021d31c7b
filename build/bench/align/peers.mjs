/**
 * Other offline aligners, run beside ours where they are installed. Both warp what espeak says onto the recording and need no
 * model. Nothing of them is part of Outspoken. GNU time measures them (`apt-get install time`): of several processes the largest's
 * memory. They have no confidence, so nothing of theirs is flagged. Their settings are chosen from some twenty tried on a few
 * clean and combo tracks: finer windows and masked silence won here and lost there, `x-high` won little and took half as long again.
 *
 * aeneas 1.7.3 (AGPL): `apt-get install espeak libespeak-dev python3-dev python3-numpy python3-lxml python3-bs4`; its source in a
 * folder, there `/usr/bin/python3 setup.py build_ext --inplace`; for the bench `PYTHONPATH=FOLDER`.
 *
 * Echogarden 2.10.2 (GPL): `npm i --ignore-scripts --prefix FOLDER echogarden@2.10.2`; for the bench
 * `PATH=FOLDER/node_modules/.bin:$PATH`. It is the last to bring espeak-ng along; 3.x downloads it, and 3.4.0 given the same
 * espeak-ng answered with the same times on the track tried.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTrack } from './make-set.mjs';

/** Debian's, whatever else is in PATH: its numpy is what aeneas is built with. */
const PYTHON = '/usr/bin/python3';
/** ISO 639-3, as aeneas names languages. */
const AENEAS_LANGUAGES = { es: 'spa', fr: 'fra', it: 'ita', en: 'eng', ru: 'rus' };
/** A peer is stopped after this many times the length of the recording. */
const PATIENCE = 3;

const PEERS = [
  {
    name: 'aeneas',
    version: [PYTHON, ['-c', 'import aeneas; print("v" + aeneas.__version__)']],
    lineEnd: '\n',
    command: (wav, text, out, language) => [
      ...[PYTHON, '-m', 'aeneas.tools.execute_task', wav, text],
      [
        `task_language=${AENEAS_LANGUAGES[language]}|is_text_type=plain|os_task_file_format=json`,
        'task_adjust_boundary_nonspeech_min=0.100|task_adjust_boundary_nonspeech_string=REMOVE',
      ].join('|'),
      out,
    ],
    read: ({ fragments }) =>
      fragments.map(({ begin, end, lines }) => ({
        text: lines.join(' '),
        start: Number(begin),
        end: Number(end),
      })),
  },
  {
    name: 'echogarden',
    version: ['echogarden', ['help']],
    // A paragraph each, so that a segment of the answer is a sentence of ours.
    lineEnd: '\n\n',
    command: (wav, text, out, language) => [
      ...['echogarden', 'align', wav, text, out, '--overwrite', '--engine=dtw', `--language=${language}`],
      ...['--dtw.granularity=["low","high"]', '--dtw.windowDuration=["20%",15]'],
    ],
    read: (segments) =>
      segments.map(({ text, startTime, endTime }) => ({ text, start: startTime, end: endTime })),
  },
];

/** The peers that are installed. `id` tells version and settings: what it found once it finds always. */
export function findPeers() {
  return PEERS.flatMap((peer) => {
    const [command, args] = peer.version;
    const { stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    const version = /\bv(\d+\.\d+\.\d+)/.exec(`${stdout}${stderr}`)?.[1];
    if (!version) return [];
    const settings = createHash('sha256').update(JSON.stringify(peer.command('', '', '', 'en')));
    return [
      {
        ...peer,
        title: `${peer.name} ${version}`,
        id: `${peer.name}-${version}-${settings.digest('hex').slice(0, 8)}`,
      },
    ];
  });
}

/** Stops all that was started when time is up. Answers with the exit code, null then, and what was said last. */
const inTime = (seconds, command) =>
  new Promise((done, failed) => {
    // Node's own limit would leave the children of the child running.
    const child = spawn('timeout', ['--signal=KILL', String(seconds), ...command], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said = (said + text).slice(-300)));
    child.on('error', failed).on('close', (code) => done({ code, said: said.trim().split('\n').at(-1) }));
  });

/** Each sentence as one word of its own, in the shape of ours; throws where others came back. Exported for its test. */
export function wordsOf(spans, fragments) {
  const plain = (text) => text.replace(/\s+/g, ' ').trim();
  const isSame = spans.length === fragments.length;
  if (!isSame || spans.some(({ text }, index) => plain(text) !== plain(fragments[index].text)))
    throw new Error('answered with other sentences');
  return spans.map(({ start, end }, index) => ({
    wordId: `w${index}-0`,
    startMs: 1000 * start,
    endMs: 1000 * end,
    confidence: 1,
  }));
}

/** Runs a peer over a track and writes what it found as `run-track.mjs` does; throws where it fails. */
export async function runPeer({ command, read, lineEnd }, path, out) {
  const { language, fragments, seconds } = readTrack(path);
  const folder = mkdtempSync(join(tmpdir(), 'outspoken-bench-peer-'));
  const [text, answer, cost] = ['text.txt', 'answer.json', 'cost'].map((name) => join(folder, name));
  try {
    writeFileSync(text, fragments.map((fragment) => fragment.text).join(lineEnd));
    const { code, said } = await inTime(PATIENCE * seconds, [
      ...['/usr/bin/time', '--format=%e %U %S %M', `--output=${cost}`],
      ...command(`${path}.wav`, text, answer, language),
    ]);
    if (code !== 0) throw new Error(code === null ? 'took too long' : said || `exit code ${code}`);
    const [wall, user, system, kilobytes] = readFileSync(cost, 'utf8').split(' ').map(Number);
    const found = {
      words: wordsOf(read(JSON.parse(readFileSync(answer, 'utf8'))), fragments),
      error: null,
      seconds: wall,
      cpuSeconds: user + system,
      memoryMb: kilobytes / 1024,
    };
    writeFileSync(`${out}.new`, JSON.stringify(found));
    renameSync(`${out}.new`, out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
