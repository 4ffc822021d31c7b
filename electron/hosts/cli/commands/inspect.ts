import { basename, extname } from 'node:path';
import type { TextIssue } from '../../../../shared/api/contract';
import { formatMessage } from '../../../../shared/messages/index';
import { redactionSummary, type RedactionSummary } from '../../../../shared/redaction/summary';
import { readSubtitleFile, subtitleFormatOf } from '../../../services/convert/subtitle-file';
import { clientOf } from '../client';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { openReadOnly } from '../open-project';
import { LANGUAGE_OPTION, languageOption, pathOperand } from '../../common/command-line/paths';
import { formatTime } from '../../common/command-line/time';

const TRANSCRIPTS = ['.txt', '.docx', '.json', '.md'];

export const inspect: Command = {
  name: 'inspect',
  operands: 'FILE',
  help: 'cli.inspect.help',
  arity: [1, 1],
  options: {
    ...LANGUAGE_OPTION,
    encoding: { type: 'string', value: 'NAME', help: 'cli.option.encoding' },
  },
  async run(context) {
    const path = pathOperand(context, 0);
    const ending = extname(path).toLowerCase();
    if (ending === '.outspoken') await inspectProject(context, path);
    else if (subtitleFormatOf(path)) await inspectSubtitles(context, path);
    else if (TRANSCRIPTS.includes(ending)) await inspectTranscript(context, path);
    else await inspectMedia(context, path);
    return EXIT.done;
  },
};

async function inspectMedia({ open, output }: CommandContext, path: string): Promise<void> {
  const client = clientOf(await open());
  const { handle, name } = await client.call('files.find', { path });
  const info = await client.call('media.probe', { file: handle });
  output.line(
    formatMessage('cli.inspect.media', {
      name,
      container: info.container,
      duration: formatTime(info.durationMs),
      streams: info.streams.length,
    }),
  );
  for (const stream of info.streams)
    if (stream.kind === 'video') {
      const rate =
        stream.frameRate === null ? 0 : Number((stream.frameRate.num / stream.frameRate.den).toFixed(3));
      const { codec, displayWidth: width, displayHeight: height, variableFrameRate: variable, hdr } = stream;
      output.line(
        formatMessage('cli.inspect.video', {
          codec,
          width,
          height,
          rate,
          variable: String(variable),
          hdr: String(hdr),
        }),
      );
    } else if (stream.kind === 'audio') {
      const { codec, channels, sampleRateHz: rate } = stream;
      output.line(formatMessage('cli.inspect.audio', { codec, channels, rate: String(rate) }));
    }
  output.object({ kind: 'media', name, media: info, issues: [] });
}

function sayIssues({ output }: CommandContext, issues: readonly TextIssue[]): void {
  for (const { line, message } of issues) output.line(formatMessage('cli.issue', { line, message }));
}

async function inspectSubtitles(context: CommandContext, path: string): Promise<void> {
  const { output, text } = context;
  const name = basename(path);
  const { format, cues, issues, encoding, language } = await readSubtitleFile(path, text('encoding') ?? null);
  output.line(
    formatMessage('cli.inspect.subtitles', { name, format, cues: cues.length, encoding: encoding.encoding }),
  );
  sayIssues(context, issues);
  output.object({ kind: 'subtitles', name, format, cues: cues.length, encoding, language, issues });
}

async function inspectTranscript(context: CommandContext, path: string): Promise<void> {
  const { open, output, text } = context;
  const client = clientOf(await open());
  const { handle, name } = await client.call('files.find', { path });
  const draft = await client.call('transcript.read', {
    source: { kind: 'file', file: handle },
    language: languageOption(context) ?? 'en',
    encoding: text('encoding') ?? null,
  });
  const words = draft.paragraphs.reduce(
    (sum, paragraph) => sum + paragraph.text.split(/\s+/u).filter(Boolean).length,
    0,
  );
  const { speakers, paragraphs, encoding, issues } = draft;
  output.line(
    formatMessage('cli.inspect.transcript', {
      name,
      paragraphs: paragraphs.length,
      words,
      speakers: speakers.length,
      encoding: encoding?.encoding ?? extname(path).slice(1),
    }),
  );
  sayIssues(context, issues);
  output.object({ kind: 'transcript', name, paragraphs, speakers, words, encoding, issues });
}

/** Solid and soft covers, and sound taken out or disguised, as numbers. */
function inspectedRedactions({ covers, sounds }: RedactionSummary) {
  return {
    solid: covers.solid,
    soft: covers.blur + covers.mosaic,
    gone: sounds.mute + sounds.beep,
    disguised: sounds.disguise,
  };
}

async function inspectProject(context: CommandContext, path: string): Promise<void> {
  const { output } = context;
  const { project, media, notices } = await openReadOnly(context, path);
  const name = basename(path);
  if (media.problem) output.note(media.problem.message);
  const words = project.paragraphs.reduce((sum, paragraph) => sum + paragraph.words.length, 0);
  const { title, language } = project.meta;
  const counts = { words, tracks: project.tracks.length, cues: project.cues.length };
  output.line(formatMessage('cli.inspect.project', { name, title, language, ...counts }));
  const redactions = redactionSummary(project);
  const { redactions: redacted = [] } = project;
  if (redacted.length > 0)
    output.line(formatMessage('cli.inspect.redactions', inspectedRedactions(redactions)));
  output.object({
    kind: 'project',
    name,
    title,
    language,
    ...counts,
    redactions,
    media: { state: media.state, info: media.info },
    issues: notices.map(({ code, message }) => ({ line: 0, code, message })),
  });
}
