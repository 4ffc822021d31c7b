/** `outspoken export PROJECT… --preset …`: every file of every project, with the same code and the same record as the app's queue. */
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorData, errorFromData } from '../../../shared/api/errors';
import { CONTRAST_UNMEASURED } from '../../../shared/domain/contrast';
import type { ErrorData } from '../../../shared/domain/job';
import { formatMessage } from '../../../shared/messages/index';
import { ioError } from '../../platform/files';
import { MANIFEST_FILE } from '../../services/export/manifest';
import { allowNamesOption } from '../common/command-line/allow-names';
import type { CommandContext } from '../common/command-line/command';
import { EXIT, exitCodeOf, type ExitCode } from '../common/command-line/exit-codes';
import { pathOperand } from '../common/command-line/paths';
import { clientOf } from './client';
import { finishJob } from './jobs';
import { planFor, planRequest, type PlanRequest } from './plan-options';

interface Made {
  readonly project: string;
  readonly file: string;
  readonly state: 'done' | 'kept' | 'failed';
  readonly sha256?: string;
  readonly error?: ErrorData;
}

/** One file that fails stops no other; the exit code is that of the first that did. Ctrl-C stops all. */
export async function exportPlans(context: CommandContext): Promise<ExitCode> {
  const request = planRequest(context);
  await mkdir(request.folder, { recursive: true }).catch((error: unknown) => {
    throw ioError(error, basename(request.folder));
  });
  const made: Made[] = [];
  for (const index of context.positionals.keys())
    made.push(...(await exportProject(context, request, pathOperand(context, index))));
  context.output.object({ folder: request.folder, manifest: MANIFEST_FILE, files: made });
  const failed = made.find(({ error }) => error !== undefined)?.error;
  return failed ? exitCodeOf(errorFromData(failed).code) : EXIT.done;
}

async function exportProject(context: CommandContext, request: PlanRequest, path: string): Promise<Made[]> {
  const { open, output, signal } = context;
  const services = await open();
  const client = clientOf(services);
  const { handle } = await client.call('files.find', { path });
  const opened = await client.call('project.open', { file: handle, readOnly: true });
  for (const notice of opened.notices) output.note(notice.message);
  const { session } = opened;
  const folder = services.mint(request.folder);
  const override = allowNamesOption(context);
  const branding = await client.call('branding.get', { session });
  const plan = planFor(request, opened.project, branding);
  const looked = { session, plan, folder };
  const before = await client.call('export.check', looked);
  if (context.flag('contrast'))
    for (const { item, contrast } of before.files) {
      const [track] = item.trackIds;
      if (!contrast?.unmeasured || item.output.kind !== 'video' || track === undefined) continue;
      const asked = { session, track, shape: item.output };
      await finishJob(client, output, signal, 'contrast', () => client.call('contrast.measure', asked));
    }
  const { files } = before;
  const made: Made[] = [];
  const note = (file: string, message: string) =>
    output.note(formatMessage('cli.plan.note', { file, message }));
  for (const { item, issues } of files) for (const { message } of issues) note(item.name, message);
  for (const { item, issues } of files) {
    const said = new Set(issues.map(({ message }) => message));
    const start = () => client.call('export.run', { session, item, folder, override });
    try {
      const { state, record } = await finishJob(client, output, signal, 'export', start);
      for (const { code, result, message } of record.checks)
        if (result !== 'passed' && code !== CONTRAST_UNMEASURED && !said.has(message))
          note(item.name, message);
      output.line(formatMessage(state === 'kept' ? 'cli.plan.kept' : 'cli.written', { file: item.name }));
      made.push({ project: path, file: item.name, state, sha256: record.sha256 });
    } catch (error) {
      if (signal.aborted) throw error;
      const data = errorData(error);
      note(item.name, data.message);
      made.push({ project: path, file: item.name, state: 'failed', error: data });
    }
  }
  await client.call('project.close', { session });
  return made;
}
