import { describe, expect, it } from 'vitest';
import {
  displayShortcut,
  matchesShortcut,
  parseShortcut,
  type KeyPress,
} from '../../../../renderer/app/shortcuts';

const press = (key: string, code: string, modifiers = ''): KeyPress => ({
  key,
  code,
  ctrlKey: modifiers.includes('c'),
  metaKey: modifiers.includes('m'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
});

describe('matchesShortcut', () => {
  it.each<[string, KeyPress, boolean, boolean]>([
    ['Mod+S', press('s', 'KeyS', 'c'), false, true],
    ['Mod+S', press('s', 'KeyS', 'm'), true, true],
    ['Mod+S', press('s', 'KeyS', 'm'), false, false],
    ['Mod+S', press('s', 'KeyS', 'c'), true, false],
    ['Mod+S', press('S', 'KeyS', 'cs'), false, false],
    ['Mod+Shift+S', press('S', 'KeyS', 'cs'), false, true],
    ['Mod+S', press('s', 'KeyS', ''), false, false],
    // A Russian layout types another letter with the same key.
    ['Mod+Z', press('я', 'KeyZ', 'c'), false, true],
    // On a German layout Z stands where Y is elsewhere: the letter printed on the key counts.
    ['Mod+Z', press('z', 'KeyY', 'c'), false, true],
    ['Mod+Z', press('y', 'KeyZ', 'c'), false, false],
    ['?', press('?', 'Slash', 's'), false, true],
    // French: ? with Shift on another key.
    ['?', press('?', 'KeyM', 's'), false, true],
    ['?', press('/', 'Slash', ''), false, false],
    ['Space', press(' ', 'Space'), false, true],
    ['Space', press(' ', 'Space', 's'), false, false],
    ['ArrowLeft', press('ArrowLeft', 'ArrowLeft'), false, true],
    ['Alt+1', press('¡', 'Digit1', 'a'), true, true],
    ['F1', press('F1', 'F1'), false, true],
    ['Mod+Comma', press('б', 'Comma', 'c'), false, true],
  ])('%s on %o (mac: %s) is %s', (shortcut, pressed, mac, expected) => {
    expect(matchesShortcut(parseShortcut(shortcut), pressed, mac)).toBe(expected);
  });
});

describe('displayShortcut', () => {
  it.each([
    ['Mod+Shift+S', false, ['Ctrl', 'Shift', 'S']],
    ['Mod+Shift+S', true, ['⌘', '⇧', 'S']],
    ['Alt+ArrowUp', false, ['Alt', '↑']],
    ['Mod+Comma', false, ['Ctrl', ',']],
    ['Space', false, ['Space']],
    ['?', false, ['?']],
    ['Ctrl+A', true, ['⌃', 'A']],
  ])('%s (mac: %s)', (shortcut, mac, expected) => {
    expect(displayShortcut(shortcut, mac)).toEqual(expected);
  });
});
