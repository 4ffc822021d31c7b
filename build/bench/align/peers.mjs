/** Other offline aligners, run beside ours where they are installed: `aeneas` (Python 3) and `echogarden` (npm). */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** ISO 639-3, as aeneas names languages. */
const AENEAS_LANGUAGES = { es: 'spa', fr: 'fra', it: 'ita', en: 'eng' };

const PEERS = [
  {
    name: 'aeneas',
    probe: ['python3', ['-m', 'aeneas.tools.execute_task', '--version']],
    command: (wav, text, out, language) => [
      'python3',
      [
        ...['-m', 'aeneas.tools.execute_task', wav, text],
        `task_language=${AENEAS_LANGUAGES[language]}|is_text_type=plain|os_task_file_format=json`,
        out,
      ],
    ],
    read: (out) =>
      JSON.parse(readFileSync(out, 'utf8')).fragments.map(({ begin, end }) => [Number(begin), Number(end)]),
  },
  {
    name: 'echogarden',
    probe: ['echogarden', ['--version']],
    command: (wav, text, out, language) => [
      'echogarden',
      ['align', wav, text, out, `--language=${language}`, '--overwrite'],
    ],
    read: (out) =>
      JSON.parse(readFileSync(out, 'utf8'))
        .flatMap((part) =>
          part.type === 'sentence' ? [part] : (part.timeline ?? []).filter(({ type }) => type === 'sentence'),
        )
        .map(({ startTime, endTime }) => [startTime, endTime]),
  },
];

export const findPeers = () =>
  PEERS.filter(({ probe: [command, args] }) => spawnSync(command, args).status === 0);

/** Runs a peer over a track; its fragments come back as one word each, in the shape of ours. */
export function runPeer(peer, path, { language, fragments, seconds }, folder) {
  const text = join(folder, 'peer.txt');
  const out = join(folder, 'peer.json');
  writeFileSync(text, fragments.map((fragment) => fragment.text).join('\n'));
  const from = performance.now();
  const [command, args] = peer.command(`${path}.wav`, text, out, language);
  const run = spawnSync(command, args, { stdio: 'ignore' });
  const timesRealTime = (1000 * seconds) / (performance.now() - from);
  const spans = run.status === 0 ? peer.read(out) : [];
  return {
    words: spans.map(([start, end], index) => ({
      wordId: `w${index}-0`,
      startMs: 1000 * start,
      endMs: 1000 * end,
      confidence: 1,
    })),
    timesRealTime,
    timesCpu: NaN,
    memoryMb: NaN,
    error: run.status === 0 ? null : 'failed',
  };
}
