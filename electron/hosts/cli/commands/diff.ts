import { basename, extname } from 'node:path';
import type { Project } from '../../../../shared/domain/project';
import {
  compareCues,
  countRows,
  type ComparedCue,
  type ComparedRow,
} from '../../../../shared/review/compare';
import { readContent } from '../../../../shared/review/versions';
import { trackName } from '../../../../shared/text/track-names';
import { formatMessage } from '../../../../shared/messages/index';
import { readSubtitleFile } from '../../../services/convert/subtitle-file';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { pathOperand } from '../../common/command-line/paths';
import { formatTime } from '../../common/command-line/time';
import { UsageError } from '../../common/command-line/usage-error';
import { openReadOnly } from '../open-project';

/** One track of what is compared. A subtitle file has one, of no known language. */
interface DiffTrack {
  readonly id: string | null;
  readonly language: string;
  /** What tells it from the others of its side. */
  readonly label: string;
  readonly cues: readonly ComparedCue[];
}
type Side = readonly DiffTrack[];
const ONLY = '';

export const diff: Command = {
  name: 'diff',
  operands: 'BEFORE [AFTER]',
  help: 'cli.diff.help',
  arity: [1, 2],
  options: {
    from: { type: 'string', value: 'VERSION', help: 'cli.option.diff.from' },
    to: { type: 'string', value: 'VERSION', help: 'cli.option.diff.to' },
    track: { type: 'string', value: 'TAG', help: 'cli.option.diff.track' },
  },
  async run(context) {
    const { output, positionals } = context;
    const [before, after] = await sides(context);
    const tracks = pairsOf(before, after).map(({ language, label, from, to }) => {
      return { language, label, rows: compareCues(from, to) };
    });
    for (const { label, rows } of tracks) {
      const place = label === ONLY ? basename(positionals[0] ?? '') : label;
      output.line(formatMessage('cli.diff.track', { place, ...countRows(rows) }));
      for (const row of rows) if (row.kind !== 'same') output.line(lineOf(row));
    }
    output.object({
      tracks: tracks.map(({ language, label, rows }) => ({
        language,
        track: label,
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
  const before = asked(context, await sideOf(context, 0, text('from'), isOne));
  const after = asked(context, await sideOf(context, isOne ? 0 : 1, text('to'), false));
  // Two subtitle files of whatever language are meant to be compared; a project's track is chosen by its language.
  if (isFile(after) && !isFile(before)) return [only(context, before), after];
  if (isFile(before) && !isFile(after)) return [before, only(context, after)];
  return [before, after];
}

const isFile = (side: Side) => side.some(({ id }) => id === null);

/** The tracks of `--track`: by language, or by what tells one of several of a language. */
function asked({ text }: CommandContext, side: Side): Side {
  const wanted = text('track');
  if (wanted === undefined || isFile(side)) return side;
  const named = side.filter(({ label }) => label === wanted);
  const found = named.length > 0 ? named : side.filter(({ language }) => language === wanted);
  if (found.length > 0) return found;
  const known = side.map(({ label }) => label).join(', ');
  throw new UsageError(formatMessage('cli.noTrack', { language: wanted, known }));
}

/** The one track that is compared with a file: the first, unless `--track` leaves several of one language. */
function only({ text }: CommandContext, side: Side): Side {
  const [first] = side;
  if (!first) return side;
  if (side.length > 1 && text('track') !== undefined) {
    const known = side.map(({ label }) => label).join(', ');
    throw new UsageError(formatMessage('cli.diff.which', { language: first.language, known }));
  }
  return [first];
}

/** Which track is compared with which: the same one of a project, a file with what stands opposite, else those of one language in order. */
function pairsOf(before: Side, after: Side) {
  const left = [...after];
  const take = (isIt: (track: DiffTrack) => boolean) => {
    const at = left.findIndex(isIt);
    return at < 0 ? null : (left.splice(at, 1)[0] ?? null);
  };
  const same = new Map(before.map((track) => [track, track.id && take(({ id }) => id === track.id)]));
  const areFiles = isFile(before) || isFile(after);
  const pairs = before.map((track) => {
    const to = same.get(track) || take(({ language }) => areFiles || language === track.language);
    const { language, label } = track.id === null && to ? to : track;
    return { language, label, from: track.cues, to: to ? to.cues : [] };
  });
  const added = left.map(({ language, label, cues }) => ({ language, label, from: [], to: cues }));
  return [...pairs, ...added];
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
    return [{ id: null, language: ONLY, label: ONLY, cues }];
  }
  const { project } = await openReadOnly(context, path);
  if (mustBeVersion && version === undefined)
    throw new UsageError(formatMessage('cli.diff.needsVersion', { known: names(project) }));
  const content = version === undefined ? project : versionOf(project, version);
  return content.tracks.map((track) => ({
    id: track.id,
    language: track.language,
    label: trackName(track, content.tracks, (tag) => tag),
    cues: content.cues.filter(({ trackId }) => trackId === track.id),
  }));
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
