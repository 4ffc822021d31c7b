import { basename, dirname, extname, resolve } from 'node:path';
import { AppError } from '../../../../shared/api/errors';
import type { MetadataItem, NameFinding } from '../../../../shared/domain/export';
import { TranscriptFormat } from '../../../../shared/domain/text-formats';
import { formatMessage } from '../../../../shared/messages/index';
import { withSeams } from '../../../../shared/safety/seams';
import { createGuard, type GuardedText, type NameGuard } from '../../../../shared/safety/guard';
import { withoutMarkUp } from '../../../../shared/text/mark-up';
import { readFileCapped } from '../../../platform/files';
import { readSubtitleFile, subtitleFormatOf } from '../../../services/convert/subtitle-file';
import { fileMetadata } from '../../../services/safety/metadata';
import { protectedNames, readNameList } from '../../../services/safety/name-lists';
import type { ToolPaths } from '../../../services/tools/tools';
import { readTranscript } from '../../../services/transcript/read';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { clientOf } from '../client';

const MAX_TEXT_BYTES = 50 * 1024 * 1024 - 1;

type FoundName = Pick<NameFinding, 'place' | 'name' | 'found'>;

interface ScannedFile {
  readonly file: string;
  readonly names: readonly FoundName[];
  /** First and family names of listed people that stand alone. */
  readonly parts: readonly FoundName[];
  readonly metadata: readonly MetadataItem[];
}

export const scan: Command = {
  name: 'scan',
  operands: 'FILE…',
  help: 'cli.scan.help',
  arity: [1, 10_000],
  options: { names: { type: 'string', value: 'FILE', help: 'cli.option.names' } },
  async run(context) {
    const { output, positionals, workingFolder } = context;
    const tools = await toolsIfAny(context);
    let listed = 0;
    const files: ScannedFile[] = [];
    for (const operand of positionals) {
      const path = resolve(workingFolder, operand);
      const guard = createGuard(await namesFor(context, path));
      listed = Math.max(listed, guard.size);
      files.push(await scanFile(path, guard, tools));
    }
    for (const { file, names, parts, metadata } of files) {
      for (const { place, name, found } of names)
        output.line(formatMessage('cli.scan.hit', { file, place, name, text: found }));
      for (const { place, name, found } of parts)
        output.line(formatMessage('cli.scan.part', { file, place, name, text: found }));
      for (const { place, value, kind } of metadata)
        if (kind === 'left')
          output.line(formatMessage('cli.scan.metadata', { file, place, value: value.slice(0, 200) }));
    }
    const names = files.reduce((sum, file) => sum + file.names.length, 0);
    const metadata = files.reduce(
      (sum, file) => sum + file.metadata.filter(({ kind }) => kind === 'left').length,
      0,
    );
    output.line(formatMessage('cli.scan.count', { count: names, metadata, files: files.length }));
    output.object({ names: listed, files });
    const parts = files.reduce((sum, file) => sum + file.parts.length, 0);
    return names + parts + metadata > 0 ? EXIT.findings : EXIT.done;
  },
};

/** The list that is named, or those beside and above the file. */
async function namesFor({ text, workingFolder }: CommandContext, path: string) {
  const list = text('names');
  if (list === undefined) return protectedNames([dirname(path)]);
  return (await readNameList(resolve(workingFolder, list))).names;
}

/** ffprobe as a second pair of eyes, where it is there. */
async function toolsIfAny({ open }: CommandContext): Promise<ToolPaths | null> {
  const { tools } = await clientOf(await open()).call('app.info', {});
  const path = (name: string) => tools.find((tool) => tool.name === name)?.path ?? null;
  const [ffmpeg, ffprobe] = [path('ffmpeg'), path('ffprobe')];
  return ffmpeg === null || ffprobe === null ? null : { ffmpeg, ffprobe };
}

/** Every name in a file's name, texts and metadata, and all its metadata. Throws as the readers. */
async function scanFile(path: string, guard: NameGuard, tools: ToolPaths | null): Promise<ScannedFile> {
  const file = basename(path);
  const metadata = await fileMetadata(path, { tools });
  const texts: GuardedText[] = [
    textAt(formatMessage('cli.scan.fileName'), file),
    ...(await textsOf(path, file)),
    ...metadata.map(({ place, value }) => textAt(place, value)),
  ];
  const { findings, parts } = guard.findWithParts(texts);
  const plain = ({ place, name, found }: NameFinding) => ({ place, name, found });
  return { file, names: findings.map(plain), parts: parts.map(plain), metadata };
}

function textAt(place: string, text: string): GuardedText {
  return { kind: 'text', place, text, language: null, recordId: null };
}

/** Subtitles with their speakers, or paragraphs with theirs; none for pictures and sound. */
async function textsOf(path: string, file: string): Promise<GuardedText[]> {
  const place = (index: number) => formatMessage('cli.scan.place', { number: index + 1 });
  if (subtitleFormatOf(path)) {
    const { cues } = await readSubtitleFile(path, null);
    const named = cues.flatMap(({ speaker }, index) => (speaker ? [textAt(place(index), speaker)] : []));
    return [...named, ...withSeams(cues.map(({ text }, index) => textAt(place(index), withoutMarkUp(text))))];
  }
  if (!isTranscript(path)) return [];
  const bytes = await readFileCapped(path, MAX_TEXT_BYTES);
  if (bytes.length === 0) throw new AppError('empty-file', { name: file });
  const { speakers, paragraphs } = await readTranscript({ bytes, name: file }, 'und', null);
  const named = speakers.map(({ name }, index) => textAt(place(index), name));
  return [...named, ...withSeams(paragraphs.map(({ text }, index) => textAt(place(index), text)))];
}

function isTranscript(path: string): boolean {
  const ending = extname(path).slice(1).toLowerCase();
  return TranscriptFormat.safeParse(ending).success || ['rtf', 'odt', 'md'].includes(ending);
}
