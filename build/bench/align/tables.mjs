/** What the bench prints. */
import { flagging, mean, within } from './score.mjs';

const LIMITS = [0.1, 0.2, 0.5, 2];
const shares = (errors) => LIMITS.map((limit) => within(errors, limit).toFixed(1).padStart(5)).join(' ');

export function printHeading() {
  console.log(
    `${'% within'.padEnd(22)} sent.   start: 100   200   500 2,000 ms   end: 100   200   500 2,000 ms   mean s        × real  CPU ×   MB`,
  );
}

/** `figures` may be null, for sums of tracks. */
export function printRow(name, sentences, figures) {
  const starts = sentences.map(({ start }) => start);
  const ends = sentences.map(({ end }) => end);
  const means = `${mean(starts).toFixed(3)} ${mean(ends).toFixed(3)}`;
  const cost = figures
    ? `${figures.timesRealTime.toFixed(1).padStart(6)} ${figures.timesCpu.toFixed(1).padStart(6)} ${figures.memoryMb.toFixed(0).padStart(4)}`
    : '';
  console.log(
    `${name.padEnd(22)} ${String(sentences.length).padStart(5)}       ${shares(starts)}           ${shares(ends)}      ${means} ${cost} ${figures?.error ?? ''}`,
  );
}

/** One line a goal of the issue: what is asked, what was measured, ok or MISSED. Goals without a figure are left out. */
export function printGoals({ clean, hard, all, sample, wrongTexts, tracks, long }) {
  const starts = (sentences, limit) =>
    within(
      sentences.map(({ start }) => start),
      limit,
    );
  const ends = (sentences, limit) =>
    within(
      sentences.map(({ end }) => end),
      limit,
    );
  const goals = [];
  const atLeast = (name, goal, value) => goals.push([name, `≥ ${goal}`, value, value >= goal]);
  const atMost = (name, goal, value) => goals.push([name, `≤ ${goal}`, value, value <= goal]);
  if (clean.length > 0)
    for (const [limit, start, end] of [
      [0.1, 98, 96],
      [0.2, 99, 99],
      [0.5, 99.9, 99.9],
    ]) {
      atLeast(`clean: starts within ${limit * 1000} ms, %`, start, starts(clean, limit));
      atLeast(`clean: ends within ${limit * 1000} ms, %`, end, ends(clean, limit));
    }
  if (hard.length > 0) {
    atMost('hard: mean error of starts, s', 0.04, mean(hard.map(({ start }) => start)));
    atMost('hard: mean error of ends, s', 0.04, mean(hard.map(({ end }) => end)));
    for (const [limit, goal] of [
      [0.2, 98],
      [0.5, 99],
      [2, 99.95],
    ])
      atLeast(`hard: starts within ${limit * 1000} ms, %`, goal, starts(hard, limit));
  }
  for (const { edition, starts: begin, ends: end } of sample)
    atLeast(`${edition}: starts and ends of words within 100 ms, %`, 90, Math.min(begin, end));
  if (all.length > 0) {
    const { wrong, caught, disturbed } = flagging(all);
    if (wrong > 0) atLeast(`flagged of ${wrong} sentences wrong by over 500 ms, %`, 95, caught);
    atMost('flagged of right sentences, %', 5, disturbed);
  }
  if (wrongTexts.length > 0)
    atLeast(
      'texts of another recording refused, %',
      100,
      (100 * wrongTexts.filter(Boolean).length) / wrongTexts.length,
    );
  if (tracks.length > 0) {
    atLeast('times real time, median track', 40, median(tracks.map(({ timesRealTime }) => timesRealTime)));
    atMost('memory at 10 min, MB', 400, Math.max(...tracks.map(({ memoryMb }) => memoryMb)));
  }
  if (long) {
    atMost(`memory at ${long.hours} h, MB`, 600, long.memoryMb);
    atLeast(`times real time, ${long.hours} h`, 40, long.timesRealTime);
  }
  console.log('');
  for (const [name, goal, value, isMet] of goals)
    console.log(
      `${isMet ? 'ok    ' : 'MISSED'} ${name.padEnd(52)} ${goal.padStart(8)} ${value.toFixed(2).padStart(8)}`,
    );
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
