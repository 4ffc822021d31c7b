import type { SubtitleFormat } from '../../api/contract';
import { LATEST_MS } from '../srt/timestamp';

/** What a kind of subtitle file can hold of a cue, besides its text and lines. */
export interface Holds {
  readonly italics: boolean;
  /** Top or bottom of the picture. */
  readonly position: boolean;
  readonly speakers: boolean;
  /** Its clock's step in ms; times are rounded to it. */
  readonly tickMs: number;
  /** Latest time it can say, in ms. */
  readonly latestMs: number;
}

/** The hours of EBU STL have two digits and end with the day (EBU Tech 3264, TCI): its last frame at 25 a second. */
const END_OF_DAY_MS = 86_400_000 - 40;

/** What each format, as we write it, holds. The one list that `limitsOf` and every writer go by. */
export const HOLDS: Readonly<Record<SubtitleFormat, Holds>> = {
  srt: { italics: true, position: true, speakers: false, tickMs: 1, latestMs: LATEST_MS },
  vtt: { italics: true, position: true, speakers: true, tickMs: 1, latestMs: LATEST_MS },
  ass: { italics: true, position: true, speakers: false, tickMs: 10, latestMs: LATEST_MS },
  ttml: { italics: true, position: true, speakers: true, tickMs: 1, latestMs: LATEST_MS },
  stl: { italics: true, position: true, speakers: false, tickMs: 40, latestMs: END_OF_DAY_MS },
  sbv: { italics: false, position: false, speakers: false, tickMs: 1, latestMs: LATEST_MS },
  csv: { italics: true, position: true, speakers: true, tickMs: 1, latestMs: LATEST_MS },
  tsv: { italics: true, position: true, speakers: true, tickMs: 1, latestMs: LATEST_MS },
};
