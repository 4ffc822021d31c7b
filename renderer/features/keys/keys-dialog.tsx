import { useMemo, useState } from 'react';
import type { KeyChoice } from '../../../shared/api/contract';
import { COMMAND_GROUPS, shortcutsOf, useCommands, type Command } from '../../app/commands';
import { keyConflicts, rekeyed } from '../../app/key-choice';
import { useMessages } from '../../app/messages';
import { displayShortcut } from '../../app/shortcuts';
import { changeSettings, useSettings } from '../../state/settings';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { ChoiceCards, TextInput } from '../../ui/field';
import { KeyRow } from './key-row';
import './keys-dialog.css';

const PRESETS: readonly KeyChoice['preset'][] = ['outspoken', 'subtitle-edit', 'aegisub'];

/** Every command with its keys, to be changed one by one or by a preset. Everything takes effect at once. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const keys = useSettings((state) => state.keys);
  const commands = useCommands((state) => state.commands);
  const conflicts = useMemo(() => keyConflicts(commands.values()), [commands]);
  const [typed, setTyped] = useState('');
  const save = (next: KeyChoice) => void changeSettings({ keys: next });
  const isShown = (command: Command) => matches(command, t(command.titleKey), typed);
  const rivalsOf = (command: Command) =>
    shortcutsOf(command)
      .flatMap((key) => conflicts.get(key) ?? [])
      .flatMap((id) => (id === command.id ? [] : (commands.get(id) ?? [])))
      .map(({ titleKey }) => t(titleKey));

  return (
    <ModalDialog
      title={t('keys.title')}
      lead={t('keys.lead')}
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button
            isDisabled={Object.keys(keys.changed).length === 0}
            onPress={() => save({ ...keys, changed: {} })}
          >
            {t('keys.resetAll')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('app.done')}
          </Button>
        </>
      }
    >
      <ChoiceCards
        label={t('keys.preset')}
        value={keys.preset}
        options={PRESETS.map((value) => ({ value, label: t(`keys.preset.${value}`) }))}
        onChange={(preset) => save({ ...keys, preset })}
      />
      <div className="key-list__search">
        <TextInput label={t('keys.search')} value={typed} onChange={setTyped} />
      </div>
      {conflicts.size > 0 && (
        <p className="key-list__conflicts">{t('keys.conflicts', { count: conflicts.size })}</p>
      )}
      {COMMAND_GROUPS.map((group) => {
        const own = [...commands.values()].filter((command) => command.group === group && isShown(command));
        return own.length === 0 ? null : (
          <section key={group}>
            <h3 className="key-list__heading">{t(`command.group.${group}`)}</h3>
            <ul className="key-list">
              {own.map((command) => (
                <KeyRow
                  key={command.id}
                  command={command}
                  rivals={rivalsOf(command)}
                  isChanged={command.id in keys.changed}
                  ownerOf={(key) => ownerOf(key, command.id, commands)}
                  onChange={(next) => save(rekeyed(keys, commands, command.id, next))}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </ModalDialog>
  );
}

function ownerOf(key: string, except: string, commands: ReadonlyMap<string, Command>): Command | null {
  for (const command of commands.values())
    if (command.id !== except && shortcutsOf(command).includes(key)) return command;
  return null;
}

/** By the words of its title, or by its keys as they are shown: `ctrl d`. */
function matches(command: Command, title: string, typed: string): boolean {
  const wanted = typed
    .trim()
    .toLowerCase()
    .split(/[\s+]+/u);
  const keys = shortcutsOf(command).map((key) => displayShortcut(key).join(' ').toLowerCase());
  const text = title.toLowerCase();
  return (
    wanted.every((word) => text.includes(word)) ||
    keys.some((key) => wanted.every((word) => key.split(' ').includes(word)))
  );
}
