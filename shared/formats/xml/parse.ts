/** A piece of XML: an element or a run of text. */
export type XmlNode = XmlElement | string;

export interface XmlElement {
  /** Name without its prefix. */
  readonly name: string;
  /** The namespace its prefix stands for; empty for none. */
  readonly namespace: string;
  /** By name without prefix, last one wins; `xml:id` is `id`, `xml:lang` is `lang`, `xml:space` is `space`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** 1-based line of its start tag. */
  readonly line: number;
}

export interface ParsedXml {
  /** Null where there is no element at all. */
  readonly root: XmlElement | null;
  /** What is not well-formed and where; the tree then holds what stood before. */
  readonly error: { readonly line: number; readonly reason: string } | null;
  readonly hasDoctype: boolean;
}

const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([^\s=<>/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Deeper trees are no subtitles, and would overflow the stack of whoever walks them. */
const DEEPEST = 200;

interface Open {
  readonly name: string;
  readonly children: XmlNode[];
  readonly prefixes: Map<string, string>;
}

/**
 * Reads XML 1.0 with namespaces into a tree: elements, text, CDATA. Comments and processing instructions are left out.
 * A document type is skipped, never read: no entity but the five of XML, so nothing can grow or point anywhere.
 * Never throws.
 */
export function parseXml(source: string): ParsedXml {
  const text = source.replaceAll(/\r\n?/g, '\n');
  const top: Open = { name: '', children: [], prefixes: new Map() };
  const open: Open[] = [top];
  const lines = lineCounter(text);
  let hasDoctype = false;
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const here = () => open.at(-1) ?? top;
  const result = (reason: string | null) => ({
    root: top.children.find((node): node is XmlElement => typeof node !== 'string') ?? null,
    error: reason === null ? null : { line: lines(from), reason },
    hasDoctype,
  });
  for (;;) {
    const at = text.indexOf('<', from);
    addText(here(), unescaped(text.slice(from, at === -1 ? text.length : at)));
    if (at === -1) return result(open.length > 1 ? `<${here().name}>` : null);
    from = at;
    MARKUP.lastIndex = at;
    const match = MARKUP.exec(text);
    if (!match) return result(text.slice(at, at + 20));
    const [whole, cdata, closing, opening, attributes, selfClosed] = match;
    from = at + whole.length;
    if (cdata !== undefined) addText(here(), cdata);
    else if (whole.startsWith('<!DOCTYPE')) hasDoctype = true;
    else if (closing !== undefined) {
      if (open.length === 1 || here().name !== closing) return result(`</${closing}>`);
      open.pop();
    } else if (opening !== undefined) {
      if (open.length > DEEPEST) return result(`<${opening}>`);
      const pushed = startElement(here(), opening, attributes ?? '', lines(at));
      if (selfClosed === '') open.push(pushed);
    }
  }
}

function startElement(parent: Open, qualified: string, source: string, line: number): Open {
  // Copied only where it grows: a hostile file could declare thousands.
  const prefixes = source.includes('xmlns') ? new Map(parent.prefixes) : parent.prefixes;
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(ATTRIBUTE)) {
    const value = unescaped(double ?? single ?? '').replaceAll(/[\n\t]/g, ' ');
    if (name === 'xmlns' || name.startsWith('xmlns:')) prefixes.set(name.slice(6), value);
    else attributes.set(localName(name), value);
  }
  const colon = qualified.indexOf(':');
  const children: XmlNode[] = [];
  parent.children.push({
    name: localName(qualified),
    namespace: prefixes.get(colon === -1 ? '' : qualified.slice(0, colon)) ?? '',
    attributes,
    children,
    line,
  });
  return { name: qualified, children, prefixes };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function addText(open: Open, text: string): void {
  if (text !== '') open.children.push(text);
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|([a-z]+));/g, (whole, hex, decimal, name) => {
    if (typeof name === 'string') return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
      ? String.fromCodePoint(code)
      : '\ufffd';
  });
}

/** Line numbers for offsets that only grow. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
