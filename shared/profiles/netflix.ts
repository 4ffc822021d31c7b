import type { Profile, ShotFigures, Source } from '../domain/profile';

/**
 * Day of the research the figures come from. It dates its per-language table; the other pages are taken to have been
 * read that day too, and were not opened again for this file.
 */
const READ_ON = '2026-09-26';
const article = (id: string) => `https://partnerhelp.netflixstudios.com/hc/en-us/articles/${id}`;

const GENERAL: readonly Source[] = [
  {
    title: 'Durations 5/6 s to 7 s, two lines: Netflix Timed Text Style Guide, General Requirements',
    address: article('215758617'),
    readOn: READ_ON,
  },
  {
    title:
      'Gap of two frames at any rate, gaps under half a second closed: Netflix Subtitle Timing Guidelines',
    address: article('360051554394'),
    readOn: READ_ON,
  },
];

const DIGESTS: Source = {
  title:
    'Characters per line and per second: per-language table of the Netflix guides, which agrees with the “Netflix Timing Guide” digest of LLM-Subtrans on every value',
  address: null,
  readOn: READ_ON,
};

const ELLIPSIS: Source = {
  title:
    'Ellipsis as one character, U+2026: stated by the Russian, Arabic and Korean guides, taken here for all',
  address: null,
  readOn: READ_ON,
};
const STYLE: Source = {
  title:
    'Dialogue dashes, italics and forbidden marks: per-language table of the Netflix guides and the “Netflix Timing Guide” digest',
  address: null,
  readOn: READ_ON,
};

/**
 * In-times: older General Requirements (on the cut up to 7 frames before it, else 12 before; after it by less than half a
 * second: on the cut). Out-times: Timing Guidelines (within half a second of the cut: two frames before it).
 */
const SHOTS: ShotFigures = { startOnFrames: 7, startClearFrames: 12, endBeforeFrames: 2, nearMs: 500 };

const SHOT_SOURCES: readonly Source[] = [
  {
    title:
      'In-times near shot changes: older Netflix General Requirements (Tero Subtitler has the same 7 and 12 frames; Subtitle Edit draws the border a frame later)',
    address: article('215758617'),
    readOn: READ_ON,
  },
  {
    title: 'Out-times near shot changes: Netflix Subtitle Timing Guidelines, as coded in Subtitle Edit',
    address: article('360051554394'),
    readOn: READ_ON,
  },
];

/** Characters a second of one guide, by audience as in `AUDIENCES`; null where it has no figure. */
type Speeds = readonly [adult: number, children: number | null, sdh: number, sdhChildren: number | null];

interface Figures {
  readonly name: string;
  readonly line?: number;
  /** Characters a line in subtitles for the deaf and hard of hearing, where they differ. */
  readonly sdhLine?: number;
  readonly sdhLines?: number;
  readonly speeds?: Speeds;
  /** Whether a dialogue dash takes a space; absent where sources say nothing or disagree. */
  readonly dashSpace?: boolean;
  readonly italics?: false;
  readonly forbidden?: readonly string[];
  readonly minDurationMs?: number;
  readonly halfWidth?: boolean;
  /** Number of the language's own guide. */
  readonly article?: string;
  /** What else there is to say about where the figures come from. */
  readonly note?: string;
}

const HALF_WIDTH_RULE = 'Half-width characters count 0.5: article 115001352212';

/** The speeds most guides share. */
const USUAL: Speeds = [17, 13, 20, 17];

/** Where a field is missing: 42 characters a line, the usual speeds, 5/6 s at least. */
const LANGUAGES: Readonly<Record<string, Figures>> = {
  en: { name: 'English', speeds: [20, 17, 20, 17], dashSpace: false, article: '217350977' },
  ru: {
    name: 'Russian',
    article: '215346638',
    note: '42 characters a line since December 2025 (39 before). Dialogue dash: sources disagree about the space, so either will do',
  },
  kk: {
    name: 'Kazakh',
    note: 'Netflix has no Kazakh guide (list of 26 September 2026): its default figures',
  },
  ar: {
    name: 'Arabic',
    speeds: [20, 17, 23, 20],
    dashSpace: true,
    italics: false,
    article: '215517947',
  },
  es: { name: 'Spanish', dashSpace: true, article: '217349997' },
  fr: { name: 'French', dashSpace: true, article: '217351577' },
  zh: {
    name: 'Chinese',
    line: 16,
    sdhLine: 18,
    sdhLines: 3,
    speeds: [9, 7, 11, 9],
    dashSpace: false,
    italics: false,
    forbidden: ['，', '。'],
    article: '215986007',
    note: HALF_WIDTH_RULE,
    halfWidth: true,
  },
  ja: {
    name: 'Japanese',
    line: 13,
    sdhLine: 16,
    speeds: [4, null, 7, null],
    minDurationMs: 500,
    article: '215767517',
    note: HALF_WIDTH_RULE,
    halfWidth: true,
  },
  ko: {
    name: 'Korean',
    line: 16,
    speeds: [12, 9, 14, 11],
    dashSpace: true,
    italics: false,
    article: '216001127',
    note: HALF_WIDTH_RULE,
    halfWidth: true,
  },
  uk: { name: 'Ukrainian' },
  tr: { name: 'Turkish', note: 'The guide encourages 1 s at least; the general 5/6 s is the limit' },
  de: { name: 'German' },
  it: { name: 'Italian' },
  pt: { name: 'Portuguese' },
  hi: { name: 'Hindi', speeds: [22, 18, 25, 20] },
  th: { name: 'Thai', line: 35, note: '35 without tone marks and vowels above or below the line' },
  he: { name: 'Hebrew', italics: false },
};

/** Whom the subtitles are for. Each is a profile of its own; ids of all but the first end in the key. */
const AUDIENCES = [
  { key: '', name: '', speed: 0, isSdh: false },
  { key: '-children', name: ', children', speed: 1, isSdh: false },
  { key: '-sdh', name: ', deaf and hard of hearing', speed: 2, isSdh: true },
  { key: '-sdh-children', name: ', deaf and hard of hearing, children', speed: 3, isSdh: true },
] as const;
type Audience = (typeof AUDIENCES)[number];

/** Two frames at 24 fps, for media without a known rate. */
const TWO_FRAMES_MS = 83;

function netflix(
  id: string,
  languages: readonly string[],
  figures: Figures,
  audience: Audience = AUDIENCES[0],
  speed = (figures.speeds ?? USUAL)[0],
): Profile {
  const own: Source[] = [];
  if (figures.article)
    own.push({
      title: `Netflix Timed Text Style Guide, ${figures.name}`,
      address: article(figures.article),
      readOn: READ_ON,
    });
  if (figures.note) own.push({ title: figures.note, address: null, readOn: READ_ON });
  return {
    id: `${id}${audience.key}`,
    name: `Netflix, ${figures.name}${audience.name}`,
    languages,
    maxCharactersPerLine: (audience.isSdh ? figures.sdhLine : undefined) ?? figures.line ?? 42,
    maxLines: (audience.isSdh ? figures.sdhLines : undefined) ?? 2,
    maxCharactersPerSecond: speed,
    minDurationMs: figures.minDurationMs ?? 833,
    maxDurationMs: 7_000,
    minGapFrames: 2,
    minGapMs: TWO_FRAMES_MS,
    halfWidthCounts: figures.halfWidth ?? false,
    closeGapsBelowMs: SHOTS.nearMs,
    shots: SHOTS,
    minBalance: null,
    dashSpace: figures.dashSpace ?? null,
    ellipsis: '…',
    italicsAllowed: figures.italics ?? true,
    forbiddenMarks: figures.forbidden ?? [],
    sources: [...GENERAL, ...SHOT_SOURCES, DIGESTS, STYLE, ELLIPSIS, ...own],
  };
}

/** Netflix's general figures, for languages without a guide of their own. */
export const netflixDefault: Profile = netflix('netflix', [], { name: 'any language' });

/** Netflix's figures, one profile a language and audience: `netflix-en`, `netflix-ru-children`, `netflix-ar-sdh`, … */
export const netflixProfiles: readonly Profile[] = AUDIENCES.flatMap((audience) =>
  Object.entries(LANGUAGES).flatMap(([language, figures]) => {
    const speed = (figures.speeds ?? USUAL)[audience.speed];
    return speed === null ? [] : [netflix(`netflix-${language}`, [language], figures, audience, speed)];
  }),
);
