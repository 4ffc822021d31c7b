/** What commands and buttons do with reviews. */
import type { TextSource } from '../../../shared/api/contract';
import type { Id } from '../../../shared/domain/common';
import type { NoteTarget, Signature } from '../../../shared/domain/review';
import type { Cue, CueStatus } from '../../../shared/domain/track';
import { setCueStatus } from '../../../shared/edits/cue';
import {
  acceptSuggestions,
  addComment,
  rejectSuggestions,
  reopenNotes,
  resolveComments,
  settleSuggestion,
  takeVerdicts,
  withdrawComments,
} from '../../../shared/edits/review';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { getClient } from '../../platform/client';
import { newId } from '../../platform/new-id';
import { flushDocument, run, useDocument } from '../../state/document';
import { seek } from '../../state/playback';
import { useReview } from '../../state/review';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { selectCue, setLayout, showDialog, useSession } from '../../state/session';
import { acceptable, entriesOf, filteredEntries, isOpen, nextEntry, withReviews, type Entry } from './model';
import { useReviewView, type ReviewView } from './store';

/** Where the person's own initials are kept. */
export const INITIALS = 'review.initials';
/** Name of the panel in the layout. */
export const SHOWN = 'review.shown';

/** Who does something now. */
export function signature(): Signature {
  const by = useSession.getState().layout[INITIALS];
  return { by: typeof by === 'string' ? by : '', atMs: Date.now() };
}

/** Shows the panel or puts it away. */
export function togglePanel(): void {
  setLayout(SHOWN, useSession.getState().layout[SHOWN] !== true);
}

function showPanel(): void {
  if (useSession.getState().layout[SHOWN] !== true) setLayout(SHOWN, true);
}

/** What the panel lists now. */
export function listedEntries(): readonly Entry[] {
  const { project } = useDocument.getState();
  const { filter, author } = useReviewView.getState();
  return filteredEntries(
    entriesOf(project, useSession.getState().activeTrackId, useReview.getState()),
    filter,
    author,
  );
}

/** The entry that commands act on: the one gone to last. */
export function currentEntry(): Entry | null {
  const { currentId } = useReviewView.getState();
  return listedEntries().find(({ id }) => id === currentId) ?? null;
}

/** Selects what an entry is about and shows its first picture. */
export function goToEntry(entry: Entry): void {
  useReviewView.setState({ currentId: entry.id });
  showPanel();
  if (entry.isCue && entry.number !== null) selectCue(entry.targetId);
  if (entry.startMs !== null) seek(entry.startMs, 'after');
}

/** Goes to the entry after or before the one gone to last. */
export function goToNext(direction: 1 | -1): void {
  const next = nextEntry(listedEntries(), useReviewView.getState().currentId, direction);
  if (next) goToEntry(next);
}

/** Goes on from an entry that is dealt with. */
function goOn(entry: Entry, before: readonly Entry[]): void {
  const at = before.findIndex(({ id }) => id === entry.id);
  const next = before.slice(at + 1).find((one) => isOpen(one) && one.id !== entry.id);
  if (next) goToEntry(next);
}

/** Accepts a suggestion, or resolves a comment; one in conflict is settled by hand. */
export function accept(entry: Entry): void {
  const before = listedEntries();
  if (entry.kind === 'suggestion') {
    if (acceptable([entry]).length === 0) return settle(entry.id);
    if (run(acceptSuggestions, { newId, ids: [entry.id], signed: signature() }))
      announce(t('review.accepted'));
  } else if (entry.kind === 'thread') {
    if (run(resolveComments, { ids: [entry.id], signed: signature() })) announce(t('review.resolved'));
  } else return;
  goOn(entry, before);
}

/** Turns a suggestion down. */
export function reject(entry: Entry): void {
  if (entry.kind !== 'suggestion') return;
  const before = listedEntries();
  if (run(rejectSuggestions, { ids: [entry.id], signed: signature() })) announce(t('review.rejected'));
  goOn(entry, before);
}

/** Makes a decided suggestion or a resolved comment open again. */
export function reopen(id: Id): void {
  run(reopenNotes, { ids: [id] });
}

/** Accepts all that is listed and not in conflict, as one step; says how many. */
export function acceptAll(): void {
  const ids = acceptable(listedEntries());
  if (ids.length > 0 && run(acceptSuggestions, { newId, ids, signed: signature() }))
    announce(t('review.acceptedAll', { count: ids.length }));
}

/** Turns down all suggestions that are listed, as one step. */
export function rejectAll(): void {
  const ids = listedEntries().flatMap((entry) =>
    entry.kind === 'suggestion' && isOpen(entry) ? [entry.id] : [],
  );
  if (ids.length > 0) run(rejectSuggestions, { ids, signed: signature() });
}

/** Opens the dialog that settles a suggestion by hand. */
export function settle(id: Id): void {
  useReviewView.setState({ settling: id });
  showDialog('settle-suggestion');
}

/** Gives what a suggestion is about the text that was settled on. */
export function settleWith(id: Id, text: string): void {
  run(settleSuggestion, { newId, id, text, signed: signature() });
}

/** Opens the field for a comment. */
export function writeComment(target: NoteTarget, replyTo: Id | null): void {
  useReviewView.setState({ writing: { target, replyTo } });
  showDialog('write-comment');
}

/** A comment on the selected cue. */
export function commentOnSelected(): void {
  const cue = selectedCue();
  if (cue) writeComment({ kind: 'cue', id: cue.id, trackId: cue.trackId }, null);
}

const draftKey = (writing: ReviewView['writing']) => JSON.stringify([writing?.target.id, writing?.replyTo]);

/** What was begun of the comment that is being written. */
export function draftOf({ writing, drafts }: ReviewView): string {
  return drafts.get(draftKey(writing)) ?? '';
}

/** Remembers what is begun of it, also when the dialog is closed. */
export function keepDraft(text: string): void {
  useReviewView.setState(({ writing, drafts }) => ({
    drafts: new Map(drafts).set(draftKey(writing), text),
  }));
}

/** Keeps the comment that was written. */
export function keepComment(text: string): void {
  const { writing } = useReviewView.getState();
  if (!writing || text.trim() === '') return;
  run(addComment, { newId, ...writing, text: text.trim(), signed: signature() });
  keepDraft('');
  showPanel();
}

/** Takes back a comment that was written here. */
export function withdraw(id: Id): void {
  run(withdrawComments, { ids: [id] });
}

export function selectedCue() {
  return cueById(useDocument.getState().project, useSession.getState().anchorCueId);
}

/** Gives the selected cues a status, signed. */
export function setStatus(status: CueStatus): void {
  const ids = [...useSession.getState().selectedCueIds];
  if (ids.length === 0) return;
  if (run(setCueStatus, { ids, status, signed: signature() }))
    announce(t('review.statusSet', { count: ids.length, status: t(`status.${status}`) }));
}

/** The cues of the track shown that somebody reviewed and that are up to date. */
export function reviewedCues(): readonly Cue[] {
  const cues = cuesOfTrack(useDocument.getState().project, useSession.getState().activeTrackId);
  return cues.filter(({ status, stale }) => status === 'reviewed' && !stale);
}

/** Approves everything in the track shown that is reviewed and up to date, signed, as one step. */
export function approveReviewed(): void {
  const ids = reviewedCues().map(({ id }) => id);
  if (run(setCueStatus, { ids, status: 'approved', signed: signature() }))
    announce(t('review.statusSet', { count: ids.length, status: t('status.approved') }));
}

/** Marks as reviewed what reviewers found fine, in the track shown. */
export function takeFine(): void {
  const trackId = useSession.getState().activeTrackId;
  if (trackId !== null && !run(takeVerdicts, { trackIds: [trackId] })) announce(t('review.nothingFine'));
}

/** Reads reviews and adds them to those that are looked at. */
export async function readReviews(sources: readonly TextSource[]): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null || sources.length === 0) return;
  await flushDocument();
  const { reviews } = await getClient().call('review.read', { session, sources: [...sources] });
  useReviewView.setState((view) => ({ reviews: withReviews(view.reviews, reviews) }));
}

/** Opens the merge dialog with nothing in it yet. */
export function openMerge(): void {
  useReviewView.setState({ reviews: [] });
  showDialog('merge-reviews');
}
