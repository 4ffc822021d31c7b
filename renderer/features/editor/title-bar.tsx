import { ChevronDown, Plus } from 'lucide-react';
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { runCommand, shortcutsOf, useCommands, type Command } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { canEdit, useDocument } from '../../state/document';
import { sourceTrack } from '../../state/selectors';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { TrackTabs } from './track-tabs';

/** What the project's menu offers, in groups. */
const MENU = [
  ['media.open', 'project.open', 'project.save', 'project.saveAs', 'project.details'],
  [
    'transcript.import',
    'transcript.align',
    'cues.generate',
    'translation.add',
    'translation.place',
    'media.choose',
  ],
  ['review.packet', 'review.merge', 'versions.show'],
  ['export.open'],
  ['settings.open', 'help.keys', 'project.close'],
] as const;

/** Project menu and tracks at the start, search and export at the end. */
export function TitleBar() {
  const t = useMessages();
  return (
    <header className="title-bar">
      <ProjectMenu />
      <TrackTabs />
      <AddLanguageButton />
      <div className="title-bar__end">
        <SearchButton />
        <Button variant="primary" size="small" onPress={() => runCommand('export.open')}>
          {t('editor.export')}
        </Button>
      </div>
    </header>
  );
}

function ProjectMenu() {
  const t = useMessages();
  const title = useDocument((state) => state.project.meta.title);
  return (
    <MenuTrigger>
      <AriaButton className="title-bar__project">
        <h1 className="title-bar__title" dir="auto">
          {title === '' ? t('app.untitled') : title}
        </h1>
        <ChevronDown size={14} aria-hidden />
        <span className="visually-hidden">{t('editor.projectMenu')}</span>
      </AriaButton>
      <Popover className="popover" placement="bottom start">
        <CommandMenu />
      </Popover>
    </MenuTrigger>
  );
}

/** A part of its own, made each time the menu opens: what is enabled is asked then. */
function CommandMenu() {
  const commands = useCommands((state) => state.commands);
  const groups = MENU.map((ids) => ids.flatMap((id) => commands.get(id) ?? []));
  return (
    <Menu
      className="menu"
      disabledKeys={groups.flat().flatMap((command) => (command.isEnabled() ? [] : [command.id]))}
      onAction={(id) => {
        // After the menu has given the focus back.
        setTimeout(() => runCommand(String(id)));
      }}
    >
      {groups.flatMap((group, index) => [
        ...(index > 0 ? [<Separator key={`line-${group[0]?.id ?? ''}`} className="menu__separator" />] : []),
        ...group.map((command) => <CommandItem key={command.id} command={command} />),
      ])}
    </Menu>
  );
}

function CommandItem({ command }: { readonly command: Command }) {
  const t = useMessages();
  const [shortcut] = shortcutsOf(command);
  const title = t(command.titleKey);
  return (
    <MenuItem id={command.id} textValue={title} className="menu__item">
      <span>{title}</span>
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </MenuItem>
  );
}

function AddLanguageButton() {
  const t = useMessages();
  const isPossible = useDocument((state) => canEdit(state) && sourceTrack(state.project) !== null);
  if (!isPossible) return null;
  return (
    <Button
      variant="quiet"
      size="small"
      aria-label={t('translation.addShort')}
      onPress={() => runCommand('translation.add')}
    >
      <Plus size={14} aria-hidden />
    </Button>
  );
}

function SearchButton() {
  const t = useMessages();
  const command = useCommands((state) => state.commands.get('palette.open'));
  const shortcut = command && shortcutsOf(command)[0];
  return (
    <AriaButton className="title-bar__search" onPress={() => runCommand('palette.open')}>
      <span className="title-bar__search-text">{t('editor.search')}</span>
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </AriaButton>
  );
}
