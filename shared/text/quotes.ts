import { primaryLanguage } from './locale';

type Pair = readonly [open: string, close: string];

/**
 * Double quotation marks by language, from Unicode CLDR 47 (delimiters: quotation and alternate quotation), where they are not
 * single apostrophe-like marks. Languages that are not listed use the common ones.
 */
const BY_LANGUAGE: Readonly<Record<string, readonly Pair[]>> = {
  de: [
    ['„', '“'],
    ['»', '«'],
    ['›', '‹'],
  ],
  ru: [
    ['«', '»'],
    ['„', '“'],
  ],
  uk: [
    ['«', '»'],
    ['„', '“'],
  ],
  be: [
    ['«', '»'],
    ['„', '“'],
  ],
  bg: [
    ['„', '“'],
    ['«', '»'],
  ],
  cs: [
    ['„', '“'],
    ['»', '«'],
  ],
  sk: [
    ['„', '“'],
    ['»', '«'],
  ],
  sl: [
    ['„', '“'],
    ['»', '«'],
  ],
  pl: [
    ['„', '”'],
    ['«', '»'],
  ],
  hu: [
    ['„', '”'],
    ['»', '«'],
  ],
  ro: [
    ['„', '”'],
    ['«', '»'],
  ],
  hr: [
    ['„', '”'],
    ['»', '«'],
  ],
  sr: [
    ['„', '“'],
    ['„', '”'],
    ['«', '»'],
  ],
  ka: [
    ['„', '“'],
    ['«', '»'],
  ],
  da: [
    ['“', '”'],
    ['»', '«'],
    ['„', '“'],
  ],
  fi: [
    ['”', '”'],
    ['»', '»'],
  ],
  sv: [
    ['”', '”'],
    ['»', '»'],
  ],
  he: [
    ['”', '”'],
    ['„', '”'],
  ],
};

const COMMON: readonly Pair[] = [
  ['“', '”'],
  ['«', '»'],
  ['‹', '›'],
];
const EVERYWHERE: readonly Pair[] = [
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
  ['〝', '〞'],
];

/** Marks of a text that have no partner in it: those that open and wait, those that close nothing. */
export interface LonelyQuotes {
  readonly open: readonly string[];
  readonly close: readonly string[];
}

const NONE: LonelyQuotes = { open: [], close: [] };
const ANY_QUOTE = /["“”„«»‹›「」『』〝〞]/u;

/**
 * Pairs the double quotation marks of a text as its language writes them (BCP 47). A mark that looks alike on both sides
 * (`"`, Swedish `”`) opens where none is open. Single marks are left alone: they are apostrophes too.
 */
export function lonelyQuotes(text: string, language: string): LonelyQuotes {
  if (!ANY_QUOTE.test(text)) return NONE;
  const pairs = [...(BY_LANGUAGE[primaryLanguage(language)] ?? COMMON), ...EVERYWHERE];
  const open: string[] = [];
  const close: string[] = [];
  for (const mark of text) {
    const at = open.findLastIndex((opener) => pairs.some(([o, c]) => o === opener && c === mark));
    if (at >= 0) open.splice(at, 1);
    else if (pairs.some(([opener]) => opener === mark)) open.push(mark);
    else if (pairs.some(([, closer]) => closer === mark)) close.push(mark);
  }
  return { open, close };
}

/** Whether a mark that waits in one text may be closed by one that closes nothing in a later text. */
export function mayPair(open: string, close: string, language: string): boolean {
  const pairs = [...(BY_LANGUAGE[primaryLanguage(language)] ?? COMMON), ...EVERYWHERE];
  return pairs.some(([o, c]) => o === open && c === close);
}
