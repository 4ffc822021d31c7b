/** Shortcuts as data: parsing, matching against key presses, showing. */
import type { MessageKey } from '../../shared/messages/index';
import { t } from './messages';

/** What is read of a `KeyboardEvent`. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface Shortcut {
  readonly mod: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** A `KeyboardEvent.key` or `code`; `Space` stands for the space bar. */
  readonly key: string;
}

/** Whether this machine calls Mod the Command key. */
export function isMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
}

/** Reads `Mod+Shift+S`. The last part is the key; a plus sign is written `Plus`. */
export function parseShortcut(text: string): Shortcut {
  const parts = text.split('+');
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    mod: has('Mod'),
    ctrl: has('Ctrl'),
    alt: has('Alt'),
    shift: has('Shift'),
    key: parts.at(-1) ?? '',
  };
}

/** Whether a press is this shortcut. */
export function matchesShortcut(shortcut: Shortcut, press: KeyPress, mac: boolean): boolean {
  const ctrl = shortcut.ctrl || (shortcut.mod && !mac);
  const meta = shortcut.mod && mac;
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== shortcut.alt) return false;
  if (!isTypedSign(shortcut.key) && press.shiftKey !== shortcut.shift) return false;
  return matchesKey(shortcut.key, press);
}

/** Signs such as `?` need Shift on some layouts and not on others: the sign itself decides. */
function isTypedSign(key: string): boolean {
  return key.length === 1 && !/[A-Za-z0-9]/.test(key);
}

function matchesKey(key: string, press: KeyPress): boolean {
  if (key === 'Space') return press.code === 'Space' || press.key === ' ';
  if (key === 'Plus') return press.key === '+';
  if (press.key.toUpperCase() === key.toUpperCase() || press.code === key) return true;
  // A Cyrillic or Arabic layout types another letter: there the place on the keyboard decides.
  const typesOtherScript = press.key.length === 1 && press.key.charCodeAt(0) > 0x7f;
  if (/^[A-Za-z]$/.test(key)) return typesOtherScript && press.code === `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return press.code === `Digit${key}`;
  return false;
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  BracketLeft: '[',
  BracketRight: ']',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Backslash: '\\',
  Minus: '−',
  NumpadSubtract: 'Num −',
  Equal: '=',
  Plus: '+',
  Backquote: '`',
  Semicolon: ';',
  Quote: '’',
};

/** The keys of a shortcut as they are printed on this machine's keyboard, modifiers first. */
export function displayShortcut(text: string, mac = isMac()): readonly string[] {
  const { mod, ctrl, alt, shift, key } = parseShortcut(text);
  const keys: string[] = [];
  if (mod) keys.push(mac ? '⌘' : t('key.ctrl'));
  if (ctrl && !(mod && !mac)) keys.push(mac ? '⌃' : t('key.ctrl'));
  if (alt) keys.push(mac ? '⌥' : t('key.alt'));
  if (shift) keys.push(mac ? '⇧' : t('key.shift'));
  keys.push(displayKey(key));
  return keys;
}

function displayKey(key: string): string {
  const named = NAMED[key];
  if (named) return t(named);
  return SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key.replace(/^(Key|Digit)/, ''));
}

const NAMED: Readonly<Record<string, MessageKey>> = {
  Space: 'key.space',
  Enter: 'key.enter',
  Escape: 'key.escape',
  Backspace: 'key.backspace',
  Delete: 'key.delete',
  Tab: 'key.tab',
  Home: 'key.home',
  End: 'key.end',
  PageUp: 'key.pageUp',
  PageDown: 'key.pageDown',
};

/** The form assistive technology reads: `Control+Shift+S`. */
export function ariaShortcut(text: string, mac = isMac()): string {
  const { mod, ctrl, alt, shift, key } = parseShortcut(text);
  const parts: string[] = [];
  if (ctrl || (mod && !mac)) parts.push('Control');
  if (mod && mac) parts.push('Meta');
  if (alt) parts.push('Alt');
  if (shift) parts.push('Shift');
  return [...parts, key].join('+');
}
