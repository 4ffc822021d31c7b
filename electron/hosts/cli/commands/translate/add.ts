import { basename } from 'node:path';
import { AppError } from '../../../../../shared/api/errors';
import { sourceTrackOf } from '../../../../../shared/edits/make-subtitles';
import { addTranslation } from '../../../../../shared/edits/translation';
import { formatMessage } from '../../../../../shared/messages/index';
import type { CommandContext } from '../../../common/command-line/command';
import { EXIT, type ExitCode } from '../../../common/command-line/exit-codes';
import { languageOption, pathOperand } from '../../../common/command-line/paths';
import { UsageError } from '../../../common/command-line/usage-error';
import { changeProject } from '../../change-project';
import { newId } from '../../document';

/** `outspoken translate add PROJECT --lang TAG`: a language beside the source, its cues empty. */
export async function addLanguage(context: CommandContext): Promise<ExitCode> {
  const { output } = context;
  const path = pathOperand(context, 1);
  const language = requiredLanguage(context);
  const cues = await changeProject(context, path, async (document) => {
    const project = document.project();
    if (!sourceTrackOf(project)) throw new AppError('no-cues');
    if (project.tracks.some((track) => track.language === language))
      throw new AppError('language-there', { language });
    await document.run(addTranslation, { newId, language });
    const track = document.project().tracks.find((each) => each.language === language);
    return document.project().cues.filter(({ trackId }) => trackId === track?.id).length;
  });
  output.line(formatMessage('cli.translate.added', { language, cues, file: basename(path) }));
  output.object({ project: path, language, cues });
  return EXIT.done;
}

/** What `--lang` says. Throws `UsageError` where it says nothing. */
export function requiredLanguage(context: CommandContext): string {
  const language = languageOption(context);
  if (language === null) throw new UsageError(formatMessage('cli.translate.needsLanguage'));
  return language;
}
