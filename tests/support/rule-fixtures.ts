/**
 * For each rule: subtitles that break it and subtitles that do not. The unit test, the command line's and the screen's read this
 * one table, and each fails where a rule has no row: a rule that never runs cannot hide.
 */
import type { RuleName } from '../../shared/checks/rule';
import type { Project } from '../../shared/domain/project';
import type { Cue, Track } from '../../shared/domain/track';
import { emptyProject, sortedProject } from '../../shared/history/tables';
import { PLAIN_LOOK } from '../../shared/style/presets';
import { defaultStyles } from '../../shared/style/styles';
import { directionOf } from '../../shared/text/direction';
import { cue as sampleCue } from './sample-project';

/** A cue with times from the start of its slot; what is not said is sound. `of`: the text it translates. */
export type FixtureCue = Partial<Omit<Cue, 'id' | 'trackId' | 'sourceCueId'>> & { readonly of?: string };

export interface RuleFixture {
  readonly rule: RuleName;
  /** Style guide, and with it the track; `netflix-en` where it is not said. */
  readonly profile?: string;
  /** Each list stands in a slot of its own. */
  readonly breaks: readonly (readonly FixtureCue[])[];
  readonly passes: readonly (readonly FixtureCue[])[];
}

/** Pictures a second of the fixtures' footage. */
export const FRAME_RATE = 25;
const SLOT_MS = 10_000;
/** Where the one shot change of each slot is. */
const SHOT_MS = 5_000;
/** Slots start this far in, so that no two slots have to do with each other. */
const SLOT_START_MS = 1_000;

const text = (...lines: string[]): FixtureCue => ({ text: lines.join('\n') });
const after = (startMs: number): readonly FixtureCue[] => [{}, { startMs, endMs: startMs + 2000 }];
const frames = (count: number) => (count * 1000) / FRAME_RATE;
const startsAt = (startMs: number): readonly FixtureCue[] => [{ startMs, endMs: 8000 }];
const endsAt = (endMs: number): readonly FixtureCue[] => [{ startMs: 1500, endMs }];

export const ruleFixtures: readonly RuleFixture[] = [
  { rule: 'empty', breaks: [[text('<i> </i>')]], passes: [[text('.')]] },
  {
    rule: 'empty',
    profile: 'netflix-ru',
    breaks: [[{ text: '', of: 'We came here.', status: 'approved' }]],
    passes: [[{ text: 'Мы пришли.', of: 'We came here.', status: 'approved' }]],
  },
  {
    rule: 'line-length',
    breaks: [[{ text: `a\n${'x'.repeat(43)}`, endMs: 4000 }]],
    passes: [[{ text: `a\n${'é'.normalize('NFD').repeat(42)}`, endMs: 4000 }]],
  },
  {
    rule: 'line-length',
    profile: 'netflix-ja',
    breaks: [[{ text: '漢'.repeat(14), endMs: 6000 }]],
    passes: [[{ text: 'Aa'.repeat(13), endMs: 6000 }]],
  },
  { rule: 'line-count', breaks: [[text('a', 'b', 'c')]], passes: [[text('a', 'b')]] },
  {
    rule: 'balance',
    profile: 'ted',
    breaks: [[{ ...text('Yes.', 'This is what we came here to say today.'), endMs: 5000 }]],
    passes: [[{ ...text('This is what we came', 'here to say today.'), endMs: 5000 }]],
  },
  { rule: 'double-space', breaks: [[text('We  came.')], [text('We came. ')]], passes: [[text('We came.')]] },
  {
    rule: 'spelling',
    breaks: [[text('We recieved it.')], [text('We <i>recieved</i> it.')]],
    passes: [[text('We received it, the UN too.')], [text('We came with Жанар.')]],
  },
  {
    rule: 'spelling',
    profile: 'netflix-ru',
    breaks: [[text('Мы палучили.')]],
    passes: [[text('Мы получили.')]],
  },
  {
    rule: 'unpaired-italics',
    breaks: [[text('We <i>came.')], [text('We</i> came.')]],
    passes: [[text('<i>We', 'came.</i>')]],
  },
  {
    rule: 'stray-mark-up',
    breaks: [[text('<b>We</b> came.')], [text('{\\an8}We came.')], [text('We &amp; they came.')]],
    passes: [[text('We <3 them & they {us}.')]],
  },
  {
    rule: 'invisible-mark',
    breaks: [[text('We\u200b came.')], [text('We\u202e came.')], [text('We\tcame.')]],
    passes: [[text('We came.', 'They too.')]],
  },
  {
    rule: 'invisible-mark',
    profile: 'netflix-ar',
    breaks: [[text('\u202bجئنا\u202c')]],
    passes: [[text('جئنا إلى \u2066BBC\u2069.\u200f')], [text('می‌خواهم')]],
  },
  { rule: 'missing-letters', breaks: [[text('We came to 🏳.')]], passes: [[text('Әлемге ұмтылған күңгі')]] },
  { rule: 'forbidden-mark', breaks: [[text('We\ufffdre here.')]], passes: [[text('We’re here.')]] },
  {
    rule: 'forbidden-mark',
    profile: 'netflix-zh',
    breaks: [[text('我们来了，')]],
    passes: [],
  },
  {
    rule: 'forbidden-italics',
    profile: 'netflix-ar',
    breaks: [[text('<i>جئنا</i>')]],
    passes: [[text('جئنا')]],
  },
  { rule: 'ellipsis', breaks: [[text('We came...')]], passes: [[text('We came…')], [text('We came.')]] },
  {
    rule: 'dialogue-dash',
    breaks: [
      [text('- We came.', '- And you?')],
      [text('-We came.', '–And you?')],
      [text('We came.', '-And you?')],
    ],
    passes: [[text('-We came.', '-And you?')], [text('It is cold:', '-5 degrees.')], [text('–We came.')]],
  },
  {
    rule: 'unpaired-quotes',
    passes: [
      [text('She said “come”.')],
      [
        { text: '“We came', endMs: 2000 },
        { text: 'to stay.”', startMs: 2080, endMs: 4000 },
      ],
      [text('"We" and “they’re”')],
    ],
    breaks: [[text('She said “come.')]],
  },
  {
    rule: 'unpaired-quotes',
    profile: 'netflix-de',
    passes: [[text('Sie sagte „komm“.')]],
    breaks: [[text('Sie sagte „komm”.')]],
  },
  { rule: 'no-duration', breaks: [[{ startMs: 3000, endMs: 3000 }]], passes: [[{}]] },
  {
    rule: 'reading-speed',
    breaks: [[{ text: 'x'.repeat(41), endMs: 2000 }]],
    passes: [[{ text: 'x'.repeat(40), endMs: 2000 }]],
  },
  {
    rule: 'min-duration',
    breaks: [[{ text: 'Yes.', endMs: 832 }]],
    passes: [[{ text: 'Yes.', endMs: 833 }]],
  },
  { rule: 'max-duration', breaks: [[{ endMs: 7001 }]], passes: [[{ endMs: 7000 }]] },
  { rule: 'overlap', breaks: [after(1900)], passes: [after(2080)] },
  { rule: 'gap', breaks: [after(2040)], passes: [after(2080)] },
  { rule: 'open-gap', breaks: [after(2240)], passes: [after(2500)] },
  {
    rule: 'outside-media',
    // The builder puts a slot of this rule at the very end of the footage.
    breaks: [[{ endMs: SLOT_MS }]],
    passes: [[{}]],
  },
  {
    rule: 'shot-start',
    breaks: [startsAt(SHOT_MS - frames(7)), startsAt(SHOT_MS - frames(11)), startsAt(SHOT_MS + frames(6))],
    passes: [startsAt(SHOT_MS), startsAt(SHOT_MS - frames(12)), startsAt(SHOT_MS + 500)],
  },
  {
    rule: 'shot-end',
    breaks: [endsAt(SHOT_MS), endsAt(SHOT_MS - frames(5)), endsAt(SHOT_MS + frames(4))],
    passes: [endsAt(SHOT_MS - frames(2)), endsAt(SHOT_MS - 500), endsAt(SHOT_MS + 500)],
  },
  {
    rule: 'contrast',
    // The footage is black there, and this track has nothing around its letters (`STYLES`).
    profile: 'netflix-it',
    breaks: [[{ speakerId: 'dark' }]],
    passes: [[{ speakerId: 's1' }]],
  },
  { rule: 'stale', breaks: [[{ stale: true }]], passes: [[{}]] },
  {
    rule: 'untranslated',
    profile: 'netflix-ru',
    breaks: [
      [{ text: 'We came here.', of: 'We came here.' }],
      [{ text: '', of: 'We came here.', status: 'draft' }],
    ],
    passes: [
      [{ text: '', of: '' }],
      [{ text: 'Мы пришли.', of: 'We came here.' }],
      [{ text: '2019', of: '2019' }],
    ],
  },
  {
    rule: 'machine-draft',
    profile: 'netflix-ru',
    breaks: [[{ text: 'Мы пришли.', of: 'We came.', status: 'draft', machine: { by: 'mt', atMs: 1 } }]],
    passes: [
      [{ text: 'Мы пришли.', of: 'We came.', status: 'translated', machine: { by: 'mt', atMs: 1 } }],
      [{ text: 'Мы пришли.', of: 'We came.', status: 'draft' }],
    ],
  },
  {
    rule: 'term-missing',
    profile: 'netflix-ru',
    breaks: [[{ text: 'Мы знаем.', of: 'We know human rights.' }]],
    passes: [[{ text: 'Мы о правах человека.', of: 'We know human rights.' }], [{ text: 'Мы.', of: 'We.' }]],
  },
  {
    rule: 'term-forbidden',
    profile: 'netflix-ru',
    breaks: [[{ text: 'Он инвалид.', of: 'He is disabled.' }]],
    passes: [[{ text: 'О человеке с инвалидностью.', of: 'He is disabled.' }]],
  },
  {
    rule: 'numbers',
    profile: 'netflix-ru',
    breaks: [[{ text: 'Их 43.', of: 'They are 34.' }], [{ text: 'Много людей.', of: '1,200 people.' }]],
    passes: [[{ text: '1 200,5 человек', of: '1,200.5 people' }], [{ text: 'Два города', of: '2 towns' }]],
  },
  {
    rule: 'two-speakers',
    breaks: [[{ wordIds: ['w1', 'w2'] }], [text('ANNA: We came.', 'OLGA: And you?')]],
    passes: [[{ ...text('-We came.', '-And you?'), wordIds: ['w1', 'w2'] }], [{ wordIds: ['w1'] }]],
  },
];

/** The campaign's glossary for them. */
export const GLOSSARY = 'en,ru\nhuman rights,права человека\ndisabled,человек с инвалидностью|!инвалид\n';

const LANGUAGES: Readonly<Record<string, string>> = { ted: 'es' };
const STYLES: Readonly<Record<string, string>> = { 'netflix-it': 'bare' };

/** A cue of the table's project, with the row it belongs to. */
export interface PlacedFixture {
  readonly rule: RuleName;
  readonly isBroken: boolean;
  readonly trackId: string;
  /** Ids of its cues; a broken slot has at least one finding of its rule on them, a sound one has none at all. */
  readonly cueIds: readonly string[];
}

export interface FixtureProject {
  readonly project: Project;
  readonly placed: readonly PlacedFixture[];
  readonly durationMs: number;
  /** Shot changes, ms. */
  readonly shots: readonly number[];
}

/** The project that breaks every rule of the table, one track a style guide. Without footage: that is the caller's. */
export function fixtureProject(): FixtureProject {
  const ends = new Map<string, number>();
  const cues: Cue[] = [];
  const placed: PlacedFixture[] = [];
  const shots = new Set<number>();
  const slotIn = (trackId: string) => {
    const at = ends.get(trackId) ?? SLOT_START_MS;
    ends.set(trackId, at + SLOT_MS);
    return at;
  };
  const add = (
    trackId: string,
    at: number,
    { of: _, ...changes }: FixtureCue,
    sourceCueId: string | null,
  ) => {
    const { startMs = 0, endMs = 2000, ...rest } = changes;
    const id = `c${cues.length}`;
    cues.push({ ...SOUND, id, trackId, ...rest, sourceCueId, startMs: at + startMs, endMs: at + endMs });
    return id;
  };
  const place = (row: RuleFixture, list: readonly FixtureCue[], isBroken: boolean) => {
    const trackId = row.profile ?? MAIN;
    // A translation stands where its source does.
    const at = list.some((cue) => cue.of !== undefined) ? slotIn(MAIN) : slotIn(trackId);
    if (row.rule.startsWith('shot-')) shots.add(at + SHOT_MS);
    const cueIds = list.map((cue) =>
      add(trackId, at, cue, cue.of === undefined ? null : add(MAIN, at, { text: cue.of }, null)),
    );
    placed.push({ rule: row.rule, isBroken, trackId, cueIds });
  };
  const rows = ruleFixtures.toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
  for (const row of rows) {
    for (const list of row.passes) place(row, list, false);
    for (const list of row.breaks) place(row, list, true);
  }
  const trackIds = [...new Set([MAIN, ...placed.map(({ trackId }) => trackId)])];
  const durationMs = (ends.get(MAIN) ?? 0) - SLOT_MS / 2;
  const project = sortedProject({
    ...emptyProject({ id: 'rules', title: 'Every rule', language: 'en' }),
    speakers: [
      ...['s1', 's2'].map((id, order) => ({ id, order, name: id, pseudonym: null })),
      { id: 'dark', order: 2, name: 'dark', pseudonym: null, colour: '#404040' },
    ],
    paragraphs: ['1', '2'].map((n, order) => ({
      id: `p${n}`,
      order,
      speakerId: `s${n}`,
      language: null,
      hintMs: null,
      words: [{ id: `w${n}`, text: 'word', startMs: null, endMs: null, confidence: null }],
    })),
    tracks: trackIds.map((id, order) => trackOf(id, order)),
    cues,
    styles: [
      ...defaultStyles(),
      { ...PLAIN_LOOK, id: 'bare', order: 4, name: 'Bare', fontSizePct: 5, speakerColours: true },
    ],
  });
  return { project, placed, durationMs, shots: [...shots].sort((a, b) => a - b) };
}

const MAIN = 'netflix-en';
const SOUND = sampleCue('', 0, 0, 'We were born here.', { trackId: '' });

const isLast = ({ rule }: RuleFixture) => rule === 'outside-media';

function trackOf(profileId: string, order: number): Track {
  const language = LANGUAGES[profileId] ?? profileId.replace('netflix-', '');
  return {
    id: profileId,
    order,
    kind: profileId === MAIN ? 'source' : 'translation',
    language,
    name: '',
    direction: directionOf(language),
    profileId,
    styleId: STYLES[profileId] ?? 'outspoken',
  };
}
