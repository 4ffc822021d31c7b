import { useMessages } from '../../app/messages';
import { COMMAND_GROUPS, shortcutsOf, useCommands, type Command } from '../../app/commands';
import { showDialog } from '../../state/session';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { Keys } from '../../ui/keys';
import './help.css';

/** Every shortcut there is, by group: what is not listed here does not exist. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const commands = useCommands((state) => state.commands);
  const withKeys = [...commands.values()].filter((command) => shortcutsOf(command).length > 0);
  return (
    <ModalDialog
      title={t('help.title')}
      lead={t('help.lead')}
      size="large"
      onClose={onClose}
      footer={<Button onPress={() => showDialog('keys')}>{t('command.keys.change')}</Button>}
    >
      <div className="help" tabIndex={0} role="group" aria-label={t('help.title')}>
        {COMMAND_GROUPS.map((group) => {
          const own = withKeys.filter((command) => command.group === group);
          return own.length === 0 ? null : (
            <section key={group} className="help__group">
              <h3 className="help__heading">{t(`command.group.${group}`)}</h3>
              <dl className="help__list">
                {own.map((command) => (
                  <Row key={command.id} command={command} />
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </ModalDialog>
  );
}

function Row({ command }: { readonly command: Command }) {
  const t = useMessages();
  return (
    <div className="help__row">
      <dt>{t(command.titleKey)}</dt>
      <dd>
        {shortcutsOf(command).map((shortcut) => (
          <Keys key={shortcut} shortcut={shortcut} />
        ))}
      </dd>
    </div>
  );
}
