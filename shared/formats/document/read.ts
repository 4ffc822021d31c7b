import { parseSrt } from '../srt/parse';
import { hasSignature, parseVtt } from '../vtt/parse';
import { IssueList } from './issues';
import type { SubtitleDocument } from './model';

/**
 * Reads SRT or WebVTT: by content where it shows (`WEBVTT` first), else by the extension of `nameHint`, else as SRT.
 * A file named against its content gets an issue. Never throws. Linear in the text's length.
 */
export function parseSubtitles(text: string, nameHint: string): SubtitleDocument {
  const extension = nameHint.slice(nameHint.lastIndexOf('.') + 1).toLowerCase();
  if (hasSignature(text, text.charCodeAt(0) === 0xfeff ? 1 : 0)) {
    const document = parseVtt(text);
    return extension === 'srt' ? withIssue(document, 'vtt-in-srt') : document;
  }
  if (extension !== 'vtt') return parseSrt(text);
  const asVtt = parseVtt(text);
  const asSrt = parseSrt(text);
  return cueCount(asSrt) > cueCount(asVtt) || asVtt.issues.some(({ code }) => code === 'comma-for-dot')
    ? withIssue(asSrt, 'srt-in-vtt')
    : asVtt;
}

function cueCount(document: SubtitleDocument): number {
  return document.blocks.reduce((count, { kind }) => count + (kind === 'cue' ? 1 : 0), 0);
}

function withIssue(document: SubtitleDocument, code: 'vtt-in-srt' | 'srt-in-vtt'): SubtitleDocument {
  const list = new IssueList();
  list.add(0, code);
  return { ...document, issues: [...list.sorted(), ...document.issues] };
}
