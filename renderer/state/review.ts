/** What reviewers have to say, worked out once for the panel, the list of subtitles and the dialogs. */
import { create } from 'zustand';
import type { Id } from '../../shared/domain/common';
import type { Project } from '../../shared/domain/project';
import type { Suggestion } from '../../shared/domain/review';
import { changeOf, textFinder, type Change } from '../../shared/review/changes';
import { seenTexts } from '../../shared/review/pseudonyms';
import { verdictsInSteps, type Verdicts } from '../../shared/review/status';
import { threadsByTarget, type Thread } from '../../shared/review/threads';
import { inSlices } from '../platform/slices';
import { useDocument } from './document';

/** A suggestion and what it would do to the text as it is now. */
export interface Tracked {
  readonly note: Suggestion;
  readonly change: Change;
}

export interface ReviewState {
  /** Suggestions by cue or paragraph, decided ones too; taken-back ones are none. */
  readonly suggestions: ReadonlyMap<Id, readonly Tracked[]>;
  readonly threads: ReadonlyMap<Id, readonly Thread[]>;
  readonly verdicts: ReadonlyMap<Id, Verdicts>;
}

const NONE: ReviewState = { suggestions: new Map(), threads: new Map(), verdicts: new Map() };

export const useReview = create<ReviewState>()(() => NONE);

/** Texts rest this long before suggestions are merged with them anew; what is decided shows at once. */
const REST_MS = 250;

/** The change of a suggestion while the text it is about stays the same. */
const known = new WeakMap<Suggestion, { readonly current: string | undefined; readonly change: Change }>();

function trackedOf(note: Suggestion, current: string | undefined): Tracked {
  const before = known.get(note);
  if (before && before.current === current) return { note, change: before.change };
  const change = changeOf(note, current);
  known.set(note, { current, change });
  return { note, change };
}

/** Everything reviewers said of a project. Rests after every suggestion: forty reviewers leave thousands. */
export function* reviewInSteps(project: Project): Generator<undefined, ReviewState> {
  if (project.notes.length === 0) return NONE;
  const textOf = textFinder(project);
  const suggestions = new Map<Id, Tracked[]>();
  for (const note of project.notes) {
    if (note.kind !== 'suggestion' || note.withdrawn) continue;
    const list = suggestions.get(note.target.id) ?? [];
    list.push(trackedOf(note, textOf(note.target)));
    suggestions.set(note.target.id, list);
    yield;
  }
  const threads = threadsByTarget(project.notes);
  yield;
  const verdicts = yield* verdictsInSteps(project.notes, project.cues, seenTexts(project));
  return { suggestions, threads, verdicts };
}

/** Follows the project; returns what stops it. */
export function followReview(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Project | null = null;
  const show = async () => {
    clearTimeout(timer);
    const { project } = useDocument.getState();
    last = project;
    const next = await inSlices(reviewInSteps(project), () => project === last);
    if (next && project === last && next !== useReview.getState()) useReview.setState(next);
  };
  const look = () => {
    const { project } = useDocument.getState();
    const isSame =
      project.notes === last?.notes && project.cues === last.cues && project.paragraphs === last.paragraphs;
    if (isSame || (project.notes.length === 0 && last?.notes.length === 0)) return;
    if (project.notes !== last?.notes) return void show();
    clearTimeout(timer);
    timer = setTimeout(() => void show(), REST_MS);
  };
  look();
  const stop = useDocument.subscribe(look);
  return () => {
    clearTimeout(timer);
    last = null;
    stop();
  };
}
