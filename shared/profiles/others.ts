import type { Profile, Source } from '../domain/profile';

/**
 * Day of the research the figures come from. It dates its per-language table; the other pages are taken to have been
 * read that day too, and were not opened again for this file.
 */
const READ_ON = '2026-09-26';
const source = (title: string, address: string | null = null): Source => ({
  title,
  address,
  readOn: READ_ON,
});

const SUBTITLE_EDIT = 'https://github.com/SubtitleEdit/subtitleedit';

/** Two lines, counted in whole characters: what all of these guides share. Null where they say nothing. */
const COMMON = {
  languages: [],
  maxLines: 2,
  minGapFrames: 0,
  minGapMs: 0,
  halfWidthCounts: false,
  closeGapsBelowMs: null,
  shots: null,
  minBalance: null,
  dashSpace: null,
  ellipsis: null,
  italicsAllowed: true,
  forbiddenMarks: [],
} as const;

/** Guides of other publishers and platforms. A figure its guide does not state is named in `sources` as ours. */
export const otherProfiles: readonly Profile[] = [
  {
    ...COMMON,
    id: 'bbc',
    name: 'BBC',
    maxCharactersPerLine: 37,
    maxCharactersPerSecond: 18,
    minDurationMs: 300,
    maxDurationMs: 7_000,
    closeGapsBelowMs: 1_000,
    sources: [
      source(
        '37 characters a line, about 0.3 s a word, no gap unless a second long: BBC Subtitle Guidelines',
        'https://www.bbc.co.uk/accessibility/forproducts/guides/subtitles/',
      ),
      source('160 to 180 words a minute, counted here as 18 characters a second (six a word, ours)'),
      source('Longest duration: not stated by the guide; 7 s as in others (ours)'),
      source('Starts and ends on shot changes: the guide asks for it without figures, so it is not checked'),
    ],
  },
  {
    ...COMMON,
    id: 'ted',
    name: 'TED',
    maxCharactersPerLine: 42,
    maxCharactersPerSecond: 21,
    minDurationMs: 1_000,
    maxDurationMs: 7_000,
    minBalance: 0.5,
    sources: [
      source(
        '42 characters a line, 21 a second, 1 to 7 s, two lines, the shorter at least half of the longer: TED translators’ cheat sheet (2015–2016)',
        'https://translations.ted.com/',
      ),
    ],
  },
  {
    ...COMMON,
    id: 'amara',
    name: 'Amara style',
    maxCharactersPerLine: 42,
    maxCharactersPerSecond: 25,
    minDurationMs: 1_000,
    maxDurationMs: 7_000,
    sources: [
      source(
        '42 characters a line, 8 to 25 a second, 1 to 7 s: sheet used by Amara teams, author not stated',
      ),
    ],
  },
  {
    ...COMMON,
    id: 'vertical',
    name: 'Social media, vertical 9:16',
    maxCharactersPerLine: 24,
    maxCharactersPerSecond: 25,
    minDurationMs: 700,
    maxDurationMs: 5_000,
    sources: [
      source(
        '24 characters a line, 25 a second, 0.7 to 5 s, no gap: Subtitle Edit’s profile for 9:16',
        SUBTITLE_EDIT,
      ),
      source('About 25 characters a line in 9:16: BBC Subtitle Guidelines'),
    ],
  },
  {
    ...COMMON,
    id: 'amazon',
    name: 'Amazon Prime',
    maxCharactersPerLine: 42,
    maxCharactersPerSecond: 17,
    minDurationMs: 1_000,
    maxDurationMs: 7_007,
    minGapMs: 83,
    minGapFrames: 2,
    sources: [
      source(
        '42 characters a line, 17 a second, 1 to 7.007 s, gap 83 ms (two frames at 24, ours): Subtitle Edit’s profile',
        SUBTITLE_EDIT,
      ),
    ],
  },
  {
    ...COMMON,
    id: 'arte',
    name: 'Arte',
    maxCharactersPerLine: 40,
    maxCharactersPerSecond: 20,
    minDurationMs: 1_000,
    maxDurationMs: 10_000,
    minGapMs: 200,
    minGapFrames: 5,
    sources: [
      source(
        '40 characters a line, 20 a second, 1 to 10 s, gap 200 ms (5 frames at 25, ours): Subtitle Edit’s profile',
        SUBTITLE_EDIT,
      ),
    ],
  },
];
