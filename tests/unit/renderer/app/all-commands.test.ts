import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatMessage } from '../../../../shared/messages/index';
import { allCommands } from '../../../../renderer/app/all-commands';
import { shortcutsOf } from '../../../../renderer/app/commands';
import { BLANK_PROJECT, NO_MEDIA } from '../../../../renderer/state/blank-project';
import { useDocument } from '../../../../renderer/state/document';
import { useSession } from '../../../../renderer/state/session';

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

  describe('in an open project', () => {
    beforeEach(() => void vi.stubGlobal('window', { getSelection: () => null }));
    afterEach(() => {
      vi.unstubAllGlobals();
      useDocument.setState(useDocument.getInitialState());
      useSession.setState(useSession.getInitialState());
    });

    /** Moves in a list that is empty for all to see, and keys that belong to what is open. */
    const NEED_NO_WORDS = ['cue.next', 'cue.previous', 'cue.selectAll', 'tap.back', 'tap.stop'];

    it.each([
      ['without anything in it', null],
      ['that may only be read', 'it was only asked to be looked at'],
    ])('%s: say why their keys do nothing', (_, readOnly) => {
      useDocument.setState({ session: 's1', project: BLANK_PROJECT, media: NO_MEDIA, readOnly });
      useSession.setState({ screen: 'editor' });
      const silent = allCommands
        .filter((command) => shortcutsOf(command).length > 0 && !command.isEnabled())
        .filter((command) => (command.refusal?.() ?? null) === null)
        .map(({ id }) => id)
        .filter((id) => !NEED_NO_WORDS.includes(id));
      expect(silent).toEqual([]);
    });

    it('tell what is missing first', () => {
      const whyOf = (id: string) => allCommands.find((command) => command.id === id)?.refusal?.();
      useDocument.setState({ session: 's1', project: BLANK_PROJECT, media: NO_MEDIA, readOnly: null });
      expect(whyOf('transcript.align')).toBe('refusal.noTranscript');
      expect(whyOf('check.toggle')).toBe('refusal.noTranscript');
      expect(whyOf('play.toggle')).toBe('refusal.noFootage');
      expect(whyOf('edit.undo')).toBe('refusal.nothingToUndo');
      expect(whyOf('cue.split')).toBe('refusal.noSubtitles');
      useDocument.setState({ readOnly: 'locked' });
      expect(whyOf('transcript.align')).toBe('refusal.readOnly');
      expect(whyOf('edit.undo')).toBe('refusal.readOnly');
      expect(whyOf('play.toggle')).toBe('refusal.noFootage');
    });
  });

  it('have titles that differ', () => {
    const titles = allCommands.map((command) => formatMessage(command.titleKey));
    expect(new Set(titles).size).toBe(titles.length);
  });
});
