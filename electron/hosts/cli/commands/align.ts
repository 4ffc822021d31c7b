import { basename, extname } from 'node:path';
import { applyAlignment } from '../../../../shared/edits/apply-alignment';
import { replaceTranscript } from '../../../../shared/edits/transcript';
import { keepVersion } from '../../../../shared/edits/versions';
import { constantFrameRate } from '../../../../shared/frames/rate';
import { makeSubtitles, sourceTrackOf } from '../../../../shared/edits/make-subtitles';
import { formatMessage } from '../../../../shared/messages/index';
import type { Project } from '../../../../shared/domain/project';
import type { Word } from '../../../../shared/domain/transcript';
import { sentenceConfidence, sentencesOf } from '../../../../shared/transcript/sentence-words';
import { joinWords } from '../../../../shared/transcript/words';
import { checkTarget } from '../../../services/export/target';
import { usageLine } from '../../common/command-line/arguments';
import type { Command } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import {
  FORCE_OPTION,
  LANGUAGE_OPTION,
  languageOption,
  pathOperand,
  targetOption,
} from '../../common/command-line/paths';
import { formatTime } from '../../common/command-line/time';
import { UsageError } from '../../common/command-line/usage-error';
import { clientOf } from '../client';
import { createDocument, newId } from '../document';
import { finishJob } from '../jobs';

export const align: Command = {
  name: 'align',
  operands: 'VIDEO TRANSCRIPT',
  help: 'cli.align.help',
  arity: [2, 2],
  options: {
    ...LANGUAGE_OPTION,
    output: { type: 'string', short: 'o', value: 'PROJECT', help: 'cli.option.project' },
    encoding: { type: 'string', value: 'NAME', help: 'cli.option.encoding' },
    ...FORCE_OPTION,
  },
  async run(context) {
    const { open, output, signal, text } = context;
    const language = required(languageOption(context), 'lang');
    const target = required(targetOption(context, 'output', ['.outspoken']), 'output');
    const [video, transcript] = [pathOperand(context, 0), pathOperand(context, 1)];
    // A place that takes no file is said before minutes of work, not after them.
    await checkTarget(target, [video, transcript]);
    const services = await open();
    const client = clientOf(services);
    const media = await client.call('files.find', { path: video });
    const file = await client.call('files.find', { path: transcript });
    const draft = await client.call('transcript.read', {
      source: { kind: 'file', file: file.handle },
      language,
      encoding: text('encoding') ?? null,
    });
    for (const { line, message } of draft.issues) output.note(formatMessage('cli.issue', { line, message }));
    const title = basename(target, extname(target));
    const opened = await client.call('project.create', { media: media.handle, language, title });
    const document = createDocument(client, opened);
    await document.run(replaceTranscript, { newId, draft, language });
    const signed = { by: '', atMs: Date.now() };
    await document.run(keepVersion, { newId, name: '', kind: 'imported', signed });
    const { session } = document;
    const { alignment } = await finishJob(client, output, signal, 'align', () =>
      client.call('align.start', { session, words: null }),
    );
    await document.run(applyAlignment, { alignment });
    await document.run(makeSubtitles, {
      newId,
      frameRate: constantFrameRate(opened.media.info),
      durationMs: opened.media.info?.durationMs ?? null,
    });
    await client.call('project.saveAs', { session, file: services.mint(target) });
    await client.call('project.close', { session });
    const words = document.project().paragraphs.flatMap((paragraph) => paragraph.words);
    const unplaced = unplacedIn(document.project());
    const track = sourceTrackOf(document.project());
    const cues = document.project().cues.filter(({ trackId }) => trackId === track?.id).length;
    for (const { startMs, endMs } of alignment.uncovered)
      output.line(
        formatMessage('cli.align.uncovered', { start: formatTime(startMs), end: formatTime(endMs) }),
      );
    output.line(
      formatMessage('cli.align.done', {
        cues,
        words: words.length,
        unplaced: unplaced.length,
        file: basename(target),
      }),
    );
    output.object({
      project: target,
      words: entriesOf(document.project()),
      sentences: sentencesIn(document.project()),
      unplaced,
      uncovered: alignment.uncovered,
      cues,
      report: alignment.report ?? null,
    });
    return EXIT.done;
  },
};

/**
 * The transcript split at white space, in order, times null where nothing was heard. Where that is several words (Chinese, Japanese,
 * Thai), the entry has them as `parts`, runs from the first heard to the last and is as sure as its least sure.
 */
function entriesOf(project: Project) {
  return stretchesOf(project).map((words) => {
    const parts = words.map(({ text, startMs, endMs, confidence }) => ({ text, startMs, endMs, confidence }));
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const known = parts.flatMap(({ confidence }) => confidence ?? []);
    return {
      text: joinWords(words),
      startMs: parts.find(({ startMs }) => startMs !== null)?.startMs ?? null,
      endMs: parts.findLast(({ endMs }) => endMs !== null)?.endMs ?? null,
      confidence: known.length === 0 ? null : Math.min(...known),
      parts,
    };
  });
}

/** Each sentence from its first word that was heard to its last, null where none was; as sure as `sentenceConfidence` says. */
function sentencesIn({ paragraphs, meta }: Project) {
  return paragraphs.flatMap((paragraph) =>
    sentencesOf(paragraph.words, paragraph.language ?? meta.language).map((words) => ({
      text: joinWords(words),
      startMs: words.find(({ startMs }) => startMs !== null)?.startMs ?? null,
      endMs: words.findLast(({ endMs }) => endMs !== null)?.endMs ?? null,
      confidence: sentenceConfidence(words),
    })),
  );
}

/** Every word that was not heard: the index of its entry, and of its part where that has several. */
function unplacedIn(project: Project) {
  return stretchesOf(project).flatMap((words, index) =>
    words.flatMap(({ text, startMs }, part) => {
      if (startMs !== null) return [];
      return [words.length === 1 ? { index, text } : { index, part, text }];
    }),
  );
}

/** The words of all paragraphs, those together that no white space parts. */
function stretchesOf(project: Project): Word[][] {
  const stretches: Word[][] = [];
  for (const { words } of project.paragraphs)
    for (const [index, word] of words.entries())
      if (index > 0 && word.gap === '') stretches.at(-1)?.push(word);
      else stretches.push([word]);
  return stretches;
}

function required<T>(value: T | null | undefined, option: string): T {
  if (value === null || value === undefined)
    throw new UsageError(formatMessage('cli.missingOption', { option, usage: usageLine(align) }));
  return value;
}
