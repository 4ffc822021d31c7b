import type { TextIssue, TranscriptDraft } from '../api/contract';
import { continues, glue, wrapWidth } from './joining';
import { weighLabels, type Verdict } from './evidence';
import { capped, issue, issuesOfText } from './issues';
import { nameKey, type Label } from './labels';
import { readLines, type Line } from './lines';
import { INLINE_STAMP, stampAtStart } from './stamps';

/** What was taken out of the text, as written: a label or a stamp. */
export interface Removed {
  readonly line: number;
  readonly text: string;
}

/** A parsed transcript with what became of every character: in a paragraph's text, or in `removed`. */
export interface ParsedTranscript {
  readonly draft: TranscriptDraft;
  readonly removed: readonly Removed[];
}

/** A stamped line goes on with the paragraph before it only until the paragraph is this long (UTF-16 units). */
const LONGEST_STAMPED = 300;

/**
 * Reads a pasted or imported plain-text transcript in a language (BCP 47): speakers by their labels (`Name:`, `[Name]`,
 * `NAME –`, `<v Name>`, `Name  0:12`), time stamps as hints, paragraphs by blank lines, labels and line ends; hard-wrapped
 * lines are joined. Loses nothing: what is not in a paragraph is a label or a stamp. Never fails. Linear.
 */
export function parseTranscript(text: string, language: string): TranscriptDraft {
  return parseWithRemoved(text, language).draft;
}

/** As `parseTranscript`, and says what it took out of the text. */
export function parseWithRemoved(text: string, language: string): ParsedTranscript {
  const lines = readLines(text);
  const builder = new DraftBuilder(wrapWidth(lines));
  const verdictOn = weighLabels(lines);
  const taken = hasBareStamps(lines);
  for (const line of lines) builder.add(line, verdictOn(line), taken);
  return builder.finish(text, language);
}

/** Whether `10:30 text` is this text's way of writing stamps: at least half of its paragraphs begin so. */
function hasBareStamps(lines: readonly Line[]): boolean {
  const bare = lines.filter((line) => line.stamp && !line.stamp.sure).length;
  return bare >= 2 && bare * 2 >= lines.filter((line) => line.text !== '' && line.opens).length;
}

interface OpenParagraph {
  speaker: number | null;
  hintMs: number | null;
  text: string;
  /** The last line as written, to tell whether the next goes on with it. */
  lastLine: string;
}

/** Puts lines together to paragraphs, in order. */
class DraftBuilder {
  private readonly speakers: { name: string }[] = [];
  private readonly speakerOf = new Map<string, number>();
  private readonly paragraphs: TranscriptDraft['paragraphs'] = [];
  private readonly issues: TextIssue[] = [];
  private readonly removed: Removed[] = [];
  private readonly inline = { count: 0, line: 0 };
  private open: OpenParagraph | null = null;
  private speaker: number | null = null;
  private hintMs: number | null = null;
  private latestHintMs = 0;
  /** A label that no text has followed yet. */
  private waiting: { name: string; line: number } | null = null;

  constructor(private readonly width: number | null) {}

  add(line: Line, verdict: Verdict, stampsAreUsed: boolean): void {
    if (line.text === '') {
      this.close();
      return;
    }
    let at = 0;
    let stamped = false;
    if (line.stamp && (line.stamp.sure || stampsAreUsed || (line.label && verdict !== 'text'))) {
      stamped = true;
      at = this.takeStamp(line, 0, line.stamp.length, line.stamp.ms);
    }
    const labelled = line.label !== null && verdict !== 'text' && at === line.labelAt;
    if (labelled && line.label) at = this.takeLabel(line, line.label, verdict);
    const rest = this.withoutInline(line, this.afterSecondStamp(line, at, labelled));
    if (rest !== '') this.addText(rest, labelled, stamped);
  }

  finish(text: string, language: string): ParsedTranscript {
    this.close();
    this.reportWaiting();
    if (this.inline.count > 0)
      this.issues.push(issue(this.inline.line, 'inline-stamps', { count: this.inline.count }));
    this.issues.push(...issuesOfText(text, language, this.paragraphs));
    const { speakers, paragraphs, removed } = this;
    const issues = capped(this.issues);
    return { draft: { speakers, paragraphs, cues: null, encoding: null, issues }, removed };
  }

  private takeStamp(line: Line, from: number, length: number, ms: number): number {
    this.removed.push({ line: line.number, text: line.text.slice(from, from + length) });
    this.hint(line, ms);
    return from + length;
  }

  private hint(line: Line, ms: number): void {
    if (ms < this.latestHintMs) this.issues.push(issue(line.number, 'stamp-order', { stamp: clockOf(ms) }));
    this.latestHintMs = ms;
    this.hintMs = ms;
  }

  private takeLabel(line: Line, label: Label, verdict: Verdict): number {
    this.close();
    this.reportWaiting();
    this.speaker = this.speakerIndex(label.name);
    this.waiting = { name: label.name, line: line.number };
    if (verdict === 'guess') this.issues.push(issue(line.number, 'label-guessed', { name: label.name }));
    if (label.ms !== null) this.hint(line, label.ms);
    this.removed.push({
      line: line.number,
      text: line.text.slice(line.labelAt, line.labelAt + label.length),
    });
    return line.labelAt + label.length;
  }

  private speakerIndex(name: string): number {
    const known = this.speakerOf.get(nameKey(name));
    if (known !== undefined) return known;
    this.speakers.push({ name });
    this.speakerOf.set(nameKey(name), this.speakers.length - 1);
    return this.speakers.length - 1;
  }

  /** `Name: [00:12] text`: a stamp behind the label. */
  private afterSecondStamp(line: Line, at: number, labelled: boolean): string {
    const rest = line.text.slice(at);
    const stamp = labelled ? stampAtStart(rest) : null;
    if (!stamp?.sure) return rest;
    return line.text.slice(this.takeStamp(line, at, stamp.length, stamp.ms));
  }

  private withoutInline(line: Line, text: string): string {
    const closed = text.replace(/<\/v>\s*$/u, (tag) => this.take(line, tag));
    return closed
      .replace(INLINE_STAMP, (stamp) => {
        if (this.inline.count++ === 0) this.inline.line = line.number;
        return this.take(line, stamp);
      })
      .trim();
  }

  private take(line: Line, text: string): '' {
    this.removed.push({ line: line.number, text });
    return '';
  }

  private addText(text: string, labelled: boolean, stamped: boolean): void {
    this.waiting = null;
    if (this.open && !labelled && this.goesOn(this.open, text, stamped)) {
      // Never look into the grown text here: each look would copy all of it.
      this.open.text += glue(this.open.lastLine, text) + text;
      this.open.lastLine = text;
      this.hintMs = null;
      return;
    }
    this.close();
    this.open = { speaker: this.speaker, hintMs: this.hintMs, text, lastLine: text };
    this.hintMs = null;
  }

  private goesOn(open: OpenParagraph, text: string, stamped: boolean): boolean {
    if (stamped || this.hintMs !== null)
      return open.text.length < LONGEST_STAMPED && continues(open.lastLine, text, null);
    return continues(open.lastLine, text, this.width);
  }

  private close(): void {
    if (!this.open) return;
    const { speaker, hintMs, text } = this.open;
    this.paragraphs.push({ speaker, hintMs, text });
    this.open = null;
  }

  private reportWaiting(): void {
    if (this.waiting)
      this.issues.push(issue(this.waiting.line, 'empty-paragraph', { name: this.waiting.name }));
    this.waiting = null;
  }
}

function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
