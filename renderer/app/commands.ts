/** The one list of everything the app can do: palette, keyboard, help and menus all read it. */
import { create } from 'zustand';
import type { KeyChoice } from '../../shared/api/contract';
import type { MessageKey } from '../../shared/messages/index';

import { withKeys } from './key-choice';

/** Order in which groups are listed in the help and the palette. */
export const COMMAND_GROUPS = [
  'project',
  'edit',
  'playback',
  'cues',
  'timing',
  'text',
  'translation',
  'check',
  'timeline',
  'view',
  'help',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface Command {
  /** Stable name, e.g. `cue.split`; the system's menu uses it too. */
  readonly id: string;
  readonly titleKey: MessageKey;
  /**
   * E.g. `Mod+Shift+S`, `Space`, `ArrowLeft`, `F2`, `?`, `BracketLeft`: modifiers, then a `KeyboardEvent.key` or `code`.
   * Mod is Ctrl, or Command on a Mac. Null: only from palette and menu. Several: the first one is shown.
   */
  readonly shortcut: string | readonly string[] | null;
  readonly group: CommandGroup;
  /** True: the shortcut also works while a text field has the focus. Default: only with Mod or a function key, and never the keys that text fields use. */
  readonly inText?: boolean;
  /** Left out of the palette (e.g. “next cue”, senseless from there). */
  readonly hidden?: boolean;
  /** Runs again and again while the key is held (stepping through frames); the others run once a press. */
  readonly repeats?: boolean;
  isEnabled(): boolean;
  /** Why its key does nothing now, told to whoever presses it; null where that needs no words. */
  refusal?(): MessageKey | null;
  run(): void;
  /** Called when the key that ran it is let go, or the window loses the keyboard. */
  release?(): void;
}

/** Makes the commands of one group, in a line each. */
export function commandsIn(group: CommandGroup) {
  return (
    id: string,
    titleKey: MessageKey,
    shortcut: Command['shortcut'],
    isEnabled: () => boolean,
    run: () => void,
    more: Partial<Command> = {},
  ): Command => ({ id, titleKey, shortcut, group, isEnabled, run, ...more });
}

/** As declared: with the keys of the preset Outspoken. */
let declared: ReadonlyMap<string, Command> = new Map();
let choice: KeyChoice = { preset: 'outspoken', changed: {} };

/** Every command with the keys it has now. */
export const useCommands = create<{ readonly commands: ReadonlyMap<string, Command> }>()(() => ({
  commands: new Map(),
}));

/** Adds commands; returns what takes them out again (return it from an effect). A later one replaces an earlier of the same id. */
export function registerCommands(commands: readonly Command[]): () => void {
  const next = new Map(declared);
  for (const command of commands) next.set(command.id, command);
  declare(next);
  return () => {
    const rest = new Map(declared);
    for (const command of commands) if (rest.get(command.id) === command) rest.delete(command.id);
    declare(rest);
  };
}

function declare(commands: ReadonlyMap<string, Command>): void {
  declared = commands;
  useCommands.setState({ commands: withKeys(declared, choice) });
}

/** Gives every command the keys that the person chose. */
export function chooseKeys(next: KeyChoice): void {
  if (next === choice) return;
  choice = next;
  declare(declared);
}

/** Runs a command by name if it is there and enabled; returns whether it ran. */
export function runCommand(id: string): boolean {
  const command = useCommands.getState().commands.get(id);
  if (!command?.isEnabled()) return false;
  command.run();
  return true;
}

/** A command's shortcuts, the shown one first. */
export function shortcutsOf(command: Command): readonly string[] {
  if (command.shortcut === null) return [];
  return typeof command.shortcut === 'string' ? [command.shortcut] : command.shortcut;
}
