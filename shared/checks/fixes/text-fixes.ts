import { breakLines } from '../../cues/lines';
import { dialogueDash, isDialogue, withDash } from '../../text/dashes';
import { layBetween } from '../../text/hard-breaks';
import { withoutInvisibleMarks } from '../../text/invisible';
import { withoutMarkUp } from '../../text/mark-up';
import { STRAY_MARK_UP } from '../mark-rules';
import type { Checked } from '../rule';
import type { Fix } from './fix';

/** A fix of the text alone: nothing where it stays as it is. */
export function ofText(change: (text: string, checked: Checked) => string): Fix {
  return (checked) => {
    const { id, text } = checked.cue;
    const changed = change(text, checked);
    return changed === text ? [] : [{ id, text: changed }];
  };
}

const eachLine = (text: string, change: (line: string) => string) => text.split('\n').map(change).join('\n');

/** Lays a text on lines anew; speakers of a dialogue keep theirs, and hard breaks stay. */
export const newLines = ofText((text, { cue, profile, track, lines }) =>
  isDialogue(lines)
    ? text
    : layBetween(text, cue.hardBreaks ?? [], (part) => breakLines(part, profile, track.language)),
);

/** One space where there are several, none at the ends of lines; tags in between do not count. */
export const singleSpaces = ofText((text) =>
  eachLine(text, (line) =>
    line
      .replace(/\p{Zs}(<\/?i>)\p{Zs}+/gu, ' $1')
      .replace(/\p{Zs}{2,}/gu, ' ')
      .replace(/^((?:<\/?i>)*)\p{Zs}+/u, '$1')
      .replace(/\p{Zs}+((?:<\/?i>)*)$/u, '$1'),
  ),
);

/** Closes what is open at the end; a tag too many goes. */
export const pairedItalics = ofText((text) => {
  let isOpen = false;
  const paired = text.replace(/<\/?i>/g, (tag) => {
    const opens = tag === '<i>';
    if (opens === isOpen) return '';
    isOpen = opens;
    return tag;
  });
  return isOpen ? `${paired}</i>` : paired;
});

export const upright = ofText(withoutMarkUp);

/** HTML's names that subtitle files are known to hold. */
const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&nbsp;': ' ',
};

/** Tags and override blocks go, names of characters become those; one that is not known stays. */
export const plainText = ofText((text) =>
  text.replace(STRAY_MARK_UP, (mark) => {
    if (!mark.startsWith('&')) return '';
    const code = /^&#(\d+);$/.exec(mark)?.[1];
    return NAMED[mark.toLowerCase()] ?? (code === undefined ? mark : characterOf(Number(code), mark));
  }),
);

function characterOf(code: number, otherwise: string): string {
  const isText = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 0x7f;
  return isText ? String.fromCodePoint(code) : otherwise;
}

export const visible = ofText((text, { track }) => withoutInvisibleMarks(text, track.direction === 'rtl'));

/** What the guide does not use becomes a space, as Netflix writes Chinese. */
export const allowedMarks = ofText((text, { profile }) => {
  if (!profile.forbiddenMarks.some((mark) => text.includes(mark))) return text;
  const spaced = profile.forbiddenMarks.reduce((rest, mark) => rest.replaceAll(mark, ' '), text);
  return eachLine(spaced, (line) => line.replace(/ {2,}/g, ' ').replace(/ +((?:<\/?i>)*)$/, '$1'));
});

export const rightEllipsis = ofText((text, { profile }) =>
  profile.ellipsis === '…' ? text.replace(/\.{3,}/g, '…') : text.replaceAll('…', '...'),
);

/** All dashes of a dialogue like its first, spaced as the guide says. One that stands alone takes a person. */
export const evenDashes = ofText((text, { profile, lines }) => {
  const first = lines.map(dialogueDash).find((dash) => dash !== null);
  if (!first || !isDialogue(lines)) return text;
  return eachLine(text, (line) => withDash(line, first.mark, profile.dashSpace ?? first.hasSpace));
});
