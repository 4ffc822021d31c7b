import iconv from 'iconv-lite';
import type { TextIssue, TextOutput } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { IssueList } from '../../../shared/formats/document/issues';
import { canonicalEncoding } from './encodings';

/** UTF-8, LF, no byte order mark: what every format takes. */
export const PLAIN_OUTPUT: TextOutput = { encoding: 'utf8', bom: false, lineEnd: 'lf' };

/** How many characters one message names. */
const NAMED = 40;

/**
 * A text (LF) as bytes in a chosen encoding and with chosen line ends. Characters the encoding lacks become `?`, are
 * counted and named. Throws `bad-request` for an encoding iconv-lite does not know.
 */
export function encodeText(text: string, output: TextOutput): { bytes: Buffer; issues: TextIssue[] } {
  const encoding = canonicalEncoding(output.encoding);
  if (!iconv.encodingExists(encoding))
    throw new AppError('bad-request', { reason: `there is no encoding “${output.encoding.slice(0, 40)}”` });
  const issues = new IssueList();
  const missing = missingCharacters(text, encoding);
  if (missing.size > 0) {
    const count = [...text].reduce((sum, each) => sum + (missing.has(each) ? 1 : 0), 0);
    const characters = [...missing].slice(0, NAMED).map(shown).join(' ');
    issues.add(0, 'not-encodable', { count, encoding, characters });
  }
  const sound =
    missing.size === 0 ? text : [...text].map((each) => (missing.has(each) ? '?' : each)).join('');
  const lines = output.lineEnd === 'crlf' ? sound.replaceAll('\n', '\r\n') : sound;
  return {
    bytes: iconv.encode(lines, encoding, { addBOM: output.bom && encoding.startsWith('utf') }),
    issues: issues.sorted(),
  };
}

/** A character as a message names it: what nobody can see, by its number. */
function shown(character: string): string {
  if (!/[\p{C}\p{Z}\p{M}]/u.test(character)) return character;
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The characters (code points) that do not survive an encoding. */
function missingCharacters(text: string, encoding: string): Set<string> {
  const characters = [...new Set(text)].filter((each) => each > '\u007f');
  return new Set(characters.filter((each) => iconv.decode(iconv.encode(each, encoding), encoding) !== each));
}
