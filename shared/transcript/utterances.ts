import type { TranscriptDraft } from '../api/contract';
import { withoutMarkUp } from '../text/mark-up';
import { weighLabels } from './evidence';
import { glue } from './joining';
import { nameKey } from './labels';
import { endsSentence, readLines } from './lines';

/** Something said, with its times in ms: a subtitle or a recogniser's segment. `text` may have line breaks and italics. */
export interface Utterance {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly speaker: string | null;
}

/** A silence this long between two utterances begins a new paragraph. */
const LONG_PAUSE_MS = 2_000;
/** A paragraph this long (UTF-16 units) ends with its sentence, so that each stays near a time hint. */
const LONG_PARAGRAPH = 500;

type Transcript = Pick<TranscriptDraft, 'speakers' | 'paragraphs'>;

interface Part {
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  readonly speaker: string | null;
  readonly opens: boolean;
}

/**
 * Paragraphs by speaker from timed utterances in time order: a new one at each change of speaker, long silence or
 * dialogue dash. Speakers come from the utterances, else from labels that recur in the texts. Linear.
 */
export function paragraphsFromUtterances(utterances: readonly Utterance[]): Transcript {
  const found: Transcript = { speakers: [], paragraphs: [] };
  const indexOf = new Map<string, number>();
  let previous: Part | null = null;
  for (const part of partsOf(utterances)) {
    const last = found.paragraphs.at(-1);
    if (last && previous && goesOn(last.text.length, previous, part))
      // Never look into the grown text here: each look would copy all of it.
      last.text += glue(previous.text, part.text) + part.text;
    else
      found.paragraphs.push({
        speaker: speakerIndex(part.speaker, found, indexOf),
        hintMs: part.startMs,
        text: part.text,
      });
    previous = part;
  }
  return found;
}

function goesOn(length: number, previous: Part, part: Part): boolean {
  if (part.opens || part.speaker !== previous.speaker) return false;
  if (part.startMs - previous.endMs >= LONG_PAUSE_MS) return false;
  return length < LONG_PARAGRAPH || !endsSentence(previous.text);
}

function speakerIndex(name: string | null, found: Transcript, indexOf: Map<string, number>): number | null {
  if (name === null) return null;
  const key = nameKey(name);
  let index = indexOf.get(key);
  if (index === undefined) {
    index = found.speakers.push({ name: name.slice(0, 200) }) - 1;
    indexOf.set(key, index);
  }
  return index;
}

/** The lines of all utterances as text without tags and labels. A label stays in force until the next speaker. */
function partsOf(utterances: readonly Utterance[]): Part[] {
  const owners: Utterance[] = [];
  const texts: string[] = [];
  for (const utterance of utterances)
    for (const text of withoutMarkUp(utterance.text).split('\n')) {
      owners.push(utterance);
      texts.push(text.replace(/[\r\u2028\u2029\f\v\u0085]/g, ' '));
    }
  const lines = readLines(texts.join('\n'));
  const verdictOn = weighLabels(lines);
  const parts: Part[] = [];
  let speaker: string | null = null;
  for (const [index, line] of lines.entries()) {
    const owner = owners[index];
    if (!owner || line.text === '') continue;
    const label = line.label && line.stamp === null && verdictOn(line) === 'speaker' ? line.label : null;
    if (owner.speaker !== null) speaker = owner.speaker;
    if (label) speaker = label.name;
    const text = line.text.slice(label?.length ?? 0);
    const opens = label !== null || /^[-–—]\s?\S/u.test(text);
    if (text !== '') parts.push({ startMs: owner.startMs, endMs: owner.endMs, text, speaker, opens });
  }
  return parts;
}
