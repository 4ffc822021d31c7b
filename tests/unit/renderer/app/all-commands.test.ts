import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../../shared/messages/index';
import { allCommands } from '../../../../renderer/app/all-commands';
import { shortcutsOf } from '../../../../renderer/app/commands';

describe('allCommands', () => {
  it('have names and keys of their own', () => {
    const ids = allCommands.map((command) => command.id);
    expect(new Set(ids).size).toBe(ids.length);
    const shortcuts = allCommands.flatMap(shortcutsOf);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
  });

  it.each([
    'media.open',
    'project.open',
    'project.save',
    'project.saveAs',
    'transcript.import',
    'transcript.align',
    'cues.generate',
    'export.open',
    'edit.undo',
    'edit.redo',
    'palette.open',
    'help.keys',
    'settings.open',
  ])('have %s, which menus and views name', (id) => {
    expect(allCommands.some((command) => command.id === id)).toBe(true);
  });

  it('offer nothing that needs a project while none is open', () => {
    const enabled = allCommands.filter((command) => command.isEnabled()).map((command) => command.id);
    expect(enabled).toContain('media.open');
    expect(enabled).not.toContain('project.save');
    expect(enabled).not.toContain('transcript.align');
    expect(enabled).not.toContain('export.open');
    expect(enabled).not.toContain('edit.undo');
  });

  it('never use keys that browsers keep for themselves', () => {
    const kept = ['Mod+N', 'Mod+T', 'Mod+W', 'Mod+Shift+N', 'Mod+Shift+T', 'Mod+Shift+W'];
    for (const shortcut of allCommands.flatMap(shortcutsOf)) expect(kept).not.toContain(shortcut);
  });

  it('have titles that differ', () => {
    const titles = allCommands.map((command) => formatMessage(command.titleKey));
    expect(new Set(titles).size).toBe(titles.length);
  });
});
