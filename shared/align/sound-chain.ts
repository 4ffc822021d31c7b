import { ChainBuilder, type NewState } from './chain-builder';
import type { Chain } from './chain';
import type { RowSpan } from './guidance';
import { HOP_MS } from './mfcc';
import { phoneClass } from './phone-classes';
import type { Reference, ReferenceUtterance } from './reference';

/** What a state of the fine match stands for. Other speech is `Other` between utterances, with silences, and `Aside` in one. */
export const Kind = { Sound: 0, Silence: 1, Other: 2, Fixed: 3, Aside: 4 } as const;

/** The chain of the fine match: two states a phone, and silence–other speech–silence between words and utterances. */
export interface SoundChain {
  readonly chain: Chain;
  readonly kind: Uint8Array;
  /** Sound of each state (index into `classOf`), -1 outside text. */
  readonly sound: Int32Array;
  readonly utterance: Int32Array;
  /** Index of the word in its utterance, -1 outside text. */
  readonly word: Int32Array;
  /** States and rows of the words that a person has fixed: one state each. */
  readonly bound: readonly (RowSpan & { readonly state: number })[];
  /** By sound: what it is called in any chain. */
  readonly soundNames: readonly string[];
  /** Class of each sound, for those heard too rarely. */
  readonly classOf: readonly string[];
  /** The state for a time in an utterance's reference; the gap before the utterance for NaN. */
  readonly stateAt: (utterance: number, referenceMs: number) => number;
}

const PARTS_OF_PHONE = 2;
/**
 * Between utterances, and between the words of one: rows that a silence or other speech lasts on average; what each row of
 * silence costs besides, and what it costs to hear other speech there at all, and each row of it (nats).
 *
 * Inside an utterance other speech is a word that the text lacks or a hesitation, seldom a question of some seconds, for which text
 * then strays; without a cost by the row single words were drawn to it over any distance (0.2 stops most of that, 0.5 made text be
 * squeezed where words are left out). Nor are silences as long there: while a silent row cost nothing besides, first words strayed
 * to before the pause that they are said behind (0.2 and 0.4 alike stop most of that; 0.4 made last words behind a pause of 3 s be
 * squeezed before it).
 *
 * Between utterances it is what somebody else says, or a sentence left out, before and after which people pause: without `flush` a
 * last word drawn out was squeezed into its first half and the rest taken for such speech. 20 to 45 gave nearly the same, but in
 * music, where other speech stands in for silence, text was drawn into it by more than 20.
 */
interface Between {
  readonly kind: number;
  readonly rows: number;
  readonly silentRow: number;
  readonly other: number;
  readonly otherRow: number;
  /** Added at each end of it that runs into text without a silence. */
  readonly flush: number;
}
const GAP: Between = { kind: Kind.Other, rows: 30, silentRow: 0, other: 40, otherRow: 0, flush: 20 };
const PAUSE: Between = {
  kind: Kind.Aside,
  rows: 10,
  silentRow: 0.2,
  other: 45,
  otherRow: 0.2,
  flush: 0,
};
/** A sound may lose its second half or first half in fast speech. */
const HURRY = -Math.log(0.03);
/** What it costs to leave text out: for each of its states, and once. */
const SKIP_STATE = 1.5;
const SKIP_ONCE = 20;
const SHORTEST_SOUND_ROWS = 1.3;

interface Layout {
  readonly builder: ChainBuilder;
  readonly kind: number[];
  readonly sound: number[];
  readonly utterance: number[];
  readonly word: number[];
  /** Cost of leaving each state. */
  readonly leave: number[];
  readonly sounds: Map<string, number>;
  readonly classOf: string[];
  soundsSinceGap: number;
}

interface PlacedPhone {
  readonly state: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** `pace`: reference time that passes in one unit of the recording's. */
export function layOutSounds(reference: Reference, pace: number): SoundChain {
  const layout: Layout = {
    builder: new ChainBuilder(),
    kind: [],
    sound: [],
    utterance: [],
    word: [],
    leave: [],
    sounds: new Map(),
    classOf: [],
    soundsSinceGap: 0,
  };
  const gaps: number[] = [];
  const phones: PlacedPhone[][] = [];
  const bound: (RowSpan & { state: number })[] = [];
  for (const [utterance, spoken] of reference.utterances.entries()) {
    gaps.push(addGap(layout, utterance));
    if (spoken.bound) bound.push({ ...spoken.bound, state: addFixed(layout, utterance) });
    phones.push(spoken.bound ? [] : addUtterance(layout, utterance, spoken, pace));
  }
  gaps.push(addGap(layout, reference.utterances.length));
  return {
    chain: layout.builder.build(4),
    kind: Uint8Array.from(layout.kind),
    sound: Int32Array.from(layout.sound),
    utterance: Int32Array.from(layout.utterance),
    word: Int32Array.from(layout.word),
    bound,
    soundNames: [...layout.sounds.keys()],
    classOf: layout.classOf,
    stateAt: (utterance, referenceMs) => {
      const found = Number.isNaN(referenceMs) ? null : phoneAt(phones[utterance] ?? [], referenceMs);
      return found ?? gaps[utterance] ?? 0;
    },
  };
}

function phoneAt(phones: readonly PlacedPhone[], referenceMs: number): number | null {
  let low = 0;
  let high = phones.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((phones[middle]?.startMs ?? 0) <= referenceMs) low = middle;
    else high = middle - 1;
  }
  const phone = phones[low];
  if (!phone) return null;
  return phone.state + ((referenceMs - phone.startMs) / (phone.endMs - phone.startMs) >= 0.5 ? 1 : 0);
}

function addUtterance(
  layout: Layout,
  utterance: number,
  spoken: ReferenceUtterance,
  pace: number,
): PlacedPhone[] {
  const placed: PlacedPhone[] = [];
  let word = -1;
  for (const { phone, startMs, endMs, opensWord, word: next } of spoken.phones) {
    if (phone === '') continue;
    if ((opensWord || next !== word) && placed.length > 0) addPause(layout, utterance);
    word = next;
    const rows = Math.max(2, (endMs - startMs) / HOP_MS / pace) / PARTS_OF_PHONE;
    placed.push({ state: layout.builder.length, startMs, endMs });
    for (let part = 0; part < PARTS_OF_PHONE; part++) addSound(layout, phone, part, rows, utterance, word);
  }
  return placed;
}

/** A word whose time is fixed is one state that fits any sound; the search's bounds keep it where it belongs. */
function addFixed(layout: Layout, utterance: number): number {
  const from = entries(layout, [1, 2, 3, 4]);
  note(layout, Kind.Fixed, -1, utterance, 0, 1);
  return layout.builder.text({ stay: 0, from });
}

function addSound(
  layout: Layout,
  phone: string,
  part: number,
  rows: number,
  utterance: number,
  word: number,
): void {
  const { builder, kind, leave } = layout;
  const at = builder.length;
  layout.soundsSinceGap++;
  const from = entries(layout, [1]);
  if (kind[at - 1] === Kind.Silence)
    for (const [distance, cost] of entries(layout, [2, 3, 4]))
      from.push([distance, cost + (kind[at - distance] === Kind.Other ? GAP.flush : 0)]);
  else if (kind[at - 1] === Kind.Sound && kind[at - 2] === Kind.Sound)
    from.push([2, (leave[at - 2] ?? 0) + HURRY]);
  const mean = Math.max(SHORTEST_SOUND_ROWS, rows);
  builder.text({ stay: -Math.log(1 - 1 / mean), from });
  note(layout, Kind.Sound, soundNumber(layout, phone, part), utterance, word, mean);
}

/** Between utterances: a hub, so that the utterance before can be left out. Answers with its first state. */
function addGap(layout: Layout, utterance: number): number {
  const skipped = layout.soundsSinceGap;
  layout.soundsSinceGap = 0;
  return layout.builder.hub(betweenStates(layout, utterance, GAP), SKIP_STATE * skipped + SKIP_ONCE);
}

/** Between words of one utterance: no hub, for leaving out single words would be done wherever they are mumbled. */
function addPause(layout: Layout, utterance: number): void {
  for (const state of betweenStates(layout, utterance, PAUSE)) layout.builder.text(state);
}

/** Silence, other speech, silence; each can be passed by. */
function betweenStates(
  layout: Layout,
  utterance: number,
  { rows, silentRow, other, otherRow, kind: kindOfOther, flush }: Between,
): NewState[] {
  const stay = -Math.log(1 - 1 / rows);
  const first = layout.leave.length;
  return [Kind.Silence, kindOfOther, Kind.Silence].map((kind, index) => {
    const isOther = index === 1;
    const from = entries(layout, isOther ? [1, 2] : [1], first + index);
    note(layout, kind, -1, utterance, -1, rows);
    return {
      stay: stay + (isOther ? otherRow : silentRow),
      from: from.map(([distance, cost]) => [
        distance,
        cost + (isOther ? other + (distance === 2 ? flush : 0) : 0),
      ]),
    };
  });
}

function entries({ leave }: Layout, distances: readonly number[], at = leave.length): [number, number][] {
  return distances.map((distance) => [distance, leave[at - distance] ?? 0]);
}

function note(
  layout: Layout,
  kind: number,
  sound: number,
  utterance: number,
  word: number,
  rows: number,
): void {
  layout.kind.push(kind);
  layout.sound.push(sound);
  layout.utterance.push(utterance);
  layout.word.push(word);
  layout.leave.push(-Math.log(1 / rows));
}

function soundNumber({ sounds, classOf }: Layout, phone: string, part: number): number {
  const key = `${phone}/${part}`;
  const known = sounds.get(key);
  if (known !== undefined) return known;
  sounds.set(key, classOf.length);
  return classOf.push(`${phoneClass(phone)}/${part}`) - 1;
}
