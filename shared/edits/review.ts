import { AppError } from '../api/errors';
import type { Comment, Note, NoteTarget, Quote, Signature, Suggestion } from '../domain/review';
import type { Project } from '../domain/project';
import { updateTable } from '../history/tables';
import { changeOf, textFinder } from '../review/changes';
import { mergeNotes } from '../review/merge-notes';
import { seenTexts } from '../review/pseudonyms';
import { verdictsByCue } from '../review/status';
import { mapCues, validText } from './records';
import type { Edit, NewId } from './edit';
import { replaceTexts } from './replace-texts';

/** Brings reviewers' notes into the project; no text changes yet. Order and repetition make no difference. */
export const mergeReviews: Edit<{ notes: readonly Note[] }> = {
  command: 'review.merge',
  label: 'edit.review.merge',
  apply(project, { notes }) {
    const merged = mergeNotes(project.notes, notes);
    return merged.added + merged.changed === 0 ? project : { ...project, notes: merged.notes };
  },
};

/**
 * Accepts suggestions: each is merged into the text as it then is, one after the other in the table's order, all in one step.
 * Those in conflict, and those whose cue is gone, stay open.
 */
export const acceptSuggestions: Edit<{ newId: NewId; ids: readonly string[]; signed: Signature }> = {
  command: 'review.accept',
  label: 'edit.review.accept',
  apply(project, { newId, ids, signed }) {
    const texts = textFinder(project);
    const next = { cue: new Map<string, string>(), paragraph: new Map<string, string>() };
    const accepted: Suggestion[] = [];
    for (const note of suggestionsOf(project, ids)) {
      const { target } = note;
      const change = changeOf(note, next[target.kind].get(target.id) ?? texts(target));
      if (change.state === 'clean') next[target.kind].set(target.id, change.after);
      if (change.state === 'clean' || change.state === 'done') accepted.push(note);
    }
    const said = replaceTexts.apply(project, { newId, cues: next.cue, paragraphs: next.paragraph });
    return decided(said, accepted, { ...signed, answer: 'accepted' });
  },
};

/** Settles one suggestion, in conflict or not, with a text that a person wrote or chose. */
export const settleSuggestion: Edit<{ newId: NewId; id: string; text: string; signed: Signature }> = {
  command: 'review.settle',
  label: 'edit.review.settle',
  apply(project, { newId, id, text, signed }) {
    const [note] = suggestionsOf(project, [id]);
    if (!note) return project;
    const texts = new Map([[note.target.id, text]]);
    const none = new Map<string, string>();
    const [cues, paragraphs] = note.target.kind === 'cue' ? [texts, none] : [none, texts];
    const said = replaceTexts.apply(project, { newId, cues, paragraphs });
    return decided(said, [note], { ...signed, answer: 'accepted' });
  },
};

/** Turns suggestions down; they stay to be seen. */
export const rejectSuggestions: Edit<{ ids: readonly string[]; signed: Signature }> = {
  command: 'review.reject',
  label: 'edit.review.reject',
  apply(project, { ids, signed }) {
    return decided(project, suggestionsOf(project, ids), { ...signed, answer: 'rejected' });
  },
};

/** Makes decided suggestions and resolved comments open again. Texts stay as they are. */
export const reopenNotes: Edit<{ ids: readonly string[] }> = {
  command: 'review.reopen',
  label: 'edit.review.reopen',
  apply(project, { ids }) {
    return mapNotes(project, ids, (note) => {
      if (note.kind === 'suggestion' && note.decision) return { ...note, decision: null };
      return note.kind === 'comment' && note.resolved ? { ...note, resolved: null } : note;
    });
  },
};

/** Says that comments are dealt with. */
export const resolveComments: Edit<{ ids: readonly string[]; signed: Signature }> = {
  command: 'review.resolve',
  label: 'edit.review.resolve',
  apply(project, { ids, signed: { by, atMs } }) {
    return mapNotes(project, ids, (note) =>
      note.kind === 'comment' && note.resolved === null ? { ...note, resolved: { by, atMs } } : note,
    );
  },
};

/** Says something about a cue or a paragraph, or answers a comment. Throws `bad-request` for what is not there. */
export const addComment: Edit<{
  newId: NewId;
  target: NoteTarget;
  text: string;
  quote?: Quote | null;
  replyTo?: string | null;
  signed: Signature;
}> = {
  command: 'review.comment',
  label: 'edit.review.comment',
  apply(project, { newId, target, text, quote = null, replyTo = null, signed }) {
    const base = textFinder(project)(target);
    if (base === undefined)
      throw new AppError('bad-request', { reason: `there is no ${target.kind} ${target.id}` });
    const comment: Comment = {
      id: newId(),
      order: signed.atMs,
      reviewId: null,
      author: signed.by,
      revision: 0,
      target,
      base,
      withdrawn: false,
      kind: 'comment',
      quote,
      text: validText(text, 20_000, 'the comment'),
      replyTo,
      resolved: null,
    };
    return { ...project, notes: updateTable(project.notes, [], [comment]) };
  },
};

/** Takes comments back that were written in the app. Those of reviewers stay: they would come again with the next merge. */
export const withdrawComments: Edit<{ ids: readonly string[] }> = {
  command: 'review.withdraw',
  label: 'edit.review.withdraw',
  apply(project, { ids }) {
    return mapNotes(project, ids, (note) =>
      note.reviewId === null && !note.withdrawn
        ? { ...note, withdrawn: true, revision: note.revision + 1 }
        : note,
    );
  },
};

/**
 * Marks cues as reviewed that reviewers found fine as they are now: at least one did, none was unsure or found it wrong. Signed by
 * the last of them. Cues that are reviewed or approved already are left alone.
 */
export const takeVerdicts: Edit<{ trackIds: readonly string[] }> = {
  command: 'review.takeVerdicts',
  label: 'edit.review.takeVerdicts',
  apply(project, { trackIds }) {
    const verdicts = verdictsByCue(project.notes, project.cues, seenTexts(project));
    const cues = project.cues.filter(({ trackId, id }) => trackIds.includes(trackId) && verdicts.has(id));
    return mapCues(project, cues, (cue) => {
      const { fine = [], unsure = [], wrong = [] } = verdicts.get(cue.id) ?? {};
      const isDone = cue.status === 'reviewed' || cue.status === 'approved';
      const last = fine.reduce((a, b) => (b.atMs > a.atMs ? b : a), fine[0] ?? { author: '', atMs: 0 });
      if (isDone || cue.stale || fine.length === 0 || unsure.length + wrong.length > 0) return cue;
      return { ...cue, status: 'reviewed' as const, signed: { by: last.author, atMs: last.atMs } };
    });
  },
};

/** The open suggestions of ids, in the table's order. Throws `bad-request` where one is not there. */
function suggestionsOf(project: Project, ids: readonly string[]): Suggestion[] {
  return notesOfIds(project, ids).flatMap((note) =>
    note.kind === 'suggestion' && note.decision === null && !note.withdrawn ? [note] : [],
  );
}

function notesOfIds(project: Project, ids: readonly string[]): Note[] {
  const wanted = new Set(ids);
  const notes = project.notes.filter(({ id }) => wanted.delete(id));
  for (const id of wanted) throw new AppError('bad-request', { reason: `there is no note ${id}` });
  return notes;
}

function decided(project: Project, notes: readonly Suggestion[], decision: Suggestion['decision']): Project {
  return mapNotes(
    project,
    notes.map(({ id }) => id),
    (note) => (note.kind === 'suggestion' ? { ...note, decision } : note),
  );
}

function mapNotes(project: Project, ids: readonly string[], change: (note: Note) => Note): Project {
  const before = notesOfIds(project, ids);
  const pairs = before.map((note) => [note, change(note)] as const).filter(([old, note]) => old !== note);
  if (pairs.length === 0) return project;
  const [removed, added] = [pairs.map(([old]) => old), pairs.map(([, note]) => note)];
  return { ...project, notes: updateTable(project.notes, removed, added) };
}
