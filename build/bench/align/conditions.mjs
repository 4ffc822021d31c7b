/** The hard variants of a clean track: what campaigns' recordings and transcripts are like. Each keeps exact truth. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  decode,
  filtered,
  hiss,
  inRoom,
  joined,
  levels,
  mixed,
  pinkNoise,
  RATE,
  rms,
  seeded,
} from './sound.mjs';

/** Silence inside a sentence of a clean track: this far under full scale, for so many rows of 10 ms. */
const QUIET_DB = -50;
const QUIET_ROWS = 15;

let musicOnce = null;

/** Music of several pieces, one after the other. */
export function music(source) {
  const folder = join(source, 'usr/share/asterisk/moh');
  musicOnce ??= joined(
    readdirSync(folder)
      .filter((name) => name.endsWith('.g722'))
      .sort()
      .map((name) => decode(join(folder, name), 'g722')),
  );
  return musicOnce;
}

const later = (fragments, seconds) =>
  fragments.map((fragment) => ({
    ...fragment,
    start: fragment.start + seconds,
    end: fragment.end + seconds,
  }));
const cut = (samples, from, to) => samples.subarray(Math.floor(from * RATE), Math.floor(to * RATE));

/** Puts sounds into a track: `inserts` are `{before: fragment index, samples}` in order. */
function inserted({ samples, fragments, ...track }, inserts) {
  const pieces = [];
  const moved = [];
  let done = 0;
  let shift = 0;
  for (const [index, fragment] of fragments.entries()) {
    for (const insert of inserts.filter(({ before }) => before === index)) {
      const middle = index === 0 ? 0 : (fragments[index - 1].end + fragment.start) / 2;
      pieces.push(cut(samples, done, middle), insert.samples);
      done = middle;
      shift += insert.samples.length / RATE;
    }
    moved.push(...later([fragment], shift));
  }
  pieces.push(cut(samples, done, Infinity));
  return { ...track, fragments: moved, samples: joined(pieces) };
}

function questions(track, extra) {
  const usable = extra.fragments.filter(({ start, end }) => end - start > 2 && end - start < 9);
  const inserts = [];
  let last = 0;
  for (const [before, { start }] of track.fragments.entries()) {
    if (before === 0 || start - last <= 40) continue;
    const question = usable[inserts.length % usable.length];
    inserts.push({ before, samples: cut(extra.samples, question.start - 0.15, question.end + 0.15) });
    last = start;
  }
  return inserted(track, inserts);
}

/** Takes a tenth of the inner words out of the text. */
function edited(track, random) {
  const keep = (words) =>
    words.filter((_, at) => words.length < 4 || at === 0 || at === words.length - 1 || random() > 0.125);
  return {
    ...track,
    fragments: track.fragments.map((fragment) => ({
      ...fragment,
      text: keep(fragment.text.split(/\s+/)).join(' '),
    })),
  };
}

function withoutPauses({ samples, fragments, ...track }) {
  const edge = 0.03;
  const pieces = [cut(samples, 0, fragments[0].start - edge)];
  let at = pieces[0].length / RATE;
  const moved = fragments.map((fragment) => {
    const piece = cut(samples, fragment.start - edge, fragment.end + edge);
    pieces.push(piece);
    const start = at + edge;
    at += piece.length / RATE;
    return { ...fragment, start, end: at - edge };
  });
  pieces.push(samples.subarray(-RATE));
  return { ...track, fragments: moved, samples: joined(pieces) };
}

/** Every 20 s or so another pace, 0.8 to 1.35. */
function changingTempo({ samples, fragments, ...track }, random) {
  const pieces = [];
  const moved = [];
  let at = 0;
  for (let from = 0; from < fragments.length;) {
    let to = from + 1;
    while (to < fragments.length && fragments[to].end - fragments[from].start < 20) to++;
    const start = from === 0 ? 0 : fragments[from].start - 0.05;
    const end = to < fragments.length ? fragments[to].start - 0.05 : samples.length / RATE;
    const rate = [0.8, 0.9, 1, 1.15, 1.35][Math.floor(random() * 5)];
    const plain = cut(samples, start, end);
    const piece = rate === 1 ? plain : filtered(plain, `atempo=${rate}`);
    const scale = piece.length / plain.length;
    for (const fragment of fragments.slice(from, to))
      moved.push({
        ...fragment,
        start: at + (fragment.start - start) * scale,
        end: at + (fragment.end - start) * scale,
      });
    pieces.push(piece);
    at += piece.length / RATE;
    from = to;
  }
  return { ...track, fragments: moved, samples: joined(pieces) };
}

function missing(track) {
  const { fragments, samples } = track;
  const first = Math.floor(fragments.length * 0.45);
  const share = 0.15 * (samples.length / RATE);
  let end = first;
  while (end < fragments.length && fragments[end].end - fragments[first].start < share) end++;
  return { ...track, fragments: fragments.toSpliced(first, end - first) };
}

/** A text that has only what `keeps` says of a fragment and its number. */
const withText = (track, keeps) => ({ ...track, fragments: track.fragments.filter(keeps) });

const PASSAGE_S = 40;

function longPauses(track, random) {
  const at = (share) => Math.floor(track.fragments.length * share);
  return inserted(
    track,
    [10, 20, 30].map((seconds, index) => ({
      before: at((index + 1) / 4),
      samples: hiss(seconds * RATE, random).map((value) => value * 10 ** (-55 / 20)),
    })),
  );
}

/** Inside every other sentence that has a silence no sound of speech is made of, the speaker hesitates there for 1 to 4 s. */
function hesitating({ samples, fragments, ...track }, random) {
  const level = levels(samples);
  const pieces = [];
  let done = 0;
  let shift = 0;
  const moved = fragments.map(({ start, end, ...fragment }) => {
    const from = start + shift;
    const places = quietPlaces(level, start, end);
    if (places.length > 0 && random() < 0.5) {
      const at = places[Math.floor(random() * places.length)];
      const pause = hiss((1 + 3 * random()) * RATE, random).map((value) => value * db(-68));
      pieces.push(cut(samples, done, at), pause);
      done = at;
      shift += pause.length / RATE;
    }
    return { ...fragment, start: from, end: end + shift };
  });
  pieces.push(cut(samples, done, Infinity));
  return { ...track, fragments: moved, samples: joined(pieces) };
}

/** The middles, in s, of silences longer than the closure of any stop. */
function quietPlaces(level, start, end) {
  const places = [];
  let quiet = 0;
  for (let row = Math.ceil(start * 100); row < end * 100; row++) {
    if (level[row] < QUIET_DB) quiet++;
    else {
      if (quiet >= QUIET_ROWS) places.push((row - quiet / 2) / 100);
      quiet = 0;
    }
  }
  return places;
}

const voiceLevel = ({ samples, fragments }) =>
  rms(joined(fragments.map(({ start, end }) => cut(samples, start, end))));
const db = (value) => 10 ** (value / 20);

/** By name: (track, {extra, music}) to the variant. `extra`: the same voice saying what the text lacks. */
export const CONDITIONS = {
  noise10: (track) =>
    sound(track, (samples, level) => mixed(samples, pinkNoise(samples.length, seeded(5)), level * db(-10))),
  music10: (track, { music }) => sound(track, (samples, level) => mixed(samples, music, level * db(-10))),
  intro20: (track, { extra }) => inserted(track, [{ before: 0, samples: cut(extra.samples, 0, 20) }]),
  insert20: (track, { extra }) =>
    inserted(track, [{ before: track.fragments.length >> 1, samples: cut(extra.samples, 0, 20) }]),
  musicintro20: (track, { music }) => inserted(track, [musicIntro(track, music)]),
  missing,
  longpause: (track) => longPauses(track, seeded(5)),
  nogap: withoutPauses,
  hesitant: (track) => hesitating(track, seeded(21)),
  edited: (track) => edited(track, seeded(3)),
  tempo: (track) => changingTempo(track, seeded(3)),
  roomnoise: (track) =>
    sound(track, (samples, level) =>
      mixed(inRoom(samples, 0.5, seeded(9)), pinkNoise(samples.length, seeded(9)), level * db(-15)),
    ),
  phone: (track) =>
    sound(track, (samples, level) =>
      mixed(
        filtered(samples, 'highpass=300,lowpass=3400,aresample=8000,aresample=16000'),
        pinkNoise(samples.length, seeded(9)),
        level * db(-20),
      ),
    ),
  questions: (track, { extra }) => questions(track, extra),
  combo: (track, { extra, music }) => {
    const level = voiceLevel(track);
    const asked = inserted(questions(track, extra), [musicIntro(track, music)]);
    const noisy = { ...asked, samples: mixed(asked.samples, music, level * db(-12)) };
    return edited(noisy, seeded(3));
  },
  halved: (track) => withText(track, ({ start }) => Math.floor(start / PASSAGE_S) % 2 === 0),
  excerpts: (track) => withText(track, (_, number) => number % 2 === 0),
};

/** Conditions whose text lacks half of what is said: harder than the goals are for, and summed up by themselves. */
export const HALF_SAID = ['halved', 'excerpts'];

function sound(track, change) {
  return { ...track, samples: change(track.samples, voiceLevel(track)) };
}

function musicIntro(track, music) {
  const piece = music.slice(0, 20 * RATE);
  const scale = (0.7 * voiceLevel(track)) / rms(piece);
  return { before: 0, samples: piece.map((value) => value * scale) };
}
