import type { MessageValues } from '../../messages/index';
import { fontFaces } from '../../style/fonts';
import { quoted, type IssueCode } from '../document/issues';
import { ItalicWriter } from '../document/italics';

export interface DecodeOptions {
  /** The style's own slant. */
  readonly italic: boolean;
  /** WrapStyle 2, where `\n` breaks the line as `\N` does. */
  readonly wrapsNowhere: boolean;
}

export interface Oddity {
  readonly code: IssueCode;
  readonly values: MessageValues;
}

export interface DecodedText {
  readonly text: string;
  /** Where an alignment tag says so; null without one. */
  readonly top: boolean | null;
  /** What is not kept, each kind once. */
  readonly oddities: readonly Oddity[];
}

/** The text field of a Dialogue line as a cue's text. Linear. */
export function decodeText(field: string, options: DecodeOptions): DecodedText {
  const decoder = new Decoder(options);
  // Behind the last closing brace an opening one is text. Looking for its partner each time would be quadratic.
  const behind = field.lastIndexOf('}') + 1;
  for (const match of field.slice(0, behind).matchAll(/\\([Nnh{}])|\{([^}]*)\}|[^\\{]+|\\/g))
    decoder.take(match);
  for (const match of field.slice(behind).matchAll(/\\([Nnh{}])|[^\\]+|\\/g)) decoder.take(match);
  return decoder.end();
}

const OUR_FONTS: ReadonlySet<string> = new Set(fontFaces.map(({ family }) => `fn${family}`));

class Decoder {
  readonly #options: DecodeOptions;
  readonly #oddities = new Map<IssueCode, Oddity>();
  readonly #out = new ItalicWriter();
  #italic: boolean;
  #top: boolean | null = null;
  #isDrawing = false;

  constructor(options: DecodeOptions) {
    this.#options = options;
    this.#italic = options.italic;
  }

  take(match: RegExpExecArray): void {
    const [all, escaped, block] = match;
    if (block !== undefined) this.#takeBlock(block);
    else if (this.#isDrawing) this.#note('ass-drawing', {});
    else this.#out.add(escaped === undefined ? all : this.#escaped(escaped), this.#italic);
  }

  end(): DecodedText {
    const { text, literalTag } = this.#out.finish();
    if (literalTag !== null) this.#note('literal-italic', { text: literalTag });
    return { text, top: this.#top, oddities: [...this.#oddities.values()] };
  }

  #escaped(character: string): string {
    if (character === 'N') return '\n';
    if (character === 'n') return this.#options.wrapsNowhere ? '\n' : ' ';
    return character === 'h' ? '\u00a0' : character;
  }

  #takeBlock(block: string): void {
    const [comment = '', ...tags] = block.split('\\');
    if (comment.trim() !== '') this.#note('ass-comment', { text: quoted(comment) });
    // A change of font and size that our own writer makes for another script says nothing about the text.
    const isOurs = tags.some((tag) => OUR_FONTS.has(tag.trim()));
    for (const tag of tags) if (!isOurs || !/^f[ns]/.test(tag)) this.#takeTag(tag.trim());
  }

  #takeTag(tag: string): void {
    const alignment = /^(an?)(\d{1,2})$/.exec(tag);
    if (/^i[01]?$/.test(tag)) this.#italic = tag === 'i' ? this.#options.italic : tag === 'i1';
    else if (alignment) this.#align(alignment[1] === 'an', Number(alignment[2]));
    else if (/^p\d+$/.test(tag)) this.#isDrawing = tag !== 'p0';
    else if (/^r/.test(tag)) this.#reset(tag);
    else if (tag !== '') this.#dropTag(tag);
  }

  #dropTag(tag: string): void {
    this.#note('tag-not-kept', { tag: `\\${quoted(tag)}` });
  }

  #align(isNumberPad: boolean, value: number): void {
    // SSA's `\a` counts 1 to 3 below, 5 to 7 above, 9 to 11 in the middle.
    const top = isNumberPad ? value >= 7 : value >= 5 && value <= 7;
    if (![isNumberPad ? 8 : 6, 2].includes(value)) this.#dropTag(`${isNumberPad ? 'an' : 'a'}${value}`);
    // The first alignment counts, as in libass.
    this.#top ??= top;
  }

  #reset(tag: string): void {
    this.#italic = this.#options.italic;
    if (tag !== 'r') this.#dropTag(tag);
  }

  #note(code: IssueCode, values: MessageValues): void {
    if (!this.#oddities.has(code)) this.#oddities.set(code, { code, values });
  }
}
