import type { XmlElement, XmlNode } from '../xml/parse';

/** What the head of a TTML file says about looks and people, as far as the product holds it. */
export interface TtmlHead {
  /** Attributes of each style by id, those it refers to included. */
  readonly styles: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Ids of regions whose text stands in the upper half. */
  readonly topRegions: ReadonlySet<string>;
  /** Names of people by agent id. */
  readonly agents: ReadonlyMap<string, string>;
}

/** All elements of a name anywhere below, in document order. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.name === name ? [node] : []), ...elementsNamed(node, name)],
  );
}

/** The text below a node, elements left out. */
export function textOf(node: XmlNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/** Reads styles, regions and agents of a document (root element `tt`). */
export function readHead(root: XmlElement): TtmlHead {
  const heads = root.children.filter((node) => typeof node !== 'string' && node.name === 'head');
  const head = heads[0];
  if (!head || typeof head === 'string')
    return { styles: new Map(), topRegions: new Set(), agents: new Map() };
  const styles = readStyles(head);
  const regions = elementsNamed(head, 'region').filter((region) => isTop(region, styles, root));
  const agents = elementsNamed(root, 'agent').map((agent): [string, string] => [
    agent.attributes.get('id') ?? '',
    textOf(elementsNamed(agent, 'name')[0] ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  ]);
  return {
    styles,
    topRegions: new Set(regions.map(({ attributes }) => attributes.get('id') ?? '')),
    agents: new Map(agents.filter(([, name]) => name !== '')),
  };
}

function readStyles(head: XmlElement): Map<string, ReadonlyMap<string, string>> {
  const styles = new Map<string, ReadonlyMap<string, string>>();
  // A style may refer to those before it; one that refers forward is rare and loses only what it took over.
  for (const { attributes } of elementsNamed(head, 'style')) {
    const id = attributes.get('id');
    if (id !== undefined) styles.set(id, styled(attributes, styles));
  }
  return styles;
}

/** An element's attributes with those of the styles it refers to underneath. */
export function styled(
  attributes: ReadonlyMap<string, string>,
  styles: TtmlHead['styles'],
): ReadonlyMap<string, string> {
  const references = attributes.get('style')?.trim().split(/\s+/) ?? [];
  if (references.length === 0) return attributes;
  return new Map([...references.flatMap((id) => [...(styles.get(id) ?? [])]), ...attributes]);
}

function isTop(region: XmlElement, styles: TtmlHead['styles'], root: XmlElement): boolean {
  const inner = elementsNamed(region, 'style').flatMap(({ attributes }) => [...attributes]);
  const look = new Map([...styled(region.attributes, styles), ...inner]);
  const [top, height] = [vertical(look.get('origin'), 0, root), vertical(look.get('extent'), 1, root)];
  const align = look.get('displayAlign') ?? 'before';
  const share = align === 'after' ? 1 : align === 'center' ? 0.5 : 0;
  return top + height * share < 0.5;
}

/** The second of two lengths as a share of the picture's height (TTML2, 8.3.15: %, px, c, rh). */
function vertical(pair: string | undefined, fallback: number, root: XmlElement): number {
  const [, value, unit] = /\s([\d.]+)(%|px|c|rh)\s*$/.exec(pair ?? '') ?? [];
  if (value === undefined) return fallback;
  if (unit === 'px') {
    const height = Number(/\s([\d.]+)px\s*$/.exec(root.attributes.get('extent') ?? '')?.[1]);
    return height > 0 ? Number(value) / height : fallback;
  }
  if (unit === 'c') {
    const rows = Number((root.attributes.get('cellResolution') ?? '32 15').trim().split(/\s+/)[1]);
    return rows > 0 ? Number(value) / rows : fallback;
  }
  return Number(value) / 100;
}
