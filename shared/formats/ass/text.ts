import { lettersOf, type FontFamily } from '../../style/fonts';

/** A family as the events use it: `size` is the ASS font size that gives the style's em. */
export interface SizedFamily {
  readonly family: FontFamily;
  readonly size: number;
}

export interface TextFonts {
  /** What the style line names. */
  readonly base: SizedFamily;
  /** Families to change to for letters of other scripts. */
  readonly others: readonly SizedFamily[];
}

const WORD_JOINER = '\u2060';
const LEFT_TO_RIGHT_MARK = '\u200e';
const RIGHT_TO_LEFT_MARK = '\u200f';

const LINE_END = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
/** NUL would end the text in a C library; the others have no picture. Tabs stay: libass draws them as a space. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff]/g;
/** Code points of Bidi_Class R and AL, by block (UnicodeData, DerivedBidiClass). */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const LEFT_TO_RIGHT =
  /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}])\p{L}/u;

/**
 * A cue's text as the last field of a Dialogue line: one line, and nothing in it but `<i>` becomes an instruction.
 *
 * `{` is written `\{`; a backslash that would start an escape is kept apart from the next character by a word joiner.
 * Leading spaces are kept behind an empty block. A line whose letters run both ways, or that has none in a right-to-left
 * track, starts with a direction mark: libass finds the direction of a line by its first strong character (Encoding -1).
 */
export function encodeText(text: string, direction: 'ltr' | 'rtl', fonts: TextFonts): string {
  const state: State = { italic: false, font: fonts.base };
  return plainLines(text)
    .split('\n')
    .map((line) => encodeLine(line, direction, fonts, state))
    .join('\\N');
}

/** The text with every kind of line end as `\n`, without characters that have no picture and half surrogate pairs as `�`. */
export function plainLines(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

interface State {
  italic: boolean;
  font: SizedFamily;
}

function encodeLine(line: string, direction: 'ltr' | 'rtl', fonts: TextFonts, state: State): string {
  let out = /^[ \t]/.test(line) ? '{}' : '';
  out += directionMark(line, direction);
  for (const part of line.split(/(<\/?i>)/)) {
    if (part === '<i>' || part === '</i>') out = apart(out) + italicTag(part === '<i>', state);
    else
      for (const run of runsOf(part, fonts, state))
        out = (run.tag ? apart(out) : out) + run.tag + escape(run.text);
  }
  return out.endsWith('\\') ? apart(out) : out;
}

function italicTag(italic: boolean, state: State): string {
  if (state.italic === italic) return '';
  state.italic = italic;
  return italic ? '{\\i1}' : '{\\i0}';
}

/** `\` right before a block would make its brace a literal one. */
function apart(out: string): string {
  return out.endsWith('\\') ? out + WORD_JOINER : out;
}

function escape(text: string): string {
  return text.replace(/\\(?=[Nnh}])/g, `\\${WORD_JOINER}`).replaceAll('{', '\\{');
}

function directionMark(line: string, direction: 'ltr' | 'rtl'): string {
  const seen = line.replace(/<\/?i>/g, '').trimStart();
  if (seen === '' || /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(seen)) return '';
  const right = RIGHT_TO_LEFT.test(seen);
  const left = LEFT_TO_RIGHT.test(seen);
  if (right && left) return direction === 'rtl' ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  return !right && !left && direction === 'rtl' ? RIGHT_TO_LEFT_MARK : '';
}

interface Run {
  readonly tag: string;
  readonly text: string;
}

/** Cuts where a letter asks for another family than the one in use; digits, spaces and marks stay with what precedes. */
function runsOf(text: string, fonts: TextFonts, state: State): Run[] {
  const all = [fonts.base, ...fonts.others];
  const inUse = new Set(all.filter(({ family }) => lettersOf(family).test(text)));
  if (inUse.size === 0 || (inUse.size === 1 && inUse.has(state.font))) return [{ tag: '', text }];
  const runs: Run[] = [];
  let tag = '';
  let from = 0;
  let at = 0;
  for (const character of text) {
    const wanted = all.find(({ family }) => lettersOf(family).test(character));
    if (wanted && wanted !== state.font) {
      runs.push({ tag, text: text.slice(from, at) });
      tag = `{\\fn${wanted.family.family}\\fs${wanted.size}}`;
      from = at;
      state.font = wanted;
    }
    at += character.length;
  }
  runs.push({ tag, text: text.slice(from) });
  return runs;
}

/** What is left of a text when the marks that `encodeText` may add are taken away: for comparing what was read back. */
export function withoutAddedMarks(text: string): string {
  return text.replace(/^([ \t]*(?:<\/?i>)*)[\u200e\u200f]/gm, '$1').replace(/\\\u2060+/g, '\\');
}
