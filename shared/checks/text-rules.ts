import type { CueStatus } from '../domain/track';
import { countCharacters } from '../text/characters';
import { isDialogue } from '../text/dashes';
import { unpairedItalic } from '../text/mark-up';
import { none, when, type Rule } from './rule';

const SPACES_TOO_MANY = /\p{Zs}{2,}|^\p{Zs}|\p{Zs}$/u;

const isDone = (status: CueStatus) => status === 'reviewed' || status === 'approved';

/** What a cue says and how it is laid on lines. */
export const textRules: readonly Rule[] = [
  {
    name: 'empty',
    severity: 'error',
    // A translation that nobody wrote yet is work to do (`untranslated`), not a fault, until somebody called it done.
    find: ({ lines, cue, source }) =>
      when(lines.every((line) => line.trim() === '') && (!source || isDone(cue.status))),
  },
  {
    name: 'line-length',
    severity: 'error',
    find({ lines, profile }) {
      const limit = profile.maxCharactersPerLine;
      return lines.flatMap((line, index) => {
        const characters = countCharacters(line, { halfWidth: profile.halfWidthCounts });
        return characters > limit ? [{ line: index + 1, characters, limit }] : none;
      });
    },
  },
  {
    name: 'line-count',
    severity: 'error',
    find: ({ lines, profile }) =>
      lines.length > profile.maxLines ? [{ lines: lines.length, limit: profile.maxLines }] : none,
  },
  {
    name: 'balance',
    severity: 'warning',
    find({ cue, lines, profile: { minBalance, halfWidthCounts } }) {
      if (minBalance === null || lines.length !== 2 || isDialogue(lines)) return none;
      // Somebody chose this very break.
      if (cue.hardBreaks?.includes(0)) return none;
      const widths = lines.map((line) => countCharacters(line, { halfWidth: halfWidthCounts }));
      const [shorter, longer] = [Math.min(...widths), Math.max(...widths)];
      const share = { percent: Math.floor((100 * shorter) / longer), limit: Math.round(100 * minBalance) };
      return when(shorter < minBalance * longer, share);
    },
  },
  {
    name: 'double-space',
    severity: 'warning',
    find: ({ lines }) =>
      lines.flatMap((line, index) =>
        // A line of nothing but spaces is the rule `empty`'s, or has nothing to be seen.
        line.trim() !== '' && SPACES_TOO_MANY.test(line) ? [{ line: index + 1 }] : none,
      ),
  },
  {
    name: 'unpaired-italics',
    severity: 'error',
    find({ cue }) {
      const offset = unpairedItalic(cue.text);
      return offset === null ? none : [{ line: cue.text.slice(0, offset).split('\n').length }];
    },
  },
];
