import { decodeEntities, readEntity } from '../vtt/entities';
import { quoted, type IssueCode } from './issues';
import { ItalicWriter } from './italics';
import type { DocumentFormat } from './model';

/** A cue's text in the product's own form, and what its mark-up said besides. */
export interface ReadMarkup {
  /** Lines separated by `\n`, none of them empty; inline mark-up only `<i>…</i>`, balanced and never nested. */
  readonly text: string;
  /** True for `{\an7}` to `{\an9}`. */
  readonly top: boolean;
  /** Names of the voices, in order of appearance, each once. */
  readonly voices: readonly string[];
}

/** Told each oddity, with the 0-based line within the cue's text. */
export type Report = (lineInText: number, code: IssueCode, values: Readonly<Record<string, string>>) => void;

const ITALIC = ['i', 'em'];
/** Tags whose mark is left out and whose content stays, in both formats: converters carry them over. */
const DROPPED: readonly string[] = [
  'b',
  'strong',
  'u',
  's',
  'strike',
  'font',
  'span',
  'p',
  'c',
  'lang',
  'ruby',
  'rt',
];

/** Reads the text of a cue block. Linear in its length. */
export function readMarkup(text: string, format: DocumentFormat, report: Report): ReadMarkup {
  return new MarkupReader(text, format, report).read();
}

class MarkupReader {
  readonly #text: string;
  readonly #isVtt: boolean;
  readonly #report: Report;
  readonly #out = new ItalicWriter();
  readonly #voices: string[] = [];
  #at = 0;
  #top = false;
  #italics = 0;
  #lineAt = 0;
  #line = 0;

  constructor(text: string, format: DocumentFormat, report: Report) {
    this.#text = text;
    this.#isVtt = format === 'vtt';
    this.#report = report;
  }

  read(): ReadMarkup {
    const text = this.#text;
    while (this.#at < text.length) {
      const special = this.#nextSpecial();
      this.#out.add(text.slice(this.#at, special), this.#italics > 0);
      this.#at = special;
      if (special < text.length) this.#special();
    }
    if (this.#italics > 0) this.#say('unbalanced-italic');
    const written = this.#out.finish();
    if (written.literalTag) this.#say('literal-italic', { text: written.literalTag });
    return { text: withoutEmptyLines(written.text), top: this.#top, voices: this.#voices };
  }

  #nextSpecial(): number {
    let at = this.#at;
    while (at < this.#text.length) {
      const code = this.#text.charCodeAt(at);
      if (code === 60 || code === (this.#isVtt ? 38 : 123)) return at;
      at++;
    }
    return at;
  }

  #special(): void {
    const character = this.#text.charAt(this.#at);
    if (character === '<') this.#tag();
    else if (character === '&') this.#entity();
    else this.#override();
  }

  /** Keeps `length` characters as they stand. */
  #literal(length: number): void {
    this.#out.add(this.#text.slice(this.#at, this.#at + length), this.#italics > 0);
    this.#at += length;
  }

  /** The place before the next `>`, where no `<` comes first; -1 otherwise. Stops at every `<`, hence linear. */
  #closing(open: string, close: string): number {
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      if (character === close) return at;
      if (character === open || (character === '\n' && !this.#isVtt)) return -1;
    }
    return -1;
  }

  #tag(): void {
    const end = this.#closing('<', '>');
    const content = end < 0 ? '' : this.#text.slice(this.#at + 1, end);
    const closes = content.startsWith('/');
    const name = tagName(closes ? content.slice(1) : content);
    const kept = name !== '' && this.#knownTag(name, content, closes);
    if (!kept && this.#isVtt && isTimestamp(content))
      this.#say('tag-not-kept', { tag: `<${quoted(content)}>` });
    else if (!kept) {
      if (name !== '') this.#say('unknown-tag', { tag: `<${quoted(content)}>` });
      else if (this.#isVtt) this.#say('unescaped', { character: '<', escape: '&lt;' });
      this.#literal(1);
      return;
    }
    this.#at = end + 1;
  }

  /** Acts on a tag and says whether it is one. */
  #knownTag(name: string, content: string, closes: boolean): boolean {
    if (ITALIC.includes(name)) this.#italic(closes, content);
    else if (name === 'v') {
      if (!closes) this.#voice(content);
    } else if (name === 'br') this.#out.add('\n', this.#italics > 0);
    else if (!DROPPED.includes(name)) return false;
    else if (!closes) this.#say('tag-not-kept', { tag: `<${quoted(content)}>` });
    return true;
  }

  #italic(closes: boolean, content: string): void {
    if (!closes) this.#italics++;
    else if (this.#italics > 0) this.#italics--;
    else this.#say('unbalanced-italic');
    if (content.includes('.')) this.#say('tag-not-kept', { tag: `<${quoted(content)}>` });
  }

  #voice(content: string): void {
    const space = content.search(/[ \t\n]/);
    const name = space < 0 ? '' : decodeEntities(content.slice(space)).replaceAll('\n', ' ').trim();
    if (name !== '' && !this.#voices.includes(name)) this.#voices.push(name);
    if (content.slice(0, space < 0 ? undefined : space).includes('.'))
      this.#say('tag-not-kept', { tag: `<${quoted(content)}>` });
  }

  #entity(): void {
    const entity = readEntity(this.#text, this.#at);
    if (!entity) {
      this.#say('unescaped', { character: '&', escape: '&amp;' });
      this.#literal(1);
      return;
    }
    if (entity.unknown) this.#say('unknown-entity', { entity: entity.text });
    this.#out.add(entity.text, this.#italics > 0);
    this.#at += entity.length;
  }

  /** An override of SubStation Alpha, which players read in SRT too: `{\an8}`, `{\i1}`. Others are left out. */
  #override(): void {
    const end = this.#text.charAt(this.#at + 1) === '\\' ? this.#closing('{', '}') : -1;
    if (end < 0) {
      this.#literal(1);
      return;
    }
    const content = this.#text.slice(this.#at + 2, end);
    for (const command of content.split('\\')) this.#command(command.trim());
    this.#at = end + 1;
  }

  #command(command: string): void {
    if (command === 'i1') this.#italics++;
    else if (command === 'i0' || command === 'i') this.#italics = 0;
    else if (/^(an[789]|a(5|6|7))$/.test(command)) this.#top = true;
    else if (command !== 'an2' && command !== 'a2')
      this.#say('tag-not-kept', { tag: `{\\${quoted(command)}}` });
    if (/^(an[79]|a[57])$/.test(command)) this.#say('tag-not-kept', { tag: `{\\${quoted(command)}}` });
  }

  #say(code: IssueCode, values: Readonly<Record<string, string>> = {}): void {
    const to = Math.min(this.#at, this.#text.length);
    for (; this.#lineAt < to; this.#lineAt++) if (this.#text.charCodeAt(this.#lineAt) === 10) this.#line++;
    this.#report(this.#line, code, values);
  }
}

/** Whether a reader of SRT acts on `<content>` instead of showing it. */
export function isSrtTag(content: string): boolean {
  const name = tagName(content.startsWith('/') ? content.slice(1) : content);
  return name === 'v' || name === 'br' || ITALIC.includes(name) || DROPPED.includes(name);
}

/** The lower-case letters and digits a tag begins with; empty where it begins with anything else. */
function tagName(content: string): string {
  return /^[A-Za-z][A-Za-z0-9]{0,15}(?=[\s./]|$)/.exec(content)?.[0].toLowerCase() ?? '';
}

function isTimestamp(content: string): boolean {
  return /^(\d{2,4}:)?\d{2}:\d{2}\.\d{3}$/.test(content);
}

/** The text without lines that hold nothing but spaces. */
export function withoutEmptyLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
}
