import type { Command } from '../../app/commands';
import { firstOf, noFootage, otherwise, readOnly, type Refusal } from '../../app/refusals';
import { canEdit } from '../../state/document';
import { usePlayback } from '../../state/playback';
import { useSession } from '../../state/session';
import { coverHere, keyHere, redactHere, removeSelected, selectedCover, togglePanel } from './actions';
import { useRedaction } from './store';

const inEditor = () => useSession.getState().screen === 'editor';

const command = (
  id: string,
  titleKey: Command['titleKey'],
  run: () => void,
  isEnabled: () => boolean,
  shortcut: Command['shortcut'] = null,
  refusal: Refusal = firstOf(readOnly),
): Command => ({
  id,
  titleKey,
  shortcut,
  group: 'edit',
  isEnabled: () => inEditor() && isEnabled(),
  refusal,
  run,
});

const isCoverSelected = () => canEdit() && selectedCover() !== null;

/** What no export may show or let be heard, from the keyboard and the palette. */
export const redactionCommands: readonly Command[] = [
  command('view.redaction', 'redaction.command.show', togglePanel, () => true, 'Alt+7'),
  command(
    'redaction.cover',
    'redaction.command.cover',
    () => coverHere(),
    () => canEdit() && usePlayback.getState().ready,
    'Alt+Shift+R',
    firstOf(readOnly, noFootage),
  ),
  command(
    'redaction.key',
    'redaction.command.key',
    keyHere,
    isCoverSelected,
    'Alt+Shift+K',
    firstOf(readOnly, otherwise('refusal.noCoverSelected')),
  ),
  command('redaction.mute', 'redaction.command.mute', () => redactHere('mute'), canEdit, 'Alt+Shift+M'),
  command('redaction.beep', 'redaction.command.beep', () => redactHere('beep'), canEdit),
  command('redaction.disguise', 'redaction.command.disguise', () => redactHere('disguise'), canEdit),
  command(
    'redaction.remove',
    'redaction.command.remove',
    removeSelected,
    () => canEdit() && useRedaction.getState().selectedId !== null,
  ),
];
