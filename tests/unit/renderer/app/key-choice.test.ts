import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCommands } from '../../../../renderer/app/all-commands';
import { shortcutsOf, type Command } from '../../../../renderer/app/commands';
import {
  keyConflicts,
  mayBeKey,
  rekeyed,
  shortcutOfPress,
  withKeys,
} from '../../../../renderer/app/key-choice';
import { KEY_PRESETS } from '../../../../renderer/app/key-presets';
import { matchesShortcut, parseShortcut, type KeyPress } from '../../../../renderer/app/shortcuts';
import type { KeyChoice } from '../../../../shared/api/contract';

const commands: ReadonlyMap<string, Command> = new Map(allCommands.map((command) => [command.id, command]));
const keysOf = (choice: KeyChoice, id: string) => {
  const command = withKeys(commands, choice).get(id);
  return command ? shortcutsOf(command) : null;
};
const press = (key: string, code: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

describe('presets', () => {
  it.each(Object.entries(KEY_PRESETS))(
    '%s names commands there are, and gives no key twice',
    (preset, given) => {
      for (const id of Object.keys(given)) expect(commands.has(id), id).toBe(true);
      const choice = { preset, changed: {} } as KeyChoice;
      expect([...keyConflicts(withKeys(commands, choice).values()).keys()]).toEqual([]);
    },
  );
  it('have the keys hands know', () => {
    const subtitleEdit = (id: string) => keysOf({ preset: 'subtitle-edit', changed: {} }, id)?.[0];
    expect(
      ['cue.setStart', 'cue.setEnd', 'cue.insert', 'cue.play', 'play.secondBack', 'finding.next'].map(
        subtitleEdit,
      ),
    ).toEqual(['F11', 'F12', 'Alt+Insert', 'F5', 'ArrowLeft', 'F8']);
    expect(keysOf({ preset: 'aegisub', changed: {} }, 'play.toggle')).toEqual(['B', 'Space']);
    expect(keysOf({ preset: 'aegisub', changed: {} }, 'operation.shift')?.[0]).toBe('Mod+I');
    expect(keysOf({ preset: 'aegisub', changed: {} }, 'cue.split')).toEqual(['Mod+D']);
  });
});

describe('rekeyed', () => {
  const standard: KeyChoice = { preset: 'outspoken', changed: {} };
  it('takes a key from whoever had it', () => {
    const choice = rekeyed(standard, withKeys(commands, standard), 'cue.merge', ['S']);
    expect(keysOf(choice, 'cue.merge')).toEqual(['S']);
    expect(keysOf(choice, 'cue.split')).toEqual(['Mod+D']);
  });
  it('gives the keys of the preset back', () => {
    const choice = rekeyed(standard, withKeys(commands, standard), 'cue.merge', []);
    expect(keysOf(choice, 'cue.merge')).toEqual([]);
    expect(keysOf(rekeyed(choice, withKeys(commands, choice), 'cue.merge', null), 'cue.merge')).toEqual([
      'M',
      'Mod+M',
    ]);
  });
  it('leaves no key on two commands, however often it is done', () => {
    const ids = fc.constantFrom(...commands.keys());
    const key = fc.constantFrom('S', 'M', 'F9', 'Mod+D', 'Shift+T', 'Mod+Alt+K');
    fc.assert(
      fc.property(
        fc.constantFrom('outspoken', 'aegisub', 'subtitle-edit'),
        fc.array(fc.tuple(ids, key), { maxLength: 6 }),
        (preset, changes) => {
          const start: KeyChoice = { preset, changed: {} };
          const end = changes.reduce(
            (choice, [id, wanted]) => rekeyed(choice, withKeys(commands, choice), id, [wanted]),
            start,
          );
          expect([...keyConflicts(withKeys(commands, end).values()).keys()]).toEqual([]);
          const last = changes.at(-1);
          if (last) expect(keysOf(end, last[0])).toEqual([last[1]]);
        },
      ),
      { numRuns: 60 },
    );
  });
  it('shows a conflict that a settings file brings', () => {
    const conflicts = keyConflicts(
      withKeys(commands, {
        preset: 'outspoken',
        changed: { 'cue.split': ['X'], 'cue.merge': ['X'] },
      }).values(),
    );
    expect(conflicts.get('X')).toEqual(['cue.split', 'cue.merge']);
  });
});

describe('shortcutOfPress', () => {
  it.each([
    [press('k', 'KeyK', { ctrlKey: true }), 'Mod+K'],
    [press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+K'],
    [press('л', 'KeyK', { altKey: true }), 'Alt+K'],
    [press('a', 'KeyQ'), 'A'],
    [press('F9', 'F9'), 'F9'],
    [press('?', 'Slash', { shiftKey: true }), 'Shift+Slash'],
    [press(' ', 'Space'), 'Space'],
    [press('!', 'Digit1', { shiftKey: true }), 'Shift+1'],
    [press('Control', 'ControlLeft', { ctrlKey: true }), null],
  ])('%o is %s', (pressed, shortcut) => {
    expect(shortcutOfPress(pressed, false)).toBe(shortcut);
    if (shortcut !== null) expect(matchesShortcut(parseShortcut(shortcut), pressed, false)).toBe(true);
  });
  it('keeps the ways out', () => {
    for (const key of ['Escape', 'Tab', 'Mod+W']) expect(mayBeKey(key)).toBe(false);
    expect(mayBeKey('Mod+Shift+K')).toBe(true);
  });
});
