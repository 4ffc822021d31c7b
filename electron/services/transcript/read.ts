import { extname } from 'node:path';
import type { EncodingGuess, TextIssue, TranscriptDraft } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { SubtitleCue } from '../../../shared/formats/document/cues';
import { looksLikeStl } from '../../../shared/formats/stl/parse';
import { formatOfEnding, SUBTITLE_ENDINGS } from '../../../shared/formats/endings';
import { readSubtitleBytes, readSubtitleText } from '../../../shared/formats/subtitle-formats';
import { parseTranscriptJson } from '../../../shared/formats/transcript/parse-json';
import { formatMessage } from '../../../shared/messages/index';
import { capped, issue, issuesOfText } from '../../../shared/transcript/issues';
import { parseTranscript } from '../../../shared/transcript/parse';
import { parseRecogniserJson } from '../../../shared/transcript/recogniser';
import { paragraphsFromUtterances, type Utterance } from '../../../shared/transcript/utterances';
import { decodeText } from '../text/decode';
import { readDocx } from './docx';

/** A transcript to read: a file's bytes and name (without its folder), or pasted text. */
export type TranscriptInput =
  { readonly bytes: Uint8Array; readonly name: string } | { readonly text: string };

/** No transcript is larger: a day of speech is about 1 MB. */
const MAX_BYTES = 50 * 1024 * 1024;
const KNOWN = `txt, docx, ${Object.values(SUBTITLE_ENDINGS)
  .map(([ending = '']) => ending.slice(1))
  .join(', ')}, json`;
/** Files that hold text but not as text: better refused than read as rubbish. */
const REFUSED = /^\.(?:docm?|dot|pdf|odt|rtf|pages|xlsx?|ods|pptx?|epub|zip|html?)$/;
const REFUSED_START = /^(?:%PDF-|\{\\rtf|PK\u0003\u0004)/;
const SUBTITLE_START =
  /^\ufeff?WEBVTT(?=\s|$)|^(?:.*(?:\r\n?|\n)){0,5}\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*\d/;

/**
 * Reads a transcript in a language (BCP 47): plain text, Word, every subtitle format or recogniser JSON, by content where it
 * shows and by name. `chosenEncoding` null: recognised. Throws AppError `empty-file`, `empty-transcript`, `too-large`
 * (over 50 MB), `unreadable-text`, `unknown-format`.
 */
export async function readTranscript(
  input: TranscriptInput,
  language: string,
  chosenEncoding: string | null,
): Promise<TranscriptDraft> {
  const draft =
    'text' in input ? readPasted(input.text, language) : await readFile(input, language, chosenEncoding);
  if (draft.paragraphs.length === 0) throw new AppError('empty-transcript');
  return draft;
}

function readPasted(text: string, language: string): TranscriptDraft {
  limitSize(formatMessage('transcript.pasted-text'), Buffer.byteLength(text));
  return readText(text, '.txt', '', language);
}

async function readFile(
  { bytes, name }: { readonly bytes: Uint8Array; readonly name: string },
  language: string,
  chosenEncoding: string | null,
): Promise<TranscriptDraft> {
  if (bytes.length === 0) throw new AppError('empty-file', { name });
  limitSize(name, bytes.length);
  const extension = extname(name).toLowerCase();
  if (extension === '.docx') {
    const { text, issues } = await readDocx(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
      name,
      MAX_BYTES,
    );
    return withIssues(parseTranscript(text, language), issues, null);
  }
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (REFUSED.test(extension) || REFUSED_START.test(start))
    throw new AppError('unknown-format', { name, known: KNOWN });
  if (looksLikeStl(bytes)) {
    const { cues, issues } = readSubtitleBytes(bytes);
    return fromCues(cues, issues, language);
  }
  const { text, guess, issues } = decodeText(bytes, chosenEncoding, name);
  return withIssues(readText(text, extension, name, language), issues, guess);
}

/** WebVTT's signature, or a timing line among the first lines: subtitles, whatever the file is called. */
function looksLikeSubtitles(text: string): boolean {
  return SUBTITLE_START.test(text.slice(0, 2_000));
}

function limitSize(name: string, size: number): void {
  const mib = (bytes: number) => `${Math.ceil(bytes / 1_048_576)} MB`;
  if (size > MAX_BYTES) throw new AppError('too-large', { name, size: mib(size), limit: mib(MAX_BYTES) });
}

function readText(text: string, extension: string, name: string, language: string): TranscriptDraft {
  const format = looksLikeSubtitles(text) ? 'srt' : formatOfEnding(extension);
  if (format !== null && format !== 'stl') {
    const { cues, issues } = readSubtitleText(text, format, name);
    // A text file under a subtitle's name has no cues and is read for what it is.
    if (cues.length > 0) return fromCues(cues, issues, language);
    if (extension === '.xml') throw new AppError('unknown-format', { name, known: KNOWN });
  }
  if (extension === '.json') return fromJson(text, name, language);
  return parseTranscript(text, language);
}

function fromCues(
  cues: readonly Pick<SubtitleCue, 'startMs' | 'endMs' | 'text' | 'speaker'>[],
  issues: readonly TextIssue[],
  language: string,
): TranscriptDraft {
  const draft = fromUtterances(
    cues.toSorted((a, b) => a.startMs - b.startMs),
    issues,
    language,
  );
  return { ...draft, cues: cues.map(({ startMs, endMs, text }) => ({ startMs, endMs, text })) };
}

function fromJson(text: string, name: string, language: string): TranscriptDraft {
  const ours = parseTranscriptJson(text);
  if (ours) {
    const joined = ours.paragraphs.map((paragraph) => paragraph.text).join('\n');
    const found = issuesOfText(joined, language, ours.paragraphs).map((each) => ({ ...each, line: 0 }));
    return { ...ours, cues: null, encoding: null, issues: capped(found) };
  }
  const recognised = parseRecogniserJson(text);
  if (!recognised) throw new AppError('unknown-format', { name, known: KNOWN });
  const { utterances, skipped } = recognised;
  return fromUtterances(
    utterances,
    skipped > 0 ? [issue(0, 'json-skipped', { count: skipped })] : [],
    language,
  );
}

function fromUtterances(
  utterances: readonly Utterance[],
  issues: readonly TextIssue[],
  language: string,
): TranscriptDraft {
  const { speakers, paragraphs } = paragraphsFromUtterances(utterances);
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  // Their lines are those of paragraphs, not of the file: such issues are about the whole.
  const found = issuesOfText(text, language, paragraphs).map((each) => ({ ...each, line: 0 }));
  return { speakers, paragraphs, cues: null, encoding: null, issues: capped([...issues, ...found]) };
}

function withIssues(
  draft: TranscriptDraft,
  issues: readonly TextIssue[],
  encoding: EncodingGuess | null,
): TranscriptDraft {
  return { ...draft, encoding, issues: [...issues, ...draft.issues] };
}
