import type { OpenedProject } from '../../../shared/api/contract';
import type { CommandContext } from '../common/command-line/command';
import { clientOf } from './client';

/** Looks at a project without a lock, says what there is to say on opening, and closes it at once. */
export async function openReadOnly(context: CommandContext, path: string): Promise<OpenedProject> {
  return withReadOnly(context, path, (opened) => Promise.resolve(opened));
}

/** Keeps a project open without a lock while `use` asks the services about it. */
export async function withReadOnly<T>(
  context: CommandContext,
  path: string,
  use: (opened: OpenedProject) => Promise<T>,
): Promise<T> {
  const client = clientOf(await context.open());
  const { handle } = await client.call('files.find', { path });
  const opened = await client.call('project.open', { file: handle, readOnly: true });
  try {
    for (const notice of opened.notices) context.output.note(notice.message);
    return await use(opened);
  } finally {
    await client.call('project.close', { session: opened.session });
  }
}
