import { dialogueDash, isDialogue } from '../text/dashes';
import { codePointName, invisibleMarks } from '../text/invisible';
import { lonelyQuotes, mayPair } from '../text/quotes';
import { fontFamilies, missingCharacters } from '../style/fonts';
import { NEAR, none, when, type Checked, type FindingValues, type Rule } from './rule';

/** Mark-up that is not ours (everything but `<i>`), override blocks of ASS, and HTML's names for characters. */
export const STRAY_MARK_UP =
  /<\/?(?!i>)[a-z][^<>\n]{0,200}>|\{\\[^{}\n]{0,200}\}|&(?:[a-z]{2,8}|#\d{1,7});/giu;

/** Stands for bytes that could not be read: a wrong encoding somewhere on the way. */
const UNREADABLE = '\ufffd';

/** Three dots or more, and the one character. */
export const DOTS = /\.{3,}/u;

/** Marks, dashes and quotes in a cue's text. */
export const markRules: readonly Rule[] = [
  {
    name: 'stray-mark-up',
    severity: 'error',
    find: ({ cue }) => Array.from(new Set(cue.text.match(STRAY_MARK_UP)), (mark) => ({ mark })),
  },
  {
    name: 'invisible-mark',
    severity: 'warning',
    find({ cue, track }) {
      const marks = invisibleMarks(cue.text, track.direction === 'rtl');
      return when(marks.length > 0, { marks: marks.map(codePointName).join(', ') });
    },
  },
  {
    name: 'missing-letters',
    severity: 'error',
    find({ lines, media }) {
      const families = media.fonts?.length ? [...fontFamilies, ...media.fonts] : fontFamilies;
      const letters = missingCharacters(lines.join('\n'), families).filter((letter) => letter !== UNREADABLE);
      return when(letters.length > 0, { letters: letters.join(' ') });
    },
  },
  {
    name: 'forbidden-mark',
    severity: 'error',
    find: ({ lines, profile }) =>
      [UNREADABLE, ...profile.forbiddenMarks]
        .filter((mark) => lines.some((line) => line.includes(mark)))
        .map((mark) => ({ mark, kind: mark === UNREADABLE ? 'unreadable' : 'guide' })),
  },
  {
    name: 'forbidden-italics',
    severity: 'warning',
    find: ({ cue, profile }) => when(!profile.italicsAllowed && cue.text.includes('<i>')),
  },
  {
    name: 'ellipsis',
    severity: 'warning',
    find({ lines, profile: { ellipsis } }) {
      if (ellipsis === null) return none;
      const isWrong = (line: string) => (ellipsis === '…' ? DOTS.test(line) : line.includes('…'));
      return lines.flatMap((line, index) => when(isWrong(line), { line: index + 1, ellipsis }));
    },
  },
  { name: 'dialogue-dash', severity: 'warning', find: dashFaults },
  { name: 'unpaired-quotes', severity: 'warning', find: quoteFaults },
];

/** A dash alone among several lines, dashes of two kinds, and spaces that the guide does not have. */
function dashFaults({ lines, profile }: Checked): readonly FindingValues[] {
  const dashes = lines.map(dialogueDash);
  const found = dashes.filter((dash) => dash !== null);
  const [first] = found;
  if (!first || lines.length < 2) return none;
  if (!isDialogue(lines)) return dashes[0] === null ? [{ fault: 'alone' }] : none;
  if (found.some(({ mark }) => mark !== first.mark)) return [{ fault: 'mixed' }];
  const space = profile.dashSpace ?? first.hasSpace;
  return when(
    found.some(({ hasSpace }) => hasSpace !== space),
    { fault: space ? 'space' : 'noSpace' },
  );
}

/** A quotation may run over some cues: a mark is lonely when no near cue has its partner. */
function quoteFaults({ cue, track, near }: Checked): readonly FindingValues[] {
  const { language } = track;
  const { open, close } = lonelyQuotes(cue.text, language);
  if (open.length === 0 && close.length === 0) return none;
  const around = (direction: 1 | -1) =>
    Array.from({ length: NEAR }, (_, n) => near(direction * (n + 1))?.text ?? '').map((text) =>
      lonelyQuotes(text, language),
    );
  const later = around(1);
  const earlier = around(-1);
  const isAlike = (mark: string) => mayPair(mark, mark, language);
  const closedLater = (mark: string) =>
    later.some((quotes) => quotes.close.some((other) => mayPair(mark, other, language)));
  const openedEarlier = (mark: string) =>
    earlier.some((quotes) => quotes.open.some((other) => mayPair(other, mark, language)));
  const pairedAnywhere = (mark: string) =>
    [...later, ...earlier].some((quotes) => quotes.open.includes(mark));
  const lonely = [
    ...open.filter((mark) => (isAlike(mark) ? !pairedAnywhere(mark) : !closedLater(mark))),
    ...close.filter((mark) => !openedEarlier(mark)),
  ];
  return lonely.map((mark) => ({ mark }));
}
