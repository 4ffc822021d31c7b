/** How a numeral stands in its sentence: bare words around it in lower case, empty at the ends. */
export interface Around {
  readonly before: string;
  readonly after: string;
  /** The word before the one before. */
  readonly beforeThat: string;
}

/**
 * How one language is read aloud where espeak-ng (package 0.3.5) does it badly or not at all. What is left out is left to
 * espeak-ng. Texts are written for this app from general knowledge; no native speaker has checked them yet.
 */
export interface Reader {
  /** Lower case without the final dot, inner dots kept; a pair of words is written with a blank (`т. д`). */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Abbreviations whose form hangs on the words around them; asked before the table. */
  readonly inflected?: (abbreviation: string, around: Around) => string | null;
  /** Names of the letters an acronym is spelled with; without them espeak-ng names them. */
  readonly letters?: Readonly<Record<string, string>>;
  /** Acronyms that are spelled though they could be read as a word. Upper case. */
  readonly spelled: ReadonlySet<string>;
  /** Acronyms that are words though they look unreadable, and capitals that are no acronym. Upper case. */
  readonly asWords: ReadonlySet<string>;
  readonly symbols: Symbols;
  /** A year: 1000 to 2099. */
  readonly year?: (year: number, around: Around) => string | null;
  /** An ordinal written with digits and an ending (`21-й`: 21 and `й`), or a Roman numeral (no ending). */
  readonly ordinal?: (value: number, ending: string, around: Around) => string | null;
  /** The day before a month's name. */
  readonly dayOfMonth?: (day: number) => string;
  /** A number with a fraction, where espeak-ng does not say it as people do. */
  readonly decimal?: (whole: string, fraction: string) => string;
  /** A part of one, 1/2 to 9/10; `isMixed`: behind a whole number, which is said before it. */
  readonly fraction?: (numerator: number, denominator: number, isMixed: boolean) => string;
  /** The decimal separator that espeak-ng reads as one. */
  readonly decimalSign: '.' | ',';
  /** Words, beside names, that a Roman numeral follows (`Chapter IV`) or comes before (`XXI век`), lower case. */
  readonly beforeRoman: ReadonlySet<string>;
  readonly afterRoman: ReadonlySet<string>;
}

/** What is said for symbols; empty: nothing. */
export interface Symbols {
  readonly and: string;
  readonly at: string;
  readonly dot: string;
  readonly number: string;
  readonly hash: string;
  readonly plus: string;
  /** Between the ends of a range. */
  readonly to: string;
  /** After a full hour, where Unicode's name of the unit is not what people say. */
  readonly hours: string;
}

/** A set of the words of a text. */
export function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter((word) => word !== ''));
}

/** A table from lines of `written = spoken`. */
export function tableOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(/\n|;/u).map((line) => line.split('=').map((side) => side.trim()));
  return Object.fromEntries(
    pairs.flatMap(([written, spoken]) => (written && spoken ? [[written, spoken]] : [])),
  );
}
