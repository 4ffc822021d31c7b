import { basename } from 'node:path';
import type { PlacedText } from '../../../../../shared/domain/placement';
import { placeTranslation } from '../../../../../shared/edits/place-translation';
import { formatMessage } from '../../../../../shared/messages/index';
import { benchOf, textsOfCues, type Bench } from '../../../../../shared/translation/place/bench';
import type { CommandContext } from '../../../common/command-line/command';
import { EXIT, type ExitCode } from '../../../common/command-line/exit-codes';
import { pathOperand } from '../../../common/command-line/paths';
import { changeProject } from '../../change-project';
import { clientOf } from '../../client';
import { newId } from '../../document';
import { finishJob } from '../../jobs';
import { requiredLanguage } from './add';

/** `outspoken translate place PROJECT FILE --lang TAG`: a whole translation on the source's cues, with what is doubtful said. */
export async function placeFile(context: CommandContext): Promise<ExitCode> {
  const { output, signal, text } = context;
  const [path, file] = [pathOperand(context, 1), pathOperand(context, 2)];
  const language = requiredLanguage(context);
  const client = clientOf(await context.open());
  const source = { kind: 'file' as const, file: (await client.call('files.find', { path: file })).handle };
  const result = await changeProject(context, path, async (document) => {
    const track = document
      .project()
      .tracks.find((each) => each.kind === 'translation' && each.language === language);
    const { placed, isTable, issues } = await finishJob(client, output, signal, 'place', () =>
      client.call('translation.place', {
        session: document.session,
        language,
        profileId: track?.profileId ?? null,
        source,
        encoding: text('encoding') ?? null,
      }),
    );
    for (const { line, message } of issues) output.note(formatMessage('cli.issue', { line, message }));
    const bench = benchOf(placed, isTable);
    await document.run(placeTranslation, {
      newId,
      trackId: track?.id ?? null,
      language,
      texts: textsOfCues(bench),
    });
    return { placed, bench, isTable };
  });
  tell(context, result.placed, result.bench, result.isTable, path);
  return EXIT.done;
}

function tell(
  { output }: CommandContext,
  placed: PlacedText,
  bench: Bench,
  isTable: boolean,
  path: string,
): void {
  const marks = bench.sentences.map(({ mark, text, source }) => ({ mark, text, source }));
  for (const { mark, text } of marks) {
    if (mark === 'unsure') output.line(formatMessage('cli.translate.unsure', { text }));
    if (mark === 'added') output.line(formatMessage('cli.translate.extra', { text }));
  }
  const missing = placed.beads.flatMap(({ target, text }) => (target === 0 ? [text] : []));
  for (const text of missing) output.line(formatMessage('cli.translate.missing', { text }));
  const filled = new Set(placed.words.map(({ cue }) => cue)).size;
  const empty = placed.cueIds.length - filled;
  if (empty > 0) output.line(formatMessage('cli.translate.empty', { count: empty }));
  output.line(
    formatMessage('cli.translate.placed', { file: basename(path), placed: marks.length, cues: filled }),
  );
  output.object({ project: path, isTable, sentences: marks, missing, cues: placed.cueIds.length, empty });
}
