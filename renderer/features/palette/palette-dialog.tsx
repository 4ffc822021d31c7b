import { oneLine } from '../../../shared/text/unspaced';
import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { runCommand, shortcutsOf, useCommands, type Command } from '../../app/commands';
import { formatClock } from '../../app/format';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { notify } from '../../state/notices';
import { seek } from '../../state/playback';
import { cuesOfTrack } from '../../state/selectors';
import { selectCue, useSession } from '../../state/session';
import { useFocusBack } from '../../ui/focus-back';
import { Keys } from '../../ui/keys';
import { bestMatches, textMatches } from './model';
import './palette.css';

/** More would not be read; typing narrows it. */
const MOST_COMMANDS = 60;
const MOST_CUES = 20;
const MOST_REFUSED = 5;

/** Search or command: everything the app can do, what it cannot do now and why, and every subtitle of the track shown. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  useFocusBack();
  const [typed, setTyped] = useState('');
  const all = useCommands((state) => state.commands);
  const [commands, refused] = useMemo(() => {
    const listed = [...all.values()].filter((command) => command.hidden !== true);
    const titleOf = (command: Command) => t(command.titleKey);
    const usable = listed.filter((command) => command.isEnabled());
    const refused = listed.filter(
      (command) => !command.isEnabled() && (command.refusal?.() ?? null) !== null,
    );
    return [
      bestMatches(usable, titleOf, typed, MOST_COMMANDS),
      typed.trim() === '' ? [] : bestMatches(refused, titleOf, typed, MOST_REFUSED),
    ];
  }, [all, typed, t]);
  const project = useDocument((state) => state.project);
  const trackId = useSession((state) => state.activeTrackId);
  const cues = useMemo(
    () => textMatches(cuesOfTrack(project, trackId), (cue) => cue.text, typed, MOST_CUES),
    [project, trackId, typed],
  );

  const act = (key: string) => {
    onClose();
    const cue = cues.find((found) => found.id === key);
    if (cue) {
      selectCue(cue.id);
      seek(cue.startMs, 'after');
      return;
    }
    const reason = refused.find(({ id }) => id === key)?.refusal?.() ?? null;
    if (reason !== null) return notify('info', t(reason));
    // The dialog gives the focus back first, so that a command that opens another one finds it free.
    setTimeout(() => runCommand(key));
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="dialog-scrim palette-scrim"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="dialog palette">
        <Dialog className="palette__box" aria-label={t('palette.title')}>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            {/* Escape empties a search field; here it is the way out, whatever was typed. */}
            <SearchField
              className="palette__search"
              aria-label={t('palette.title')}
              autoFocus
              onClear={onClose}
            >
              <Input
                className="palette__input"
                placeholder={t('palette.hint')}
                role="combobox"
                aria-expanded
                aria-haspopup="listbox"
              />
            </SearchField>
            <ListBox
              className="palette__list"
              aria-label={t('palette.results')}
              onAction={(key) => act(String(key))}
              renderEmptyState={() => (
                <p className="palette__nothing">{t('palette.nothing', { typed: typed.trim() })}</p>
              )}
            >
              {commands.length > 0 && (
                <ListBoxSection>
                  <Header className="palette__header">{t('palette.commands')}</Header>
                  {commands.map((command) => (
                    <CommandItem key={command.id} command={command} />
                  ))}
                </ListBoxSection>
              )}
              {refused.length > 0 && (
                <ListBoxSection>
                  <Header className="palette__header">{t('palette.notNow')}</Header>
                  {refused.map((command) => (
                    <RefusedItem key={command.id} command={command} />
                  ))}
                </ListBoxSection>
              )}
              {cues.length > 0 && (
                <ListBoxSection>
                  <Header className="palette__header">{t('palette.cues')}</Header>
                  {cues.map((cue) => (
                    <ListBoxItem key={cue.id} id={cue.id} className="menu__item" textValue={cue.text}>
                      <span className="palette__text" dir="auto">
                        {oneLine(cue.text)}
                      </span>
                      <span className="palette__group numbers">{formatClock(cue.startMs)}</span>
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function CommandItem({ command }: { readonly command: Command }) {
  const t = useMessages();
  const [shortcut] = shortcutsOf(command);
  const title = t(command.titleKey);
  return (
    <ListBoxItem id={command.id} className="menu__item" textValue={title}>
      <span className="palette__text">{title}</span>
      <span className="palette__group">
        {t(`command.group.${command.group}`)}
        {shortcut !== undefined && <Keys shortcut={shortcut} />}
      </span>
    </ListBoxItem>
  );
}

/** A command that does nothing now, and why. */
function RefusedItem({ command }: { readonly command: Command }) {
  const t = useMessages();
  const title = t(command.titleKey);
  const reason = command.refusal?.() ?? null;
  return (
    <ListBoxItem id={command.id} className="menu__item palette__refused" textValue={title}>
      <span className="palette__text">{title}</span>
      {reason !== null && <span className="palette__reason">{t(reason)}</span>}
    </ListBoxItem>
  );
}
