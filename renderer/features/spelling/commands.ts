import type { Command } from '../../app/commands';
import { firstOf, noSubtitles, otherwise, readOnly } from '../../app/refusals';
import { canEdit } from '../../state/document';
import { useSession } from '../../state/session';
import { useSpelling } from '../../state/spelling';
import { openTextCaret } from '../cues/index';
import { openSpelling, toggleSpelling } from './actions';

/** Going through misspelt words, and switching spelling off. */
export const spellingCommands: readonly Command[] = [
  {
    id: 'spelling.open',
    titleKey: 'spelling.command.open',
    shortcut: 'Mod+Semicolon',
    group: 'text',
    isEnabled: () => canEdit() && useSpelling.getState().spelling !== null,
    refusal: firstOf(readOnly, noSubtitles, otherwise('refusal.noSpelling')),
    run: () => openSpelling(openTextCaret()),
  },
  {
    id: 'spelling.toggle',
    titleKey: 'spelling.command.toggle',
    shortcut: null,
    group: 'text',
    isEnabled: () => useSession.getState().screen === 'editor',
    run: toggleSpelling,
  },
];
