import { untranslatedCues } from '../../../shared/edits/translation';
import { commandsIn, type Command } from '../../app/commands';
import { because, firstOf, noneSelected, otherwise, readOnly } from '../../app/refusals';
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

const notTranslation = because('refusal.notTranslation', () => shownTranslation() === null);
const needsSource = firstOf(readOnly, otherwise('refusal.noSource'));
const needsTranslation = firstOf(readOnly, notTranslation);
const needsSelected = firstOf(readOnly, notTranslation, noneSelected);
const nothingOpen = firstOf(otherwise('refusal.nothingStale'));
/** Why nothing of glossary or memory can be taken. */
const helpless = (key: 'refusal.noTerm' | 'refusal.noMatch') =>
  firstOf(readOnly, notTranslation, noneSelected, otherwise(key));

/** Working on languages beside the source. */
export const translationCommands: readonly Command[] = [
  command(
    'translation.add',
    'translation.command.add',
    'Mod+Alt+L',
    hasSource,
    () => showDialog('add-language'),
    { refusal: needsSource },
  ),
  command(
    'translation.place',
    'translation.command.place',
    'Mod+Alt+O',
    hasSource,
    () => showDialog('place-translation'),
    { refusal: needsSource },
  ),
  command(
    'translation.machine',
    'machine.command',
    null,
    isTranslating,
    () => showDialog('machine-translation'),
    { refusal: needsTranslation },
  ),
  command(
    'translation.link',
    'translation.command.link',
    'Mod+Alt+K',
    hasSelected,
    () => showDialog('link-cues'),
    { refusal: needsSelected },
  ),
  command('translation.timing', 'translation.command.timing', 'Mod+Alt+T', isTranslating, toggleTiming, {
    refusal: needsTranslation,
  }),
  command('translation.source', 'translation.command.source', 'Mod+Alt+U', isTranslating, toggleSourceOpen, {
    refusal: needsTranslation,
  }),
  command('stale.next', 'stale.command.next', 'Mod+F7', hasOpen, () => goToOpen(1), {
    repeats: true,
    refusal: nothingOpen,
  }),
  command('stale.previous', 'stale.command.previous', 'Mod+Shift+F7', hasOpen, () => goToOpen(-1), {
    repeats: true,
    refusal: nothingOpen,
  }),
  command(
    'stale.keep',
    'stale.command.keep',
    ['C', 'Mod+Alt+Y'],
    () => canEdit() && openAnchor() !== null,
    keepOpen,
    { refusal: firstOf(readOnly, noneSelected, otherwise('refusal.notStale')) },
  ),
  command(
    'glossary.insert',
    'memory.command.insert',
    'Mod+Alt+G',
    () => canEdit() && hasTerms(),
    insertTerm,
    {
      refusal: helpless('refusal.noTerm'),
    },
  ),
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
      { refusal: helpless('refusal.noMatch') },
    ),
  ),
  command('translation.addMissing', 'translation.command.addMissing', null, hasMissing, addMissing),
];
