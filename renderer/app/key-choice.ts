/** Which keys which command has, and what a pressed key is called. Pure. */
import type { KeyChoice } from '../../shared/api/contract';
import type { Command } from './commands';
import { KEY_PRESETS } from './key-presets';
import { parseShortcut, type KeyPress } from './shortcuts';

const listOf = (shortcut: Command['shortcut']): readonly string[] =>
  shortcut === null ? [] : typeof shortcut === 'string' ? [shortcut] : shortcut;

/**
 * Commands with the keys of a choice. A key that the person gave to a command is taken from all others, then one that the
 * preset gives; so nobody ends up with two commands on a key they never chose.
 */
export function withKeys(
  commands: ReadonlyMap<string, Command>,
  { preset, changed }: KeyChoice,
): ReadonlyMap<string, Command> {
  const given = KEY_PRESETS[preset];
  const taken = new Map<string, string>();
  const take = (id: string, keys: readonly string[]) => {
    if (commands.has(id)) for (const key of keys) if (!taken.has(key)) taken.set(key, id);
  };
  for (const [id, keys] of Object.entries(changed)) take(id, keys);
  for (const [id, keys] of Object.entries(given)) if (!(id in changed)) take(id, keys);
  return new Map(
    [...commands].map(([id, command]) => {
      const wanted = changed[id] ?? given[id] ?? listOf(command.shortcut);
      const keys = wanted.filter((key) => id in changed || (taken.get(key) ?? id) === id);
      return [id, { ...command, shortcut: keys }];
    }),
  );
}

/** For each key that several commands have: their ids, the one that wins first. */
export function keyConflicts(commands: Iterable<Command>): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { id, shortcut } of commands)
    for (const key of listOf(shortcut)) owners.set(key, [...(owners.get(key) ?? []), id]);
  return new Map([...owners].filter(([, ids]) => ids.length > 1));
}

const MODIFIERS = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process']);

/** How a shortcut is written, from the keys pressed; null while only modifiers are. */
export function shortcutOfPress(press: KeyPress, mac: boolean): string | null {
  if (MODIFIERS.has(press.key)) return null;
  const parts: string[] = [];
  if (mac ? press.metaKey : press.ctrlKey) parts.push('Mod');
  if (mac && press.ctrlKey) parts.push('Ctrl');
  if (press.altKey) parts.push('Alt');
  if (press.shiftKey) parts.push('Shift');
  return [...parts, keyOfPress(press)].join('+');
}

function keyOfPress({ key, code }: KeyPress): string {
  if (code === 'Space') return 'Space';
  if (/^[A-Za-z]$/.test(key)) return key.toUpperCase();
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code);
  if (place?.[1] !== undefined) return place[1];
  return key.length > 1 ? key : code;
}

/** Keys that a browser or the way out of a dialog keeps for itself. */
const KEPT = new Set([
  'Escape',
  'Tab',
  'Shift+Tab',
  'Mod+N',
  'Mod+T',
  'Mod+W',
  'Mod+Shift+N',
  'Mod+Shift+T',
  'Mod+Shift+W',
]);

/** Whether a command may have this key at all. */
export function mayBeKey(shortcut: string): boolean {
  return !KEPT.has(shortcut) && parseShortcut(shortcut).key !== '';
}

/** A choice with other keys for one command; `null`: as the preset has it. A key given here is taken from whoever had it. */
export function rekeyed(
  choice: KeyChoice,
  commands: ReadonlyMap<string, Command>,
  id: string,
  keys: readonly string[] | null,
): KeyChoice {
  const changed: Record<string, string[]> = Object.fromEntries(
    Object.entries(choice.changed).filter(([other]) => other !== id),
  );
  if (keys === null) return { ...choice, changed };
  for (const [other, command] of commands) {
    const own = listOf(command.shortcut);
    if (other !== id && own.some((key) => keys.includes(key)))
      changed[other] = own.filter((key) => !keys.includes(key));
  }
  changed[id] = [...keys];
  return { ...choice, changed };
}
