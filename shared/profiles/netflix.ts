import type { Profile, Source } from '../domain/profile';

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

interface Figures {
  readonly name: string;
  readonly line?: number;
  readonly speed?: number;
  readonly minDurationMs?: number;
  readonly halfWidth?: boolean;
  /** Number of the language's own guide. */
  readonly article?: string;
  /** What else there is to say about where the figures come from. */
  readonly note?: string;
}

const HALF_WIDTH_RULE = 'Half-width characters count 0.5: article 115001352212';

/** Adult programmes. Where a field is missing: 42 characters a line, 17 a second, 5/6 s at least. */
const LANGUAGES: Readonly<Record<string, Figures>> = {
  en: { name: 'English', speed: 20, article: '217350977' },
  ru: {
    name: 'Russian',
    article: '215346638',
    note: '42 characters a line since December 2025 (39 before)',
  },
  kk: {
    name: 'Kazakh',
    note: 'Netflix has no Kazakh guide (list of 26 September 2026): its default figures',
  },
  ar: { name: 'Arabic', speed: 20, article: '215517947' },
  es: { name: 'Spanish', article: '217349997' },
  fr: { name: 'French', article: '217351577' },
  zh: { name: 'Chinese', line: 16, speed: 9, article: '215986007', note: HALF_WIDTH_RULE, halfWidth: true },
  ja: {
    name: 'Japanese',
    line: 13,
    speed: 4,
    minDurationMs: 500,
    article: '215767517',
    note: HALF_WIDTH_RULE,
    halfWidth: true,
  },
  ko: { name: 'Korean', line: 16, speed: 12, article: '216001127', note: HALF_WIDTH_RULE, halfWidth: true },
  uk: { name: 'Ukrainian' },
  tr: { name: 'Turkish', note: 'The guide encourages 1 s at least; the general 5/6 s is the limit' },
  de: { name: 'German' },
  it: { name: 'Italian' },
  pt: { name: 'Portuguese' },
  hi: { name: 'Hindi', speed: 22 },
  th: { name: 'Thai', line: 35, note: '35 without tone marks and vowels above or below the line' },
  he: { name: 'Hebrew' },
};

/** Two frames at 24 fps, for media without a known rate. */
const TWO_FRAMES_MS = 83;

function netflix(id: string, languages: readonly string[], figures: Figures): Profile {
  const own: Source[] = [];
  if (figures.article)
    own.push({
      title: `Netflix Timed Text Style Guide, ${figures.name}`,
      address: article(figures.article),
      readOn: READ_ON,
    });
  if (figures.note) own.push({ title: figures.note, address: null, readOn: READ_ON });
  return {
    id,
    name: `Netflix, ${figures.name}`,
    languages,
    maxCharactersPerLine: figures.line ?? 42,
    maxLines: 2,
    maxCharactersPerSecond: figures.speed ?? 17,
    minDurationMs: figures.minDurationMs ?? 833,
    maxDurationMs: 7_000,
    minGapFrames: 2,
    minGapMs: TWO_FRAMES_MS,
    halfWidthCounts: figures.halfWidth ?? false,
    sources: [...GENERAL, DIGESTS, ...own],
  };
}

/** Netflix's general figures, for languages without a guide of their own. */
export const netflixDefault: Profile = netflix('netflix', [], { name: 'any language' });

/** Netflix's figures for adult programmes, one profile a language: `netflix-en`, `netflix-ru`, … */
export const netflixProfiles: readonly Profile[] = Object.entries(LANGUAGES).map(([language, figures]) =>
  netflix(`netflix-${language}`, [language], figures),
);
