/** A word of a dictionary, found in a text. */
export interface Morpheme {
  /** `[start, end)` in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** How it is pronounced, in katakana (`ワ` for the particle は, `ー` for long vowels); empty where nobody knows. */
  readonly reading: string;
  /** A figure or numeral, the ending う of “let us”, or anything else. */
  readonly kind: 'number' | 'volition' | 'other';
}

/** Finds the words of a text in Japanese: in order, never overlapping; what is of no word is left out. */
export type Analyse = (text: string) => readonly Morpheme[];

/** A stretch of a text and what is said for it. */
export interface Piece {
  /** `[start, end)` in UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
  /** Katakana; empty where nobody knows how the stretch is said. */
  readonly kana: string;
}
