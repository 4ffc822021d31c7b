import { countCharacters } from '../text/characters';
import { unpairedItalic } from '../text/mark-up';
import type { FindingValues, Rule } from './rule';

const SPACES_TOO_MANY = /\p{Zs}{2,}|^\p{Zs}|\p{Zs}$/u;

const none: readonly FindingValues[] = [];

/** What a cue says and how it is laid on lines. */
export const textRules: readonly Rule[] = [
  {
    name: 'empty',
    severity: 'error',
    find: ({ lines }) => (lines.every((line) => line.trim() === '') ? [{}] : none),
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
