import { escapeXml } from '../../formats/xml/escape';
import { parseXml, type XmlElement, type XmlNode } from '../../formats/xml/parse';
import { primaryLanguage } from '../../text/locale';
import type { MemoryUnit } from './memory';

/** Units of a TMX file by pair of languages, and what of it could not be read. */
export interface TmxFile {
  readonly units: readonly MemoryUnit[];
  /** Null where it is well-formed TMX; else why not. What stood before is read all the same. */
  readonly problem: string | null;
}

/**
 * The units of a TMX 1.4 file for one pair of languages (BCP 47; a region more or less is the same). Inline codes (`ph`, `bpt`…)
 * are left out, the text around them stays. Never throws.
 */
export function parseTmx(text: string, source: string, target: string): TmxFile {
  const { root, error } = parseXml(text);
  if (root?.name !== 'tmx') return { units: [], problem: error?.reason ?? 'no TMX' };
  const units: MemoryUnit[] = [];
  for (const unit of elements(root, 'body').flatMap((body) => elements(body, 'tu'))) {
    const texts = new Map<string, string>();
    for (const variant of elements(unit, 'tuv')) {
      const language = primaryLanguage(variant.attributes.get('lang') ?? '');
      const [segment] = elements(variant, 'seg');
      if (segment) texts.set(language, textOf(segment).trim());
    }
    const [from, to] = [texts.get(primaryLanguage(source)), texts.get(primaryLanguage(target))];
    if (from !== undefined && to !== undefined && from !== '' && to !== '')
      units.push({ source: from, target: to });
  }
  return { units, problem: error?.reason ?? null };
}

const CODES = new Set(['ph', 'bpt', 'ept', 'it', 'ut']);

function textOf(node: XmlNode): string {
  if (typeof node === 'string') return node;
  return CODES.has(node.name) ? '' : node.children.map(textOf).join('');
}

function elements({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** A sentence and its translations by language tag. */
export interface MemoryEntry {
  readonly source: string;
  readonly targets: ReadonlyMap<string, string>;
}

/** Units of one pair as TMX 1.4. */
export function writeTmx(units: readonly MemoryUnit[], source: string, target: string): string {
  return writeEntries(
    units.map((unit) => ({ source: unit.source, targets: new Map([[target, unit.target]]) })),
    source,
  );
}

/** Entries of any languages as TMX 1.4: no dates, no names, so that the same entries give the same bytes. */
export function writeEntries(entries: readonly MemoryEntry[], source: string): string {
  const variant = (language: string, text: string) =>
    `<tuv xml:lang="${escapeXml(language)}"><seg>${escapeXml(text)}</seg></tuv>`;
  const rows = entries.map(
    ({ source: said, targets }) =>
      `<tu>${variant(source, said)}${[...targets].map(([tag, text]) => variant(tag, text)).join('')}</tu>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    `<header creationtool="Outspoken" creationtoolversion="1" segtype="sentence" o-tmf="Outspoken" adminlang="en" srclang="${escapeXml(source)}" datatype="plaintext"/>`,
    '<body>',
    ...rows,
    '</body>',
    '</tmx>',
    '',
  ].join('\n');
}
