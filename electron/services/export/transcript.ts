import type { TranscriptFormat } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { transcriptDocument, type TranscriptOptions } from '../../../shared/formats/transcript/document';
import { writeTranscript } from '../../../shared/formats/transcript/write';
import type { Cleared } from '../safety/clearance';
import { prepareTarget, writeExport } from './target';

/**
 * Writes a project's transcript as a document, whole or not at all. Throws `empty-transcript`, `not-found`,
 * `no-permission`, `target-is-source`, `disk-full`, `verification`, `names-found` for the file's name.
 */
export async function exportTranscript(
  options: TranscriptOptions & {
    readonly cleared: Cleared;
    readonly format: TranscriptFormat;
    readonly targetPath: string;
    /** Files that must not be overwritten. */
    readonly sourcePaths: readonly string[];
  },
): Promise<{ readonly path: string; readonly paragraphs: number }> {
  const document = transcriptDocument(options.cleared.project, options);
  if (document.paragraphs.length === 0) throw new AppError('empty-transcript');
  const target = await prepareTarget(options.targetPath, options.sourcePaths, options.cleared.clearance);
  const bytes = writeTranscript(document, options.format);
  await writeExport(target, bytes);
  return { path: target.path, paragraphs: document.paragraphs.length };
}
