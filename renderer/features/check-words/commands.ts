import type { Command } from '../../app/commands';
import { because, firstOf, noTranscript, noWordTimes, otherwise, readOnly } from '../../app/refusals';
import { canEdit } from '../../state/document';
import { usePlayback } from '../../state/playback';
import { canAlign } from '../align/index';
import {
  addMissingText,
  alignFromItem,
  alignItem,
  currentSentence,
  goOn,
  leaveOutItem,
  nudgeItem,
  pinItem,
  placeItem,
  playItem,
  settleItem,
  toggleCheck,
} from './actions';
import { currentItem, itemsOf, useCheck } from './store';

/** One press moves an edge by this: a picture or so. */
const NUDGE_MS = 50;

const isAt = () => currentItem() !== null;
const mayEdit = () => canEdit() && isAt();
const atSentence = () => canEdit() && currentSentence() !== null;
const atTimedSentence = () => atSentence() && currentSentence()?.startMs !== null;
const again = { repeats: true } as const;
const refusal = firstOf(
  because('refusal.notChecking', () => !isAt()),
  readOnly,
);

const command = (
  id: string,
  titleKey: Command['titleKey'],
  shortcut: Command['shortcut'],
  run: () => void,
  isEnabled: () => boolean,
  more: Partial<Command> = {},
): Command => ({ id, titleKey, shortcut, group: 'check', isEnabled, run, refusal, ...more });

/** Walking through what is doubtful, from the keyboard. */
export const checkCommands: readonly Command[] = [
  command(
    'check.toggle',
    'check.command.toggle',
    'Q',
    toggleCheck,
    () => useCheck.getState().isOpen || itemsOf().length > 0,
    { refusal: firstOf(noTranscript, noWordTimes, otherwise('refusal.noDoubt')) },
  ),
  command('check.next', 'check.command.next', 'Alt+PageDown', () => goOn(1), isAt, again),
  command('check.previous', 'check.command.previous', 'Alt+PageUp', () => goOn(-1), isAt, again),
  command('check.play', 'check.command.play', 'P', playItem, () => isAt() && usePlayback.getState().ready),
  command('check.settle', 'check.command.settle', 'V', settleItem, mayEdit),
  command('check.pin', 'check.command.pin', 'F', pinItem, atTimedSentence),
  command('check.leaveOut', 'check.command.leaveOut', 'Alt+X', () => leaveOutItem('all'), atSentence),
  command(
    'check.leaveOutUnplaced',
    'check.command.leaveOutUnplaced',
    'Alt+Shift+X',
    () => leaveOutItem('unplaced'),
    () => canEdit() && (currentSentence()?.words.some(({ startMs }) => startMs === null) ?? false),
  ),
  command('check.missing', 'check.command.missing', 'H', addMissingText, mayEdit),
  command('check.align', 'check.command.align', 'G', alignItem, () => atSentence() && canAlign()),
  command('check.alignFrom', 'check.command.alignFrom', 'W', alignFromItem, () => atSentence() && canAlign()),
  command(
    'check.startHere',
    'check.command.startHere',
    'Alt+BracketLeft',
    () => placeItem('start'),
    atSentence,
  ),
  command('check.endHere', 'check.command.endHere', 'Alt+BracketRight', () => placeItem('end'), atSentence),
  ...(['start', 'end'] as const).flatMap((edge) =>
    ([-1, 1] as const).map((sign) =>
      command(
        `check.${edge}${sign < 0 ? 'Earlier' : 'Later'}`,
        `check.command.${edge}${sign < 0 ? 'Earlier' : 'Later'}`,
        `Alt+${edge === 'end' ? 'Shift+' : ''}${sign < 0 ? 'Comma' : 'Period'}`,
        () => nudgeItem(edge, sign * NUDGE_MS),
        atTimedSentence,
        again,
      ),
    ),
  ),
];
