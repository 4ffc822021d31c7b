import type { Note } from '../../shared/domain/review';
import type { Project } from '../../shared/domain/project';
import type { Edit } from '../../shared/edits/edit';
import { edits } from '../../shared/edits/registry';

const SIGNED = { by: 'AB', atMs: 1_700_000_000_000 };

/** Arguments of the edits of notes and versions. Each brings what it works on, as the sample has none. */
export function reviewRuns(given: {
  readonly project: Project;
  readonly newId: () => string;
  readonly a: number;
  readonly b: number;
  readonly text: string;
  readonly cue: string;
}) {
  const { newId, a, b, text, cue } = given;
  const notes = notesAbout(given, `review${a % 3}`);
  const noted = edits['review.merge'].apply(given.project, { notes });
  const [comment, suggestion] = notes.map(({ id }) => id);
  const ids = [suggestion ?? ''];
  const versioned = edits['version.keep'].apply(given.project, { newId, name: text, signed: SIGNED });
  const version = versioned.versions.at(-1)?.id ?? '';
  const on = <A>(project: Project, edit: Edit<A>, args: A) => edit.apply(project, args);
  return {
    'review.merge': () => noted,
    'review.accept': () => on(noted, edits['review.accept'], { newId, ids, signed: SIGNED }),
    'review.settle': () =>
      on(noted, edits['review.settle'], { newId, id: ids[0] ?? '', text, signed: SIGNED }),
    'review.reject': () => on(noted, edits['review.reject'], { ids, signed: SIGNED }),
    'review.reopen': () =>
      on(on(noted, edits['review.reject'], { ids, signed: SIGNED }), edits['review.reopen'], { ids }),
    'review.resolve': () => on(noted, edits['review.resolve'], { ids: [comment ?? ''], signed: SIGNED }),
    'review.comment': () =>
      on(given.project, edits['review.comment'], {
        newId,
        target: { kind: 'cue', id: cue, trackId: 'en' },
        text,
        signed: SIGNED,
      }),
    'review.withdraw': () => {
      const target = { kind: 'cue', id: cue, trackId: 'en' } as const;
      const said = on(given.project, edits['review.comment'], { newId, target, text, signed: SIGNED });
      return on(said, edits['review.withdraw'], {
        ids: [said.notes.find(({ reviewId }) => reviewId === null)?.id ?? ''],
      });
    },
    'review.takeVerdicts': () => on(noted, edits['review.takeVerdicts'], { trackIds: ['en', 'ru'] }),
    'version.keep': () => versioned,
    'version.restore': () =>
      on(on(versioned, edits['cue.setText'], { id: cue, text: `${text}${b}` }), edits['version.restore'], {
        id: version,
      }),
    'version.rename': () => on(versioned, edits['version.rename'], { id: version, name: `n${b}` }),
    'version.remove': () =>
      on(
        on(versioned, edits['version.keep'], { newId, name: 'next', signed: SIGNED }),
        edits['version.remove'],
        {
          id: version,
        },
      ),
  };
}

function notesAbout(
  { project, a, b, text, cue }: Parameters<typeof reviewRuns>[0],
  reviewId: string,
): Note[] {
  const about = project.cues.find(({ id }) => id === cue);
  const common = {
    order: 1_700_000_000_000 + b,
    reviewId,
    author: 'CD',
    revision: b % 3,
    target: { kind: 'cue', id: cue, trackId: about?.trackId ?? 'en' } as const,
    base: about?.text ?? '',
    withdrawn: false,
  };
  return [
    { ...common, id: `${reviewId}_c${a}`, kind: 'comment', quote: null, text, replyTo: null, resolved: null },
    { ...common, id: `${reviewId}_s${a}`, kind: 'suggestion', text: `${text}!`, decision: null },
    { ...common, id: `${reviewId}_j${a}`, kind: 'judgement', verdict: 'fine' },
  ];
}
