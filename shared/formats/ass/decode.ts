import type { MessageValues } from '../../messages/index';
import { quoted, type IssueCode } from '../document/issues';

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

class Decoder {
  readonly #options: DecodeOptions;
  readonly #oddities = new Map<IssueCode, Oddity>();
  readonly #out: string[] = [];
  #italic: boolean;
  #top: boolean | null = null;
  #isDrawing = false;

  constructor(options: DecodeOptions) {
    this.#options = options;
    this.#italic = options.italic;
    if (options.italic) this.#out.push('<i>');
  }

  take(match: RegExpExecArray): void {
    const [all, escaped, block] = match;
    if (block !== undefined) this.#takeBlock(block);
    else if (this.#isDrawing) this.#note('ass-drawing', {});
    else if (escaped !== undefined) this.#out.push(this.#escaped(escaped));
    else this.#takeText(all);
  }

  end(): DecodedText {
    if (this.#italic) this.#out.push('</i>');
    return { text: this.#out.join(''), top: this.#top, oddities: [...this.#oddities.values()] };
  }

  #escaped(character: string): string {
    if (character === 'N') return '\n';
    if (character === 'n') return this.#options.wrapsNowhere ? '\n' : ' ';
    return character === 'h' ? '\u00a0' : character;
  }

  #takeText(text: string): void {
    if (/<\/?i>/.test(text)) this.#note('literal-italic', {});
    this.#out.push(text);
  }

  #takeBlock(block: string): void {
    const [comment = '', ...tags] = block.split('\\');
    if (comment.trim() !== '') this.#note('ass-comment', { text: quoted(comment) });
    for (const tag of tags) this.#takeTag(tag.trim());
  }

  #takeTag(tag: string): void {
    const alignment = /^(an?)(\d{1,2})$/.exec(tag);
    if (/^i[01]?$/.test(tag)) this.#setItalic(tag === 'i' ? this.#options.italic : tag === 'i1');
    else if (alignment) this.#align(alignment[1] === 'an', Number(alignment[2]));
    else if (/^p\d+$/.test(tag)) this.#isDrawing = tag !== 'p0';
    else if (/^r/.test(tag)) this.#reset(tag);
    // A change of font, size or slant that our own writer makes for another script says nothing about the text.
    else if (!/^(fn|fs\d)/.test(tag) && tag !== '') this.#note('tag-not-kept', { tag: `\\${quoted(tag)}` });
  }

  #align(isNumberPad: boolean, value: number): void {
    // The first alignment counts, as in libass. `\a` is SSA's: 5 to 7 on top, 9 to 11 in the middle.
    this.#top ??= isNumberPad ? value >= 7 : value >= 5 && value <= 7;
  }

  #reset(tag: string): void {
    this.#setItalic(this.#options.italic);
    if (tag !== 'r') this.#note('tag-not-kept', { tag: `\\${quoted(tag)}` });
  }

  #setItalic(italic: boolean): void {
    if (italic === this.#italic) return;
    this.#italic = italic;
    this.#out.push(italic ? '<i>' : '</i>');
  }

  #note(code: IssueCode, values: MessageValues): void {
    if (!this.#oddities.has(code)) this.#oddities.set(code, { code, values });
  }
}
