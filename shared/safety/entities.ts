/** Texts in which letters are written as HTML does (`&shy;`, `&eacute;`, `&#1078;`): browsers and some players show what they stand for. */

const ENTITY = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z]{2,12}));/g;

/** Of the named ones those that can stand in a name: marks on letters go anyway (`folded`). */
const MARKED = /^([A-Za-z])(?:acute|grave|circ|tilde|uml|ring|cedil|caron|slash|macr|breve|dot)$/;
const NAMED: Readonly<Record<string, string>> = {
  ...{ shy: '\u00ad', zwj: '\u200d', zwnj: '\u200c', lrm: '\u200e', rlm: '\u200f', ZeroWidthSpace: '\u200b' },
  ...{ nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', hyphen: '-', dash: '-', ndash: '–', amp: '&' },
  ...{ apos: "'", rsquo: '’', lsquo: '‘', quot: '"', middot: '·', szlig: 'ß', AElig: 'Æ', aelig: 'æ' },
  ...{ OElig: 'Œ', oelig: 'œ', ETH: 'Ð', eth: 'ð', THORN: 'Þ', thorn: 'þ' },
};
/** `&amp;shy;` is shown as `&shy;` by one reader and as nothing by the next. */
const ROUNDS = 2;

/** What is read of a text, and where each UTF-16 unit of that (and its end) stands in it; null where nothing is written so. */
export interface Decoded {
  readonly text: string;
  readonly places: readonly number[];
}

/** Reads entities. Linear. */
export function withoutEntities(text: string): Decoded | null {
  if (!text.includes('&')) return null;
  let read: Decoded | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const next = decodeOnce(read ?? { text, places: Array.from({ length: text.length + 1 }, (_, at) => at) });
    if (!next) break;
    read = next;
  }
  return read;
}

function decodeOnce({ text, places }: Decoded): Decoded | null {
  let [out, done] = ['', 0];
  const at: number[] = [];
  const keep = (from: number, to: number) => {
    for (let n = from; n < to; n++) at.push(places[n] ?? 0);
    out += text.slice(from, to);
  };
  for (const match of text.matchAll(ENTITY)) {
    const letter = letterOf(match);
    if (letter === null) continue;
    keep(done, match.index);
    for (let n = 0; n < letter.length; n++) at.push(places[match.index] ?? 0);
    out += letter;
    done = match.index + match[0].length;
  }
  if (done === 0) return null;
  keep(done, text.length);
  at.push(places[text.length] ?? 0);
  return { text: out, places: at };
}

function letterOf([, decimal, hexadecimal, name]: RegExpMatchArray): string | null {
  if (name !== undefined) return MARKED.exec(name)?.[1] ?? NAMED[name] ?? null;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : null;
}
