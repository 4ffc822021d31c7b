/** What subtitle files and documents hold besides their text. */
import type { MetadataItem } from '../domain/export';
import { itemOf } from './source';

type Kind = 'srt' | 'vtt' | 'ass' | 'ttml' | 'html' | 'xml';

/** By kind: what counts, as patterns whose first group is the value. Heads that every writer needs do not count. */
const PATTERNS: Readonly<Record<Kind, readonly (readonly [place: string, pattern: RegExp])[]>> = {
  srt: [],
  vtt: [
    ['head', /^\ufeff?WEBVTT[ \t]+([^\n]+)/g],
    ['NOTE', /^NOTE\b[ \t]?((?:[^\n]+\n?)*)/gm],
  ],
  ass: [
    ['comment', /^;([^\n]*)/gm],
    ['Comment', /^Comment:([^\n]*)/gm],
    [
      'Script Info',
      /^((?:Title|Original \w+|Script Updated By|Update Details|Audio (?:File|URI)|Video File|Last Style Storage|Export Encoding):[^\n]*)/gm,
    ],
    ['fontname', /^(fontname:[^\n]*)/gm],
  ],
  ttml: [
    ['metadata', /<(?:[\w-]+:)?(?:title|desc|copyright|agent|name|metadata)\b[^>]*>([^<]+)</g],
    ['comment', /<!--([\s\S]*?)-->/g],
  ],
  html: [
    ['meta', /<meta\s+(name=(?!"?(?:viewport|color-scheme)\b)[^>]*)>/gi],
    ['title', /<title>([^<]*)<\/title>/gi],
    ['comment', /<!--([\s\S]*?)-->/g],
  ],
  xml: [
    ['element', />([^<>]+)</g],
    ['author', /\b(?:w:author|w:initials|w15:author|w:date)="([^"]*)"/g],
    ['comment', /<!--([\s\S]*?)-->/g],
  ],
};

/** Comments, heads and notes in a text file. `place` names the file or its part. Linear in the text. */
export function textMetadata(text: string, kind: Kind, place = kind.toUpperCase()): MetadataItem[] {
  const plain = text.replaceAll(/\r\n?/g, '\n');
  return PATTERNS[kind].flatMap(([name, pattern]) =>
    [...plain.matchAll(pattern)].flatMap(({ 1: value = '', index }) =>
      value.trim() === '' ? [] : [itemOf(`${place} ${name}`, value.trim(), index)],
    ),
  );
}
