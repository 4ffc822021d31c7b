import { basename, extname } from 'node:path';
import { formatMessage } from '../../../../../shared/messages/index';
import { allowNamesOption } from '../../../common/command-line/allow-names';
import type { CommandContext } from '../../../common/command-line/command';
import { EXIT, type ExitCode } from '../../../common/command-line/exit-codes';
import { pathOperand, targetOption } from '../../../common/command-line/paths';
import { UsageError } from '../../../common/command-line/usage-error';
import { clientOf } from '../../client';
import { withReadOnly } from '../../open-project';

const FORMATS = ['tmx', 'csv', 'tbx'] as const;

/** `outspoken translate export PROJECT -o FILE.tmx|.csv|.tbx [--lang ru,kk]`: memory (TMX) or glossary for other tools. */
export async function exportFile(context: CommandContext): Promise<ExitCode> {
  const { output, open, text } = context;
  const path = pathOperand(context, 1);
  const target = targetOption(
    context,
    'output',
    FORMATS.map((format) => `.${format}`),
  );
  const format = FORMATS.find((each) => target !== null && extname(target).toLowerCase() === `.${each}`);
  if (target === null || !format) throw new UsageError(formatMessage('cli.translate.needsOutput'));
  const override = allowNamesOption(context);
  const services = await open();
  const wanted = text('lang')
    ?.split(',')
    .map((tag) => tag.trim());
  const { count } = await withReadOnly(context, path, ({ session, project }) => {
    const translations = project.tracks.filter(({ kind }) => kind === 'translation');
    const known = translations.map(({ language }) => language).join(', ');
    for (const language of wanted ?? [])
      if (!translations.some((track) => track.language === language))
        throw new UsageError(formatMessage('cli.noTrack', { language, known }));
    const tracks = translations
      .filter(({ language }) => wanted?.includes(language) ?? true)
      .map(({ id }) => id);
    if (tracks.length === 0) throw new UsageError(formatMessage('cli.translate.nothing'));
    const input = { session, tracks, format, target: services.mint(target), override };
    return clientOf(services).call('translation.export', input);
  });
  output.line(formatMessage('memory.exported', { file: basename(target), count }));
  output.object({ file: target, entries: count });
  return EXIT.done;
}
