import mammoth from 'mammoth';
import type { TextIssue } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { formatMessage } from '../../../shared/messages/index';
import { issue } from '../../../shared/transcript/issues';
import { textOfHtml } from './html-text';
import { inspectZip } from './zip-guard';

/** What a Word file says, and what in it could not be taken over. */
export interface DocumentText {
  /** Paragraphs separated by an empty line, line breaks inside them kept, table cells separated by tabs. */
  readonly text: string;
  readonly issues: TextIssue[];
}

/** How OLE files begin: Word before 2007, and documents locked by a password. */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Mammoth's notes are about looks, in hundreds; the first few tell enough. */
const MOST_NOTES = 5;

/**
 * The text of a .docx (tracked insertions in, deletions out, pictures left out). `maxBytes` limits its XML unpacked.
 * Throws AppError `unreadable-text` for a damaged or locked file, `too-large` for one that unpacks beyond the limit.
 */
export async function readDocx(bytes: Buffer, name: string, maxBytes: number): Promise<DocumentText> {
  if (bytes.subarray(0, OLE.length).equals(OLE)) throw unreadable(name, 'transcript.reason.locked-document');
  const verdict = inspectZip(bytes, maxBytes);
  if (verdict === 'too-large') {
    const limit = `${Math.floor(maxBytes / 1_048_576)} MB`;
    throw new AppError('too-large', { name, size: `> ${limit}`, limit });
  }
  if (verdict === 'damaged') throw unreadable(name, 'transcript.reason.damaged-document');
  try {
    // extractRawText swallows line breaks (facts.md); images are never read.
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value, messages } = await mammoth.convertToHtml({ buffer: bytes }, { convertImage });
    const errors = messages.filter((message) => message.type === 'error').slice(0, MOST_NOTES);
    return {
      text: textOfHtml(value),
      issues: errors.map((message) => issue(0, 'document-note', { note: message.message.slice(0, 200) })),
    };
  } catch (error) {
    throw unreadable(name, 'transcript.reason.damaged-document', error);
  }
}

function unreadable(
  name: string,
  reason: 'transcript.reason.locked-document' | 'transcript.reason.damaged-document',
  cause?: unknown,
): AppError {
  return new AppError('unreadable-text', { name, reason: formatMessage(reason) }, { cause });
}
