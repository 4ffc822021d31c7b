import { basename } from 'node:path';
import { MachineScope } from '../../../../../shared/domain/translator';
import { takeMachineTexts } from '../../../../../shared/edits/machine-translation';
import { addMissingCues, addTranslation } from '../../../../../shared/edits/translation';
import { formatMessage } from '../../../../../shared/messages/index';
import { allowNamesOption } from '../../../common/command-line/allow-names';
import type { CommandContext } from '../../../common/command-line/command';
import { EXIT, type ExitCode } from '../../../common/command-line/exit-codes';
import { pathOperand } from '../../../common/command-line/paths';
import { UsageError } from '../../../common/command-line/usage-error';
import { changeProject } from '../../change-project';
import { clientOf } from '../../client';
import { newId } from '../../document';
import { finishJob } from '../../jobs';
import { requiredLanguage } from './add';

/** `outspoken translate run PROJECT --lang TAG`: drafts by the person's own translation program. */
export async function runMachine(context: CommandContext): Promise<ExitCode> {
  const { output, signal } = context;
  const path = pathOperand(context, 1);
  const language = requiredLanguage(context);
  const scope = scopeOption(context);
  const override = allowNamesOption(context);
  const client = clientOf(await context.open());
  const result = await changeProject(context, path, async (document) => {
    const trackOf = () =>
      document.project().tracks.find((each) => each.kind === 'translation' && each.language === language);
    if (!trackOf()) await document.run(addTranslation, { newId, language });
    const track = trackOf();
    if (!track) throw new UsageError(formatMessage('cli.translate.needsLanguage'));
    await document.run(addMissingCues, { newId, trackId: track.id });
    const { session } = document;
    const found = await finishJob(client, output, signal, 'translate', () =>
      client.call('translation.machine', { session, track: track.id, scope, override }),
    );
    await document.run(takeMachineTexts, { trackId: track.id, answers: found.answers, made: found.made });
    return found;
  });
  const { asked, odd, said, answers, made } = result;
  for (const line of said) output.note(`${made.by}: ${line}`);
  if (odd > 0) output.note(formatMessage('machine.odd', { count: odd, program: made.by }));
  const values = { count: answers.length, missing: asked - answers.length };
  output.line(formatMessage('cli.translate.machine', { file: basename(path), ...values }));
  output.object({ project: path, language, drafts: answers.length, asked, odd });
  return EXIT.done;
}

function scopeOption({ text }: CommandContext): MachineScope {
  const value = text('replace') ?? 'empty';
  const scope = MachineScope.safeParse(value);
  if (!scope.success) throw new UsageError(formatMessage('cli.translate.wrongReplace', { value }));
  return scope.data;
}
