import { hasPicture, type FontFamily } from '../../style/fonts';

/** A family as the events use it: `size` is the ASS font size that gives the style's em. */
export interface SizedFamily {
  readonly family: FontFamily;
  readonly size: number;
  /** Whether its bold files are asked for. */
  readonly bold: boolean;
}

export interface TextFonts {
  /** What the style line names. */
  readonly base: SizedFamily;
  /** Families to change to for letters of other scripts. */
  readonly others: readonly SizedFamily[];
  /** Says italics also where a family has none: in a file, which others draw with their own fonts. */
  readonly keepItalics: boolean;
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
  const state = startOf(fonts);
  return plainLines(text)
    .split('\n')
    .map((line) => encodeLine(line, direction, fonts, state))
    .join('\\N');
}

/** A line that stands in an event of its own. */
export interface EncodedLine {
  readonly text: string;
  /** What it is drawn with: the family of every letter in it, or the base for a line without letters. */
  readonly fonts: readonly SizedFamily[];
}

/** Each line of a cue's text as the last field of a Dialogue line of its own: font and slant are said anew where they go on. */
export function encodeLines(text: string, direction: 'ltr' | 'rtl', fonts: TextFonts): EncodedLine[] {
  let italic = false;
  return plainLines(text)
    .split('\n')
    .map((line) => {
      const state = { ...startOf(fonts), italic };
      const encoded = encodeLine(line, direction, fonts, state);
      italic = state.italic;
      return { text: encoded, fonts: state.used.size > 0 ? [...state.used] : [fonts.base] };
    });
}

/** The text with every kind of line end as `\n`, without characters that have no picture and half surrogate pairs as `�`. */
export function plainLines(text: string): string {
  return text
    .replace(LINE_END, '\n')
    .replace(CONTROL, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

interface State {
  /** What the text asks for, and what the last instruction said: not alike in a font without italics. */
  italic: boolean;
  slanted: boolean;
  font: SizedFamily;
  /** Every font that a character with a picture was drawn with. */
  readonly used: Set<SizedFamily>;
}

function startOf(fonts: TextFonts): State {
  return { italic: false, slanted: false, font: fonts.base, used: new Set() };
}

function encodeLine(line: string, direction: 'ltr' | 'rtl', fonts: TextFonts, state: State): string {
  let out = /^[ \t]/.test(line) ? '{}' : '';
  out += directionMark(line, direction);
  for (const part of line.split(/(<\/?i>)/)) {
    if (part === '<i>' || part === '</i>') {
      state.italic = part === '<i>';
      // What follows a mark must not be taken for the end of an escape before it.
      out = apart(out) + (fonts.keepItalics ? changeTo(state.font, fonts, state) : '');
    } else for (const run of runsOf(part, fonts, state)) out = withTag(out, run.tag) + escape(run.text);
  }
  return out.endsWith('\\') ? apart(out) : out;
}

function withTag(out: string, tag: string): string {
  return (tag === '' ? out : apart(out)) + tag;
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

/** Cuts where a character asks for another family, or for another slant, than those in use. */
function runsOf(text: string, fonts: TextFonts, state: State): Run[] {
  const runs: Run[] = [];
  let tag = '';
  let from = 0;
  let at = 0;
  for (const character of text) {
    const wanted = fontFor(character, fonts, state.font);
    const change = changeTo(wanted, fonts, state);
    if (change !== '') {
      if (at > from) runs.push({ tag, text: text.slice(from, at) });
      tag = at > from ? change : tag + change;
      from = at;
    }
    if (hasPicture(character)) state.used.add(wanted);
    at += character.length;
  }
  if (at > from) runs.push({ tag, text: text.slice(from) });
  return runs;
}

/** The block that goes over to a font with the slant the text asks for; empty where nothing changes. */
function changeTo(font: SizedFamily, { keepItalics }: TextFonts, state: State): string {
  let tags = '';
  const slanted = state.italic && (keepItalics || font.family.hasItalic);
  if (slanted !== state.slanted) tags += slanted ? '{\\i1}' : '{\\i0}';
  if (font !== state.font) {
    const weight = font.bold === state.font.bold ? '' : `\\b${font.bold ? 1 : 0}`;
    tags += `{\\fn${font.family.family}\\fs${font.size}${weight}}`;
  }
  state.slanted = slanted;
  state.font = font;
  return tags;
}

/**
 * What a character is drawn with: a letter with the first family that is made for its script and has it; digits and marks with
 * what precedes, if that has them. What nobody has stays where it is.
 */
function fontFor(character: string, { base, others }: TextFonts, current: SizedFamily): SizedFamily {
  if (!hasPicture(character)) return current;
  const code = character.codePointAt(0) ?? 0;
  const has = ({ family }: SizedFamily) => family.coverage.has(code);
  const isLetterOf = (font: SizedFamily) => font.family.isMadeFor(character) && has(font);
  if (isLetterOf(base)) return base;
  const made = others.find(isLetterOf);
  if (made) return made;
  if (has(current)) return current;
  return [base, ...others].find(has) ?? current;
}

/** What is left of a text when the marks that `encodeText` may add are taken away: for comparing what was read back. */
export function withoutAddedMarks(text: string): string {
  return text.replace(/^([ \t]*(?:<\/?i>)*)[\u200e\u200f]/gm, '$1').replace(/\\\u2060+/g, '\\');
}
