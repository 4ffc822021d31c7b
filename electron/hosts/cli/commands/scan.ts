import { basename, resolve } from 'node:path';
import { formatMessage } from '../../../../shared/messages/index';
import { withoutMarkUp } from '../../../../shared/text/mark-up';
import { compileNames, type NameMatcher } from '../../../../shared/safety/match';
import { readNames } from '../../../../shared/safety/names-file';
import { readFileCapped } from '../../../platform/files';
import { readSubtitleFile, subtitleFormatOf } from '../../../services/convert/subtitle-file';
import { decodeText } from '../../../services/text/decode';
import { readTranscript } from '../../../services/transcript/read';
import type { Command } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { UsageError } from '../../common/command-line/usage-error';

const MAX_LIST_BYTES = 5 * 1024 * 1024;
const MAX_TEXT_BYTES = 50 * 1024 * 1024 - 1;

export const scan: Command = {
  name: 'scan',
  operands: 'FILE…',
  help: 'cli.scan.help',
  arity: [1, 10_000],
  options: { names: { type: 'string', value: 'FILE', help: 'cli.option.names' } },
  async run({ output, positionals, text, workingFolder }) {
    const list = text('names');
    if (list === undefined) throw new UsageError(formatMessage('cli.scan.needsNames'));
    const path = resolve(workingFolder, list);
    const { text: written } = decodeText(await readFileCapped(path, MAX_LIST_BYTES), null, basename(path));
    const matcher = compileNames(readNames(written).names);
    const found = [];
    for (const file of positionals) found.push(...(await scanFile(resolve(workingFolder, file), matcher)));
    for (const { file, place, name, text: hit } of found)
      output.line(formatMessage('cli.scan.hit', { file, place, name, text: hit }));
    output.line(formatMessage('cli.scan.count', { count: found.length, files: positionals.length }));
    output.object({ names: matcher.size, findings: found });
    return found.length > 0 ? EXIT.findings : EXIT.done;
  },
};

/** Every hit in a file's name, and in its subtitles (with their speakers) or paragraphs. Throws as the readers. */
async function scanFile(path: string, matcher: NameMatcher) {
  const file = basename(path);
  const texts = [{ place: formatMessage('cli.scan.fileName'), text: file }, ...(await textsOf(path, file))];
  return texts.flatMap(({ place, text }) =>
    matcher.find(text).map((hit) => ({ file, place, name: hit.entry.name, text: hit.found })),
  );
}

async function textsOf(path: string, file: string): Promise<{ place: string; text: string }[]> {
  const place = (index: number) => formatMessage('cli.scan.place', { number: index + 1 });
  if (subtitleFormatOf(path)) {
    const { cues } = await readSubtitleFile(path, null);
    return cues.map(({ text, speaker }, index) => {
      return { place: place(index), text: `${speaker ?? ''}\n\n${withoutMarkUp(text)}` };
    });
  }
  const bytes = await readFileCapped(path, MAX_TEXT_BYTES);
  const { speakers, paragraphs } = await readTranscript({ bytes, name: file }, 'und', null);
  const named = speakers.map(({ name }, index) => ({ place: place(index), text: name }));
  return [...named, ...paragraphs.map(({ text }, index) => ({ place: place(index), text }))];
}
