import { untranslatedCues } from '../../../shared/edits/translation';
import { commandsIn, type Command } from '../../app/commands';
import { canEdit, useDocument } from '../../state/document';
import { sourceTrack } from '../../state/selectors';
import { showDialog, useSession } from '../../state/session';
import { addMissing, shownTranslation, toggleTiming } from './actions';
import { goToOpen, keepOpen, openAnchor, openCues } from './stale';
import { hasTerms, insertTerm } from './insert-term';
import { keepMemory, takeMatch, useHelp } from './help-store';
import { toggleSourceOpen } from './store';

const command = commandsIn('translation');

const isTranslating = () => canEdit() && shownTranslation() !== null;
const hasSelected = () => isTranslating() && useSession.getState().anchorCueId !== null;
const hasSource = () => canEdit() && sourceTrack(useDocument.getState().project) !== null;

const hasTranslation = () => useDocument.getState().project.tracks.some(({ kind }) => kind === 'translation');
const hasOpen = () => openCues().length > 0;

function hasMissing(): boolean {
  const track = shownTranslation();
  return canEdit() && track !== null && untranslatedCues(useDocument.getState().project, track.id).length > 0;
}

/** Working on languages beside the source. */
export const translationCommands: readonly Command[] = [
  command('translation.add', 'translation.command.add', 'Mod+Alt+L', hasSource, () =>
    showDialog('add-language'),
  ),
  command('translation.place', 'translation.command.place', 'Mod+Alt+O', hasSource, () =>
    showDialog('place-translation'),
  ),
  command('translation.machine', 'machine.command', null, isTranslating, () =>
    showDialog('machine-translation'),
  ),
  command('translation.link', 'translation.command.link', 'Mod+Alt+K', hasSelected, () =>
    showDialog('link-cues'),
  ),
  command('translation.timing', 'translation.command.timing', 'Mod+Alt+T', isTranslating, toggleTiming),
  command('translation.source', 'translation.command.source', 'Mod+Alt+U', isTranslating, toggleSourceOpen),
  command('stale.next', 'stale.command.next', 'Mod+F7', hasOpen, () => goToOpen(1), { repeats: true }),
  command('stale.previous', 'stale.command.previous', 'Mod+Shift+F7', hasOpen, () => goToOpen(-1), {
    repeats: true,
  }),
  command(
    'stale.keep',
    'stale.command.keep',
    ['C', 'Mod+Alt+Y'],
    () => canEdit() && openAnchor() !== null,
    keepOpen,
  ),
  command('glossary.insert', 'memory.command.insert', 'Mod+Alt+G', () => canEdit() && hasTerms(), insertTerm),
  command('memory.export', 'memory.command.export', null, hasTranslation, () => showDialog('export-memory')),
  command(
    'memory.keep',
    'memory.command.keep',
    null,
    () => shownTranslation() !== null,
    () => void keepMemory(),
  ),
  ...[1, 2, 3].map((n) =>
    command(
      `memory.take${n}`,
      `memory.command.take${n === 1 ? 'First' : n === 2 ? 'Second' : 'Third'}`,
      `Mod+Alt+${n}`,
      () => canEdit() && (useHelp.getState().help?.matches.length ?? 0) >= n,
      () => takeMatch(n - 1),
    ),
  ),
  command('translation.addMissing', 'translation.command.addMissing', null, hasMissing, addMissing),
];
