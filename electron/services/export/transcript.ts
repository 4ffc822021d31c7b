import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TranscriptFormat } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Project } from '../../../shared/domain/project';
import { transcriptDocument, type TranscriptOptions } from '../../../shared/formats/transcript/document';
import { writeTranscript } from '../../../shared/formats/transcript/write';
import { formatMessage } from '../../../shared/messages/index';
import { writeFileAtomic } from '../../platform/files';
import { prepareTarget } from './target';

/**
 * Writes a project's transcript as a document, whole or not at all. Throws `empty-transcript`, `not-found`,
 * `no-permission`, `target-is-source`, `disk-full`, `verification`.
 */
export async function exportTranscript(
  options: TranscriptOptions & {
    readonly project: Project;
    readonly format: TranscriptFormat;
    readonly targetPath: string;
    /** Files that must not be overwritten. */
    readonly sourcePaths: readonly string[];
  },
): Promise<{ readonly path: string; readonly paragraphs: number }> {
  const document = transcriptDocument(options.project, options);
  if (document.paragraphs.length === 0) throw new AppError('empty-transcript');
  const target = await prepareTarget(options.targetPath, options.sourcePaths);
  const bytes = writeTranscript(document, options.format);
  await writeFileAtomic(target.path, bytes);
  if (!(await readFile(target.path)).equals(bytes))
    throw new AppError('verification', {
      name: basename(options.targetPath),
      reason: formatMessage('export.reason.differs'),
    });
  return { path: target.path, paragraphs: document.paragraphs.length };
}
