import type { TranscriptFormat } from '../../api/contract';
import { escapeXml } from '../xml/escape';
import { stampOf, type TranscriptDocument, type TranscriptParagraph } from './document';
import { docxParts } from './docx';
import { writeZip } from '../zip/write';

/** A transcript as a file. Same transcript, same bytes: no dates, no author, no program name. */
export function writeTranscript(document: TranscriptDocument, format: TranscriptFormat): Uint8Array {
  const text = new TextEncoder();
  switch (format) {
    case 'txt':
      return text.encode(writeTranscriptText(document));
    case 'html':
      return text.encode(writeTranscriptHtml(document));
    case 'json':
      return text.encode(writeTranscriptJson(document));
    case 'docx':
      return writeZip(docxParts(document));
  }
}

/** Plain text that `parseTranscript` reads again: `[0:01:05] Name: text`, an empty line between paragraphs. */
export function writeTranscriptText({ paragraphs }: TranscriptDocument): string {
  return `${paragraphs.map((paragraph) => lead(paragraph) + paragraph.text).join('\n\n')}\n`;
}

/** What stands before a paragraph's text in plain documents. */
export function lead({ startMs, speaker }: TranscriptParagraph): string {
  const stamp = startMs === null ? '' : `[${stampOf(startMs)}] `;
  return speaker === null ? stamp : `${stamp}${speaker}: `;
}

const HTML_STYLE =
  'body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}time{color:#666;font-size:.85em}b::after{content:":"}';

/** One page that needs nothing else, well-formed as XML too; it runs nothing and fetches nothing. */
export function writeTranscriptHtml({ language, direction, paragraphs }: TranscriptDocument): string {
  const body = paragraphs.map((paragraph) => {
    const { startMs, speaker, text } = paragraph;
    const differs = paragraph.language === language ? '' : ` lang="${escapeXml(paragraph.language)}"`;
    const turned = paragraph.direction === direction ? '' : ` dir="${paragraph.direction}"`;
    const time = startMs === null ? '' : `<time>${stampOf(startMs)}</time> `;
    const name = speaker === null ? '' : `<b>${escapeXml(speaker)}</b> `;
    return `<p${differs}${turned}>${time}${name}<span>${escapeXml(text)}</span></p>`;
  });
  return [
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" lang="${escapeXml(language)}" dir="${direction}">`,
    '<head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/>',
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'"/>',
    `<title>Transcript</title><style>${HTML_STYLE}</style></head>`,
    '<body><main>',
    ...body,
    '</main></body>',
    '</html>',
    '',
  ].join('\n');
}

/** Name of the shape, so that readers know it. */
export const TRANSCRIPT_JSON = 'outspoken-transcript';

/** Everything there is: paragraphs, words, times (ms) and confidences. */
export function writeTranscriptJson({ language, paragraphs }: TranscriptDocument): string {
  const told = paragraphs.map(({ speaker, startMs, endMs, language: spoken, text, words }) => {
    return { speaker, startMs, endMs, language: spoken, text, words };
  });
  return `${JSON.stringify({ format: TRANSCRIPT_JSON, version: 1, language, paragraphs: told }, null, 1)}\n`;
}
