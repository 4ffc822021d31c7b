import { AppError } from '../../../shared/api/errors';
import type { CommandContext } from '../common/command-line/command';
import { clientOf } from './client';
import { createDocument, type Document } from './document';

/**
 * Opens a project to change it, saves it once `change` is through and closes it either way. Throws `project-locked` where
 * somebody else has it open, and what `change` throws: then nothing is saved.
 */
export async function changeProject<T>(
  context: CommandContext,
  path: string,
  change: (document: Document) => Promise<T>,
): Promise<T> {
  const client = clientOf(await context.open());
  const { handle } = await client.call('files.find', { path });
  const opened = await client.call('project.open', { file: handle });
  for (const notice of opened.notices) context.output.note(notice.message);
  try {
    if (opened.readOnly !== null) throw new AppError('read-only', { reason: opened.readOnly });
    const result = await change(createDocument(client, opened));
    await client.call('project.save', { session: opened.session });
    return result;
  } finally {
    await client.call('project.close', { session: opened.session });
  }
}
