import type { Command } from '../../app/commands';
import { firstOf, noFootage, noneSelected, noSubtitles, otherwise, readOnly } from '../../app/refusals';
import { extendToNext, extendToPrevious } from '../../../shared/edits/cue-gaps';
import { canEdit } from '../../state/document';
import { usePlayback } from '../../state/playback';
import {
  anchorCue,
  balanceSelected,
  changeSelected,
  confirmSelected,
  goToNeighbour,
  insertAtPlayhead,
  italiciseSelected,
  keepBreaksOfSelected,
  mergeSelected,
  neighbour,
  nudge,
  playSelected,
  removeSelected,
  selectAll,
  selectFromHere,
  selectedCues,
  setEdge,
  shownCues,
  splitSelected,
  tellOrder,
  togglePosition,
} from './actions';
import { editCue, editCueText } from './edit-store';
import { gapMs } from '../operations/index';

const hasAnchor = () => canEdit() && anchorCue() !== null;

const command = (
  id: string,
  titleKey: Command['titleKey'],
  shortcut: Command['shortcut'],
  run: () => void,
  more: Partial<Command> = {},
): Command => {
  const refusal = more.isEnabled ? {} : { refusal: askToSelect };
  return { id, titleKey, shortcut, group: 'cues', isEnabled: hasAnchor, run, ...refusal, ...more };
};

const askToSelect = firstOf(readOnly, noSubtitles, noneSelected);

const edit = (part: 'text' | 'start') => () => {
  const cue = anchorCue();
  if (cue) (part === 'text' ? editCueText : editCue)(cue.id, part);
};

const again = { repeats: true } as const;

/** Everything the selected cues can have done to them from the keyboard. */
export const cueCommands: readonly Command[] = [
  command('cue.next', 'cues.command.next', ['ArrowDown', 'Alt+ArrowDown'], () => goToNeighbour(1), {
    isEnabled: () => neighbour(1) !== null,
    ...again,
  }),
  command('cue.previous', 'cues.command.previous', ['ArrowUp', 'Alt+ArrowUp'], () => goToNeighbour(-1), {
    isEnabled: () => neighbour(-1) !== null,
    ...again,
  }),
  command('cue.edit', 'cues.command.edit', ['Enter', 'F2'], edit('text')),
  command('cue.editTimes', 'cues.command.editTimes', 'Shift+Enter', edit('start')),
  command('cue.play', 'cues.command.play', ['R', 'F5'], playSelected, {
    isEnabled: () => anchorCue() !== null && usePlayback.getState().ready,
    refusal: firstOf(noSubtitles, noneSelected, noFootage),
  }),
  command('cue.insert', 'cues.command.insert', ['N', 'Insert'], insertAtPlayhead, {
    isEnabled: () => canEdit(),
    refusal: firstOf(readOnly),
  }),
  command('cue.split', 'cues.command.split', ['S', 'Mod+D'], splitSelected),
  command('cue.merge', 'cues.command.merge', ['M', 'Mod+M'], mergeSelected, {
    refusal: firstOf(askToSelect, otherwise('refusal.lastSubtitle')),
    isEnabled: () => hasAnchor() && (selectedCues().length > 1 || neighbour(1) !== null),
  }),
  command('cue.remove', 'cues.command.remove', ['Delete', 'Mod+Shift+Backspace'], removeSelected),
  command('cue.setStart', 'cues.command.setStart', ['BracketLeft', 'Mod+BracketLeft'], () =>
    setEdge('startMs'),
  ),
  command('cue.setEnd', 'cues.command.setEnd', ['BracketRight', 'Mod+BracketRight'], () => setEdge('endMs')),
  command('cue.earlier', 'cues.command.earlier', 'Alt+ArrowLeft', () => nudge('both', -1), again),
  command('cue.later', 'cues.command.later', 'Alt+ArrowRight', () => nudge('both', 1), again),
  command(
    'cue.startEarlier',
    'cues.command.startEarlier',
    'Mod+Alt+ArrowLeft',
    () => nudge('start', -1),
    again,
  ),
  command('cue.startLater', 'cues.command.startLater', 'Mod+Alt+ArrowRight', () => nudge('start', 1), again),
  command('cue.endEarlier', 'cues.command.endEarlier', 'Alt+Shift+ArrowLeft', () => nudge('end', -1), again),
  command('cue.endLater', 'cues.command.endLater', 'Alt+Shift+ArrowRight', () => nudge('end', 1), again),
  command('cue.position', 'cues.command.position', 'T', togglePosition),
  command('cue.confirm', 'cues.command.confirm', null, confirmSelected, {
    isEnabled: () => canEdit() && selectedCues().some((cue) => cue.stale),
  }),
  command('cue.extendToNext', 'cues.command.extendToNext', 'Shift+BracketRight', () =>
    changeSelected(extendToNext, { gapMs: gapMs() }),
  ),
  command('cue.extendToPrevious', 'cues.command.extendToPrevious', 'Shift+BracketLeft', () =>
    changeSelected(extendToPrevious, { gapMs: gapMs() }),
  ),
  command('cue.balance', 'cues.command.balance', ['B', 'Mod+J'], balanceSelected, { group: 'text' }),
  command('cue.keepBreaks', 'cues.command.keepBreaks', 'Mod+Shift+Enter', keepBreaksOfSelected, {
    group: 'text',
    inText: true,
  }),
  command('cue.italics', 'cues.command.italics', ['I', 'Mod+I'], italiciseSelected, { group: 'text' }),
  command('cue.order', 'cues.command.order', 'Shift+I', tellOrder, {
    isEnabled: () => shownCues().length > 0,
    refusal: firstOf(noSubtitles),
  }),
  command('cue.selectFromHere', 'cues.command.selectFromHere', 'Shift+A', selectFromHere, {
    isEnabled: () => anchorCue() !== null,
    refusal: firstOf(noSubtitles, noneSelected),
  }),
  command('cue.selectAll', 'cues.command.selectAll', 'Mod+A', selectAll, {
    isEnabled: () => shownCues().length > 0,
  }),
];
