import type { OpenedProject } from '../../../shared/api/contract';
import type { CommandContext } from '../common/command-line/command';
import { clientOf } from './client';

/** Looks at a project without a lock, says what there is to say on opening, and closes it at once. */
export async function openReadOnly(context: CommandContext, path: string): Promise<OpenedProject> {
  const client = clientOf(await context.open());
  const { handle } = await client.call('files.find', { path });
  const opened = await client.call('project.open', { file: handle, readOnly: true });
  for (const notice of opened.notices) context.output.note(notice.message);
  await client.call('project.close', { session: opened.session });
  return opened;
}
