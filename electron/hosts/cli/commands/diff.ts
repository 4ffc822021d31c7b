import { basename, extname } from 'node:path';
import type { Project } from '../../../../shared/domain/project';
import {
  compareCues,
  countRows,
  type ComparedCue,
  type ComparedRow,
} from '../../../../shared/review/compare';
import { readContent } from '../../../../shared/review/versions';
import { formatMessage } from '../../../../shared/messages/index';
import { readSubtitleFile } from '../../../services/convert/subtitle-file';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { pathOperand } from '../../common/command-line/paths';
import { formatTime } from '../../common/command-line/time';
import { UsageError } from '../../common/command-line/usage-error';
import { openReadOnly } from '../open-project';

/** What is compared: cues by language. A subtitle file has one, of no known language. */
type Side = ReadonlyMap<string, readonly ComparedCue[]>;
const ONLY = '';

export const diff: Command = {
  name: 'diff',
  operands: 'BEFORE [AFTER]',
  help: 'cli.diff.help',
  arity: [1, 2],
  options: {
    from: { type: 'string', value: 'VERSION', help: 'cli.option.diff.from' },
    to: { type: 'string', value: 'VERSION', help: 'cli.option.diff.to' },
    track: { type: 'string', value: 'TAG', help: 'cli.option.track' },
  },
  async run(context) {
    const { output, positionals, text } = context;
    const [before, after] = await sides(context);
    const languages = [...new Set([...before.keys(), ...after.keys()])].filter(
      (language) => text('track') === undefined || text('track') === language,
    );
    if (languages.length === 0) {
      const known = [...before.keys()].join(', ');
      throw new UsageError(formatMessage('cli.noTrack', { language: text('track') ?? '', known }));
    }
    const tracks = languages.map((language) => ({
      language,
      rows: compareCues(before.get(language) ?? [], after.get(language) ?? []),
    }));
    for (const { language, rows } of tracks) {
      const place = language === ONLY ? basename(positionals[0] ?? '') : language;
      output.line(formatMessage('cli.diff.track', { place, ...countRows(rows) }));
      for (const row of rows) if (row.kind !== 'same') output.line(lineOf(row));
    }
    output.object({
      tracks: tracks.map(({ language, rows }) => ({
        language,
        counts: countRows(rows),
        changes: rows.flatMap((row) => (row.kind === 'same' ? [] : [plain(row)])),
      })),
    });
    const isSame = tracks.every(({ rows }) => rows.every(({ kind }) => kind === 'same'));
    return isSame ? EXIT.done : EXIT.findings;
  },
};

async function sides(context: CommandContext): Promise<readonly [Side, Side]> {
  const { positionals, text } = context;
  const isOne = positionals.length === 1;
  const before = await sideOf(context, 0, text('from'), isOne);
  const after = await sideOf(context, isOne ? 0 : 1, text('to'), false);
  // Two subtitle files of whatever language are meant to be compared; a project's track is chosen by its language.
  if (before.size > 1 && after.has(ONLY)) return [chosen(context, before), after];
  if (after.size > 1 && before.has(ONLY)) return [before, chosen(context, after)];
  return [before, after];
}

/** The one track asked for, as that of no known language. */
function chosen({ text }: CommandContext, side: Side): Side {
  const language = text('track');
  const cues = language === undefined ? [...side.values()][0] : side.get(language);
  return new Map([[language ?? ONLY, cues ?? []]]);
}

async function sideOf(
  context: CommandContext,
  at: number,
  version: string | undefined,
  mustBeVersion: boolean,
): Promise<Side> {
  const path = pathOperand(context, at);
  if (extname(path).toLowerCase() !== '.outspoken') {
    const { cues } = await readSubtitleFile(path, null);
    return new Map([[context.text('track') ?? ONLY, cues]]);
  }
  const { project } = await openReadOnly(context, path);
  if (mustBeVersion && version === undefined)
    throw new UsageError(formatMessage('cli.diff.needsVersion', { known: names(project) }));
  const content = version === undefined ? project : versionOf(project, version);
  const side = new Map<string, ComparedCue[]>();
  for (const { id, language } of content.tracks)
    side.set(
      language,
      content.cues.filter(({ trackId }) => trackId === id),
    );
  return side;
}

function versionOf(project: Project, name: string) {
  const isIt = (version: Project['versions'][number]) =>
    version.name === name || (name === 'imported' && version.kind === 'imported');
  const found = project.versions.findLast(isIt);
  if (!found) throw new UsageError(formatMessage('cli.diff.noVersion', { name, known: names(project) }));
  return readContent(found.content);
}

function names({ versions }: Project): string {
  return versions.map(({ kind, name }) => (kind === 'imported' ? 'imported' : name)).join(', ');
}

/** `12  0:01:02.000  [-is-]{+was+}`: as `git diff --word-diff` writes it, on one line. */
function lineOf(row: ComparedRow): string {
  const side = row.after ?? row.before;
  const mark = { same: ' ', reworded: '~', retimed: '→', added: '+', removed: '−' }[row.kind];
  const text = row.before && row.after ? row.pieces.map(pieceOf).join('') : (side?.cue.text ?? '');
  const times = row.isRetimed
    ? ` (${formatTime(row.before?.cue.startMs ?? 0)} → ${formatTime(row.after?.cue.startMs ?? 0)})`
    : '';
  const place = formatTime(side?.cue.startMs ?? 0);
  return `${mark} ${side?.number ?? 0}  ${place}${times}  ${text.replace(/\n/g, ' / ')}`;
}

function pieceOf({ kind, text }: ComparedRow['pieces'][number]): string {
  if (kind === 'same') return text;
  return kind === 'removed' ? `[-${text}-]` : `{+${text}+}`;
}

function plain({ kind, before, after, isRetimed }: ComparedRow) {
  const side = (one: ComparedRow['after']) =>
    one && { number: one.number, startMs: one.cue.startMs, endMs: one.cue.endMs, text: one.cue.text };
  return { kind, isRetimed, before: side(before), after: side(after) };
}
