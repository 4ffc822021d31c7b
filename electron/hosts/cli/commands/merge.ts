import { resolve } from 'node:path';
import type { ReviewFile } from '../../../../shared/api/contract';
import { AppError, errorFromData } from '../../../../shared/api/errors';
import type { Project } from '../../../../shared/domain/project';
import type { Suggestion } from '../../../../shared/domain/review';
import { acceptSuggestions, mergeReviews, takeVerdicts } from '../../../../shared/edits/review';
import { formatMessage } from '../../../../shared/messages/index';
import { changeOf, textFinder } from '../../../../shared/review/changes';
import type { Command, CommandContext } from '../../common/command-line/command';
import { EXIT } from '../../common/command-line/exit-codes';
import { pathOperand } from '../../common/command-line/paths';
import { clientOf } from '../client';
import { createDocument, newId, type Document } from '../document';

export const merge: Command = {
  name: 'merge',
  operands: 'PROJECT REVIEW…',
  help: 'cli.merge.help',
  arity: [2, 10_000],
  options: {
    accept: { type: 'string', value: 'WHOSE', help: 'cli.option.merge.accept' },
    reviewed: { type: 'boolean', help: 'cli.option.merge.reviewed' },
  },
  async run(context) {
    const { open, output, positionals, workingFolder } = context;
    const services = await open();
    const client = clientOf(services);
    const { handle } = await client.call('files.find', { path: pathOperand(context, 0) });
    const opened = await client.call('project.open', { file: handle });
    for (const notice of opened.notices) output.note(notice.message);
    const { session } = opened;
    if (opened.readOnly !== null) throw new AppError('read-only', { reason: opened.readOnly });
    const paths = positionals.slice(1).map((path) => resolve(workingFolder, path));
    const sources = paths.map((path) => ({ kind: 'file' as const, file: services.mint(path) }));
    const { reviews } = await client.call('review.read', { session, sources });
    const document = createDocument(client, opened);
    const known = new Set(document.project().notes.map(({ id }) => id));
    await document.run(mergeReviews, { notes: reviews.flatMap(({ notes }) => notes) });
    const accepted = await acceptAsked(context, document);
    if (context.flag('reviewed'))
      await document.run(takeVerdicts, { trackIds: document.project().tracks.map(({ id }) => id) });
    await client.call('project.save', { session });
    await client.call('project.close', { session });
    const open_ = openSuggestions(document.project());
    const conflicts = conflictsOf(document.project(), open_);
    const added = document.project().notes.filter(({ id }) => !known.has(id)).length;
    sayReviews(context, reviews);
    output.line(
      formatMessage('cli.merge.done', { added, accepted, open: open_.length, conflicts: conflicts.length }),
    );
    output.object({
      reviews: reviews.map(({ name, problem, notes, unreadable, isCut }) => ({
        name,
        error: problem,
        notes: notes.length,
        unreadable,
        isCut,
      })),
      added,
      accepted,
      open: open_.length,
      conflicts: conflicts.map(({ id }) => id),
    });
    const failed = reviews.find(({ problem }) => problem !== null)?.problem;
    if (failed && reviews.every(({ problem }) => problem !== null)) throw errorFromData(failed);
    return failed ? EXIT.findings : EXIT.done;
  },
};

function sayReviews({ output }: CommandContext, reviews: readonly ReviewFile[]): void {
  for (const { name, problem, notes, unreadable, isCut } of reviews) {
    if (problem) output.note(problem.message);
    else output.line(formatMessage('cli.merge.review', { name, notes: notes.length }));
    if (unreadable > 0) output.note(formatMessage('cli.merge.unreadable', { name, count: unreadable }));
    if (isCut) output.note(formatMessage('cli.merge.cut', { name }));
  }
}

/** Accepts the suggestions that `--accept` names: `all`, or those of one author; says how many could be. */
async function acceptAsked({ text }: CommandContext, document: Document): Promise<number> {
  const whose = text('accept');
  if (whose === undefined) return 0;
  const before = openSuggestions(document.project());
  const ids = before.filter(({ author }) => whose === 'all' || author === whose).map(({ id }) => id);
  await document.run(acceptSuggestions, { newId, ids, signed: { by: '', atMs: Date.now() } });
  return before.length - openSuggestions(document.project()).length;
}

function openSuggestions({ notes }: Project): Suggestion[] {
  return notes.flatMap((note) =>
    note.kind === 'suggestion' && note.decision === null && !note.withdrawn ? [note] : [],
  );
}

function conflictsOf(project: Project, suggestions: readonly Suggestion[]): Suggestion[] {
  const textOf = textFinder(project);
  return suggestions.filter((note) => changeOf(note, textOf(note.target)).state === 'conflict');
}
