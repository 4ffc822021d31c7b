/** What comes along unseen with text from web pages, PDF and messengers. */

/** Zero-width space, word joiner, BOM, soft hyphen, object replacement, control characters but tab and line feed. */
const TRASH = /[\u00ad\u200b\u2060\ufeff\ufffc\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/gu;
/** Spaces of a fixed width, tabs, and no-break spaces but those French and Kazakh typography sets beside a sign or number. */
const ODD_SPACES = /[\t\u1680\u2000-\u200a\u205f\u3000]|(?<![«\d])[\u00a0\u202f](?![»?!:;%\d])/gu;

export interface Cleaned {
  readonly text: string;
  /** Characters that were taken out or made plain. */
  readonly changes: number;
}

/**
 * A pasted text without invisible trash: what is never seen goes, odd spaces become plain ones, direction marks stay only
 * where they pair. Joiners (U+200C, U+200D), LRM and RLM stay: scripts and emoji need them. Linear.
 */
export function cleanPaste(text: string): Cleaned {
  let changes = 0;
  const counted = (to: string) => () => {
    changes += 1;
    return to;
  };
  const lines = text.replace(LINE_ENDS, '\n');
  const seen = lines.replace(TRASH, counted('')).replace(ODD_SPACES, counted(' '));
  const paired = pairedControls(seen);
  return { text: paired, changes: changes + seen.length - paired.length };
}

const OPENS_EMBEDDING = /[\u202a\u202b\u202d\u202e]/u;
const OPENS_ISOLATE = /[\u2066-\u2068]/u;
const PDF = '\u202c';
const PDI = '\u2069';

/** A text without direction controls that are not closed in their own line, or close nothing. */
function pairedControls(text: string): string {
  if (!/[\u202a-\u202e\u2066-\u2069]/u.test(text)) return text;
  return text
    .split('\n')
    .map((line) => {
      const open: { readonly at: number; readonly end: string }[] = [];
      const gone = new Set<number>();
      for (let at = 0; at < line.length; at++) {
        const unit = line[at] ?? '';
        if (OPENS_EMBEDDING.test(unit)) open.push({ at, end: PDF });
        else if (OPENS_ISOLATE.test(unit)) open.push({ at, end: PDI });
        else if (unit === PDF || unit === PDI) {
          if (open.at(-1)?.end === unit) open.pop();
          else gone.add(at);
        }
      }
      for (const { at } of open) gone.add(at);
      return gone.size === 0
        ? line
        : line
            .split('')
            .filter((_, at) => !gone.has(at))
            .join('');
    })
    .join('\n');
}
