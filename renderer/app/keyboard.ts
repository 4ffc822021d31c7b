/** From key presses to commands. One listener for the whole app; nobody else listens on the window. */
import type { MessageKey } from '../../shared/messages/index';
import { createScope } from '../platform/scope';
import { notify } from '../state/notices';
import { t } from './messages';
import { shortcutsOf, useCommands, type Command } from './commands';
import { isMac, matchesShortcut, parseShortcut, type KeyPress } from './shortcuts';

/**
 * Where the focus is. `text`: keys type there. `control`: keys that controls use (arrows, Space, Enter…) belong to it.
 * `dialog`: a modal has everything. `page`: all keys are the app's.
 */
export type Focus = 'text' | 'control' | 'dialog' | 'page';

const CONTROL_KEYS = new Set([
  'Space',
  'Enter',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Tab',
]);

/** What text fields do themselves with Mod: select, copy, cut, paste, undo, redo, and moves by word and line. */
const TEXT_KEYS = new Set([...'ACXVZYB', 'ArrowLeft', 'ArrowRight', 'Backspace', 'Delete', 'Home', 'End']);

/** Whether a command's shortcut may act while the focus is there. */
export function mayAct(command: Command, shortcut: string, focus: Focus): boolean {
  const { mod, ctrl, alt, key } = parseShortcut(shortcut);
  if (focus === 'dialog') return false;
  if (focus === 'page') return true;
  if (focus === 'text') {
    if (command.inText !== undefined) return command.inText;
    return /^F\d+$/.test(key) || ((mod || ctrl) && !TEXT_KEYS.has(key)) || (alt && key.startsWith('Arrow'));
  }
  return mod || ctrl || alt || !CONTROL_KEYS.has(key);
}

/** The first enabled command that a press calls for, or null. */
export function commandFor(
  commands: Iterable<Command>,
  press: KeyPress,
  focus: Focus,
  mac: boolean,
): Command | null {
  for (const command of calledFor(commands, press, focus, mac)) if (command.isEnabled()) return command;
  return null;
}

/** What the first command that a press calls for says of why it does nothing; null where none has anything to say. */
export function refusalFor(
  commands: Iterable<Command>,
  press: KeyPress,
  focus: Focus,
  mac: boolean,
): MessageKey | null {
  for (const command of calledFor(commands, press, focus, mac)) {
    const reason = command.isEnabled() ? null : (command.refusal?.() ?? null);
    if (reason !== null) return reason;
  }
  return null;
}

function* calledFor(
  commands: Iterable<Command>,
  press: KeyPress,
  focus: Focus,
  mac: boolean,
): Generator<Command, undefined> {
  for (const command of commands)
    if (
      shortcutsOf(command).some(
        (text) => matchesShortcut(parseShortcut(text), press, mac) && mayAct(command, text, focus),
      )
    )
      yield command;
}

const TEXT_FIELDS =
  'textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=range]), [contenteditable=""], [contenteditable=true], [role=textbox], [role=searchbox], [role=combobox]';
const CONTROLS =
  'button, a[href], summary, input, [role=button], [role=link], [role=checkbox], [role=radio], [role=switch], [role=slider], [role=separator], [role=tab], [role=menu], [role=listbox], [role=grid], [role=tree]';

/** Where the focus is, judged from the element that has it. `data-keys="app"` on a view gives the control keys to the app. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu]') || isModalOpen()) return 'dialog';
  if (target.closest(TEXT_FIELDS)) return 'text';
  const control = target.closest(CONTROLS);
  if (!control) return 'page';
  const owner = target.closest('[data-keys=app]');
  return owner && (owner === control || owner.contains(target)) && !isPlainButton(control)
    ? 'page'
    : 'control';
}

function isPlainButton(control: Element): boolean {
  return control.matches('button, a[href], summary, input');
}

function isModalOpen(): boolean {
  return document.querySelector('.dialog-scrim') !== null;
}

function isAppChord(commands: Iterable<Command>, press: KeyPress, mac: boolean): boolean {
  if (!press.ctrlKey && !press.metaKey) return false;
  for (const command of commands)
    for (const text of shortcutsOf(command)) {
      const shortcut = parseShortcut(text);
      if (!TEXT_KEYS.has(shortcut.key) && matchesShortcut(shortcut, press, mac)) return true;
    }
  return false;
}

/** Starts listening; returns what stops it. */
export function followKeyboard(): () => void {
  const scope = createScope();
  const mac = isMac();
  const held = new Map<string, Command>();
  scope.listen(window, 'keydown', (event) => {
    // While an input method composes, keys belong to it.
    if (event.defaultPrevented || event.isComposing) return;
    const commands = [...useCommands.getState().commands.values()];
    const focus = focusOf(event.target);
    // Ctrl+S in a dialog does nothing here, and must not bring up the browser's own dialog either.
    if (focus === 'dialog' && isAppChord(commands, event, mac)) event.preventDefault();
    const command = commandFor(commands, event, focus, mac);
    if (!command) {
      const reason = refusalFor(commands, event, focus, mac);
      if (reason === null) return;
      // The browser's own meaning of the key, e.g. Back, would be worse than nothing.
      event.preventDefault();
      // Said once, however long the key is held.
      if (!event.repeat) notify('info', t(reason));
      return;
    }
    event.preventDefault();
    if (event.repeat && command.repeats !== true) return;
    command.run();
    if (command.release) held.set(event.code, command);
  });
  const letGo = (code: string) => {
    const command = held.get(code);
    held.delete(code);
    command?.release?.();
  };
  scope.listen(window, 'keyup', (event) => letGo(event.code));
  scope.listen(window, 'blur', () => [...held.keys()].forEach(letGo));
  return scope.end;
}
