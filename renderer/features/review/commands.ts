import type { Command, CommandGroup } from '../../app/commands';
import { firstOf, noneSelected, otherwise, readOnly, type Refusal } from '../../app/refusals';
import { canEdit, useDocument } from '../../state/document';
import { showDialog, useSession } from '../../state/session';
import {
  approveReviewed,
  reviewedCues,
  accept,
  acceptAll,
  commentOnSelected,
  currentEntry,
  goToNext,
  listedEntries,
  openMerge,
  reject,
  selectedCue,
  setStatus,
  takeFine,
  togglePanel,
} from './actions';
import { acceptable } from './model';
import { useReviewView } from './store';

const command = (
  id: string,
  titleKey: Command['titleKey'],
  shortcut: Command['shortcut'],
  group: CommandGroup,
  isEnabled: () => boolean,
  run: () => void,
  refusal: Refusal = firstOf(readOnly),
): Command => ({ id, titleKey, shortcut, group, isEnabled, run, refusal });

const inEditor = () => useSession.getState().screen === 'editor';
const canSelected = () => canEdit() && useSession.getState().selectedCueIds.size > 0;
const hasContent = () => {
  const { project } = useDocument.getState();
  return inEditor() && (project.cues.length > 0 || project.paragraphs.length > 0);
};

function onCurrent(work: (entry: NonNullable<ReturnType<typeof currentEntry>>) => void): void {
  const entry = currentEntry();
  if (entry) work(entry);
}

const noReviews = firstOf(otherwise('refusal.noReviews'));
const noEntry = firstOf(readOnly, otherwise('refusal.noEntrySelected'));
const noCue = firstOf(readOnly, noneSelected);

/** Packets, reviews, how far work is, versions. */
export const reviewCommands: readonly Command[] = [
  command('review.packet', 'review.command.packet', null, 'project', hasContent, () =>
    showDialog('make-packet'),
  ),
  command('review.merge', 'review.command.merge', null, 'project', () => inEditor() && canEdit(), openMerge),
  command('view.review', 'review.command.show', 'Alt+6', 'view', inEditor, togglePanel),
  command(
    'review.next',
    'review.command.next',
    'F6',
    'check',
    () => listedEntries().length > 0,
    () => goToNext(1),
    noReviews,
  ),
  command(
    'review.previous',
    'review.command.previous',
    'Shift+F6',
    'check',
    () => listedEntries().length > 0,
    () => goToNext(-1),
    noReviews,
  ),
  command(
    'review.accept',
    'review.command.accept',
    'Alt+A',
    'check',
    () => canEdit() && currentEntry() !== null,
    () => onCurrent(accept),
    noEntry,
  ),
  command(
    'review.reject',
    'review.command.reject',
    'Alt+R',
    'check',
    () => canEdit() && currentEntry() !== null,
    () => onCurrent(reject),
    noEntry,
  ),
  command(
    'review.acceptAll',
    'review.command.acceptAll',
    null,
    'check',
    () => canEdit() && acceptable(listedEntries()).length > 0,
    acceptAll,
  ),
  command(
    'review.comment',
    'review.command.comment',
    'Alt+C',
    'check',
    () => canEdit() && selectedCue() !== null,
    commentOnSelected,
    noCue,
  ),
  command('review.takeFine', 'review.command.takeFine', null, 'check', canEdit, takeFine),
  command(
    'cue.reviewed',
    'review.command.reviewed',
    'Alt+V',
    'check',
    canSelected,
    () => setStatus('reviewed'),
    noCue,
  ),
  command(
    'cue.approve',
    'review.command.approve',
    'Alt+Shift+V',
    'check',
    canSelected,
    () => setStatus('approved'),
    noCue,
  ),
  command(
    'review.approveAll',
    'review.command.approveAll',
    null,
    'check',
    () => canEdit() && reviewedCues().length > 0,
    approveReviewed,
  ),
  command('cue.draft', 'review.command.draft', null, 'check', canSelected, () => setStatus('draft')),
  command('versions.show', 'review.command.versions', null, 'edit', inEditor, () => showDialog('versions')),
  command(
    'versions.compare',
    'review.command.compare',
    null,
    'edit',
    () => inEditor() && useDocument.getState().project.versions.length > 0,
    () => {
      useReviewView.setState({ compared: null });
      showDialog('compare-versions');
    },
  ),
];
