/** Names WebVTT demands, and those that editors write into text. All of HTML's 2,231 would serve no subtitle. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  lrm: '\u200e',
  rlm: '\u200f',
  nbsp: '\u00a0',
  quot: '"',
  apos: "'",
  shy: '\u00ad',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  euro: '€',
  iexcl: '¡',
  iquest: '¿',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwj: '\u200d',
  zwnj: '\u200c',
};

/** These four are understood without the semicolon too, as in HTML. */
const BARE = ['amp', 'lt', 'gt', 'nbsp'];
const LONGEST = 32;

/** What an `&` stands for: the characters, and how many were read. `unknown`: it looks like a name, but is none. */
export interface Entity {
  readonly text: string;
  readonly length: number;
  readonly unknown: boolean;
}

/** Reads the character reference that begins with the `&` at `at`; null where it is only an ampersand. */
export function readEntity(text: string, at: number): Entity | null {
  let end = at + 1;
  if (text.charAt(end) === '#') end++;
  while (end < text.length && end - at <= LONGEST && isNamePart(text.charCodeAt(end))) end++;
  const name = text.slice(at + 1, end);
  if (text.charAt(end) === ';' && name !== '') {
    const found = name.startsWith('#') ? numeric(name.slice(1)) : own(name);
    const length = end + 1 - at;
    return found === null
      ? { text: text.slice(at, end + 1), length, unknown: true }
      : { text: found, length, unknown: false };
  }
  const bare = BARE.find((known) => name.startsWith(known));
  return bare === undefined ? null : { text: own(bare) ?? '', length: bare.length + 1, unknown: false };
}

/** The text with every character reference resolved. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  let decoded = '';
  for (let at = 0; at < text.length;) {
    const entity = text.charAt(at) === '&' ? readEntity(text, at) : null;
    decoded += entity?.text ?? text.charAt(at);
    at += entity?.length ?? 1;
  }
  return decoded;
}

/** The text with `&`, `<` and `>` written as names, so that it stays text in WebVTT and can hold no `-->`. */
export function encodeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function own(name: string): string | null {
  return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? null) : null;
}

function numeric(digits: string): string | null {
  const hexadecimal = digits.startsWith('x') || digits.startsWith('X');
  const body = hexadecimal ? digits.slice(1) : digits;
  if (!(hexadecimal ? /^[0-9a-f]{1,8}$/i : /^\d{1,9}$/).test(body)) return null;
  const code = Number.parseInt(body, hexadecimal ? 16 : 10);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

function isNamePart(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
