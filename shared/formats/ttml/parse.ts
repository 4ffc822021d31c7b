import type { DocumentCues, SubtitleCue } from '../document/cues';
import { IssueList, quoted } from '../document/issues';
import { ItalicWriter } from '../document/italics';
import { heldTime } from '../document/times';
import { parseXml, type XmlElement } from '../xml/parse';
import { elementsNamed, readHead, styled, textOf, type TtmlHead } from './layout';
import { clockOf, readTtmlTime, type TtmlClock } from './time';

/**
 * Reads TTML, IMSC, EBU-TT-D, SMPTE-TT and DFXP (TTML2): times, text, line ends, italics, top or bottom, agents.
 * Everything else is left out and said. Never throws. Linear.
 */
export function parseTtml(text: string): DocumentCues {
  const { root, error, hasDoctype } = parseXml(text);
  const issues = new IssueList();
  if (error) issues.add(error.line, 'not-xml', { reason: quoted(error.reason) });
  if (hasDoctype) issues.add(0, 'xml-doctype');
  if (root?.name !== 'tt') {
    issues.add(0, 'not-ttml');
    return { cues: [], issues: issues.sorted(), language: null };
  }
  const reader = new TtmlReader(root, issues);
  for (const body of elementsNamed(root, 'body')) reader.read(body, START);
  reader.end();
  const language = root.attributes.get('lang')?.trim() ?? '';
  return {
    cues: reader.cues,
    issues: issues.sorted(),
    language: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? language : null,
  };
}

/** What an element hands down to those in it. */
interface Context {
  readonly begin: number;
  readonly end: number | null;
  /** Whether any element so far named a time. */
  readonly timed: boolean;
  readonly region: string | null;
  readonly agent: string | null;
  readonly preserve: boolean;
  readonly italic: boolean;
}

const START: Context = {
  begin: 0,
  end: null,
  timed: false,
  region: null,
  agent: null,
  preserve: false,
  italic: false,
};
/** Formatting that people notice when it is gone. */
const NOTICED = ['color', 'fontWeight', 'textDecoration', 'ruby'] as const;

class TtmlReader {
  readonly cues: SubtitleCue[] = [];
  readonly #head: TtmlHead;
  readonly #clock: TtmlClock;
  readonly #issues: IssueList;
  readonly #lost = new Set<string>();

  constructor(root: XmlElement, issues: IssueList) {
    this.#head = readHead(root);
    this.#clock = clockOf(root.attributes);
    this.#issues = issues;
  }

  read(element: XmlElement, outer: Context): void {
    const context = this.#within(element, outer);
    if (!context) return;
    if (element.name === 'p') return this.#paragraph(element, context);
    if (element.attributes.get('timeContainer') === 'seq') this.#issues.add(element.line, 'ttml-sequence');
    if (element.attributes.has('backgroundImage')) this.#issues.add(element.line, 'ttml-image');
    for (const node of element.children) if (typeof node !== 'string') this.read(node, context);
  }

  end(): void {
    if (this.#lost.size > 0) this.#issues.add(0, 'ttml-style', { names: [...this.#lost].join(', ') });
    if (this.cues.length === 0) this.#issues.add(0, 'no-cues');
  }

  /** Null where a time cannot be read. */
  #within({ attributes, line }: XmlElement, outer: Context): Context | null {
    const time = (name: string) => {
      const written = attributes.get(name);
      if (written === undefined) return null;
      const ms = readTtmlTime(written, this.#clock);
      if (ms === null) this.#issues.add(line, 'ttml-time', { text: quoted(written) });
      return ms ?? Number.NaN;
    };
    const [begin, end, duration] = [time('begin'), time('end'), time('dur')];
    if ([begin, end, duration].some(Number.isNaN)) return null;
    const start = outer.begin + (begin ?? 0);
    const ends = [
      ...(end === null ? [] : [outer.begin + end]),
      ...(duration === null ? [] : [start + duration]),
      ...(outer.end === null ? [] : [outer.end]),
    ];
    const look = styled(attributes, this.#head.styles);
    const fontStyle = look.get('fontStyle');
    return {
      begin: start,
      end: ends.length > 0 ? Math.min(...ends) : null,
      timed: outer.timed || begin !== null || end !== null || duration !== null,
      region: attributes.get('region') ?? outer.region,
      agent: attributes.get('agent')?.trim().split(/\s+/)[0] ?? outer.agent,
      preserve: attributes.has('space') ? attributes.get('space') === 'preserve' : outer.preserve,
      italic: fontStyle === undefined ? outer.italic : fontStyle === 'italic' || fontStyle === 'oblique',
    };
  }

  #paragraph(paragraph: XmlElement, context: Context): void {
    const spans = paragraph.children.filter((node) => typeof node !== 'string');
    const timedSpans = spans.filter(({ attributes }) => attributes.has('begin') || attributes.has('end'));
    if (context.end === null && timedSpans.length > 0) {
      for (const span of timedSpans) {
        const inner = this.#within(span, context);
        if (inner) this.#cue(span, inner);
      }
    } else {
      if (timedSpans.length > 0) this.#issues.add(paragraph.line, 'ttml-inner-times');
      this.#cue(paragraph, context);
    }
  }

  #cue(element: XmlElement, context: Context): void {
    const { line } = element;
    if (context.end === null || !context.timed)
      return this.#issues.add(line, 'ttml-untimed', { text: quoted(textOf(element)) });
    const out = new LineWriter();
    let agent = context.agent;
    const walk = (node: XmlElement, look: Context): void => {
      agent ??= look.agent;
      for (const name of NOTICED) if (node.attributes.has(name)) this.#lost.add(name);
      for (const child of node.children)
        if (typeof child === 'string') out.add(child, look);
        else if (child.name === 'br') out.lineEnd(look);
        else if (child.name === 'span') walk(child, this.#spanLook(child, look));
    };
    walk(element, context);
    out.lineEnd(context);
    const { text, literalTag } = out.finish();
    if (literalTag !== null) this.#issues.add(line, 'literal-italic', { text: literalTag });
    if (text === '') this.#issues.add(line, 'empty-cue');
    if (context.end <= context.begin) this.#issues.add(line, 'ends-before-start');
    this.cues.push({
      startMs: heldTime(context.begin, line, this.#issues),
      endMs: heldTime(context.end, line, this.#issues),
      text,
      position: context.region !== null && this.#head.topRegions.has(context.region) ? 'top' : 'bottom',
      speaker: (agent === null ? undefined : this.#head.agents.get(agent)) ?? null,
    });
  }

  #spanLook({ attributes }: XmlElement, outer: Context): Context {
    const fontStyle = styled(attributes, this.#head.styles).get('fontStyle');
    return {
      ...outer,
      agent: attributes.get('agent')?.trim().split(/\s+/)[0] ?? outer.agent,
      preserve: attributes.has('space') ? attributes.get('space') === 'preserve' : outer.preserve,
      italic: fontStyle === undefined ? outer.italic : fontStyle === 'italic' || fontStyle === 'oblique',
    };
  }
}

interface Line {
  /** Whether the line end before it stands in italics. */
  readonly italicBreak: boolean;
  readonly runs: { text: string; italic: boolean }[];
}

/** Gathers runs into lines, white space as `xml:space` says (TTML2, 8.3.7: collapsed unless preserved). */
class LineWriter {
  readonly #lines: Line[] = [{ italicBreak: false, runs: [] }];

  add(text: string, look: Context): void {
    if (look.preserve) {
      text.split('\n').forEach((line, index) => {
        if (index > 0) this.lineEnd(look);
        this.#run(line, look.italic);
      });
      return;
    }
    const last = this.#runs.at(-1)?.text ?? ' ';
    const collapsed = text.replaceAll(/[ \t\n\r]+/g, ' ');
    this.#run(last.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed, look.italic);
  }

  lineEnd({ preserve, italic }: Context): void {
    const last = this.#runs.at(-1);
    if (last && !preserve) last.text = last.text.replace(/ $/, '');
    this.#lines.push({ italicBreak: italic, runs: [] });
  }

  finish(): { text: string; literalTag: string | null } {
    const shown = this.#lines.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
    const out = new ItalicWriter();
    shown.forEach(({ italicBreak, runs }, index) => {
      if (index > 0) out.add('\n', italicBreak);
      for (const { text, italic } of runs) out.add(text, italic);
    });
    return out.finish();
  }

  get #runs(): { text: string; italic: boolean }[] {
    return this.#lines.at(-1)?.runs ?? [];
  }

  #run(text: string, italic: boolean): void {
    if (text !== '') this.#runs.push({ text, italic });
  }
}
