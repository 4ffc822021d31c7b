import type { TextIssue } from '../../api/contract';
import type { Milliseconds } from '../../domain/time';
import { IssueList, quoted } from '../document/issues';
import { LineReader } from '../document/lines';
import { decodeText } from './decode';
import { parseAssTime } from './time';

export interface AssCue {
  readonly startMs: Milliseconds;
  readonly endMs: Milliseconds;
  /** As in `Cue.text`: lines separated by `\n`, `<i>…</i>` the only mark-up. */
  readonly text: string;
  readonly position: 'bottom' | 'top';
  /** The Name (Actor) field; null where empty. */
  readonly speaker: string | null;
  /** 1-based line in the file. */
  readonly line: number;
}

export interface ParsedAss {
  /** In file order; one for every Dialogue line whose times can be read. */
  readonly cues: readonly AssCue[];
  /** Everything that was odd or is not kept, by line. */
  readonly issues: readonly TextIssue[];
}

/**
 * Reads the subtitles of an ASS or SSA file (Sub Station Alpha v4, v4+). Never throws; linear time.
 *
 * Kept: times, text, line breaks, italics, top or bottom, names. Everything else (fonts, colours, drawings, karaoke,
 * comments) is left out and said. Escapes are libass's: `\N`, `\n`, `\h`, `\{`, `\}`. Source: libass 0.17 `ass.c`.
 */
export function parseAss(text: string): ParsedAss {
  const reader = new AssReader();
  const lines = new LineReader(text, text.startsWith('\ufeff') ? 1 : 0, true);
  while (lines.next()) reader.take(text.slice(lines.start, lines.end), lines.number);
  return reader.end();
}

type Section = 'info' | 'styles' | 'events' | 'other';

interface Look {
  readonly top: boolean;
  readonly italic: boolean;
}

const PLAIN: Look = { top: false, italic: false };
const EVENT_FIELDS = fields('Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text');
const SSA_ALIGNED_TOP = 4;

class AssReader {
  readonly #cues: AssCue[] = [];
  readonly #issues = new IssueList();
  readonly #styles = new Map<string, Look>();
  #section: Section = 'info';
  #isOldScript = false;
  #wrapsNowhere = false;
  #styleFields: readonly string[] = [];
  #eventFields: readonly string[] = EVENT_FIELDS;

  take(raw: string, line: number): void {
    const text = raw.trim();
    if (text === '' || text.startsWith(';') || text.startsWith('!:')) return;
    const section = /^\[([^\]]{1,40})\]$/.exec(text)?.[1];
    if (section !== undefined) this.#enter(section, line);
    else this.#takeField(raw, line);
  }

  end(): ParsedAss {
    if (this.#cues.length === 0) this.#issues.add(0, 'no-cues');
    return { cues: this.#cues, issues: this.#issues.sorted() };
  }

  #enter(name: string, line: number): void {
    const known = name.toLowerCase();
    if (known === 'script info') this.#section = 'info';
    else if (/^v4\+?\+? styles$/.test(known)) {
      this.#section = 'styles';
      this.#isOldScript = known === 'v4 styles';
    } else if (known === 'events') this.#section = 'events';
    else {
      this.#section = 'other';
      this.#issues.add(line, 'ass-section', { name });
    }
  }

  #takeField(raw: string, line: number): void {
    const match = /^\s*([A-Za-z]+)\s*:\s?/.exec(raw);
    const key = match?.[1]?.toLowerCase() ?? '';
    const value = raw.slice(match?.[0].length ?? 0);
    // A Dialogue line is a subtitle wherever it stands: libass loses those outside of [Events], we do not.
    if (key === 'dialogue') this.#takeDialogue(value, line);
    else if (this.#section === 'other') return;
    else if (this.#section === 'info') this.#takeInfo(key, value, raw, line);
    else if (key === 'format') this.#takeFormat(value);
    else if (key === 'style' && this.#section === 'styles') this.#takeStyle(value);
    else if (key === 'comment') this.#issues.add(line, 'ass-comment', { text: quoted(value) });
    else this.#issues.add(line, 'ass-unknown-line', { text: quoted(raw) });
  }

  #takeInfo(key: string, value: string, raw: string, line: number): void {
    if (key === 'wrapstyle') this.#wrapsNowhere = value.trim() === '2';
    else if (key === '' && !raw.includes(':'))
      this.#issues.add(line, 'ass-unknown-line', { text: quoted(raw) });
  }

  #takeFormat(value: string): void {
    const named = fields(value);
    if (this.#section === 'styles') this.#styleFields = named;
    else if (named.includes('text')) this.#eventFields = named;
  }

  #takeStyle(value: string): void {
    const values = value.split(',').map((field) => field.trim());
    const field = (name: string) => values[this.#styleFields.indexOf(name)] ?? '';
    this.#styles.set(field('name').replace(/^\*/, '').toLowerCase(), {
      top: this.#isTop(Number(field('alignment'))),
      italic: field('italic') === '-1' || field('italic') === '1',
    });
  }

  /** v4+ counts like a number pad, 7 to 9 on top; v4 adds 4 for the top. */
  #isTop(alignment: number): boolean {
    return this.#isOldScript ? (alignment & SSA_ALIGNED_TOP) !== 0 && alignment < 8 : alignment >= 7;
  }

  #takeDialogue(value: string, line: number): void {
    const values = splitFields(value, this.#eventFields.length);
    const field = (name: string) => values[this.#eventFields.indexOf(name)] ?? '';
    const startMs = parseAssTime(field('start'));
    const endMs = parseAssTime(field('end'));
    if (startMs === null || endMs === null || values.length < this.#eventFields.length)
      return this.#issues.add(line, 'unreadable-timing', { text: quoted(value) });
    if (endMs <= startMs) this.#issues.add(line, 'ends-before-start');
    if (this.#section !== 'events') this.#issues.add(line, 'ass-outside');
    if (field('effect').trim() !== '')
      this.#issues.add(line, 'ass-effect', { text: quoted(field('effect')) });
    const style = this.#styles.get(field('style').trim().replace(/^\*/, '').toLowerCase()) ?? PLAIN;
    const decoded = decodeText(field('text'), { italic: style.italic, wrapsNowhere: this.#wrapsNowhere });
    for (const { code, values: filled } of decoded.oddities) this.#issues.add(line, code, filled);
    const speaker = (field('name') || field('actor')).trim();
    this.#cues.push({
      startMs,
      endMs,
      text: decoded.text,
      position: (decoded.top ?? style.top) ? 'top' : 'bottom',
      speaker: speaker === '' ? null : speaker,
      line,
    });
  }
}

function fields(format: string): string[] {
  return format.split(',').map((name) => name.trim().toLowerCase());
}

/** The first `count - 1` fields and the rest, commas and all. */
function splitFields(value: string, count: number): string[] {
  const values: string[] = [];
  let from = 0;
  while (values.length < count - 1) {
    const comma = value.indexOf(',', from);
    if (comma < 0) break;
    values.push(value.slice(from, comma));
    from = comma + 1;
  }
  values.push(value.slice(from));
  return values;
}
