/**
 * Keys of other editors, for hands that know them: what differs from the preset Outspoken, by command. As far as a command
 * exists here; from the programs' own defaults (Subtitle Edit 4.0 “Shortcuts”, Aegisub 3.4 `default_hotkey.json`).
 */
import type { KeyChoice } from '../../shared/api/contract';

export type KeyPreset = KeyChoice['preset'];

export const KEY_PRESETS: Readonly<Record<KeyPreset, Readonly<Record<string, readonly string[]>>>> = {
  outspoken: {},
  'subtitle-edit': {
    'cue.insert': ['F9', 'Alt+Insert'],
    'cue.play': ['F10', 'F5', 'R'],
    'cue.setStart': ['F11', 'BracketLeft'],
    'cue.setEnd': ['F12', 'BracketRight'],
    'cue.next': ['Alt+ArrowDown', 'ArrowDown'],
    'cue.previous': ['Alt+ArrowUp', 'ArrowUp'],
    'cue.merge': ['Mod+Shift+M', 'M'],
    'cue.split': ['Mod+Alt+V', 'S'],
    'cue.balance': ['Mod+Alt+B', 'B'],
    'play.mute': [],
    'play.toggleInText': ['Mod+P', 'F4'],
    'operation.shift': ['Mod+Shift+A', 'Shift+T'],
    'operation.hearingImpaired': ['Mod+Shift+H', 'Shift+H'],
  },
  aegisub: {
    'cue.play': ['S', 'R', 'F5'],
    'cue.split': ['Mod+D'],
    'cue.next': ['X', 'ArrowDown', 'Alt+ArrowDown'],
    'cue.previous': ['Z', 'ArrowUp', 'Alt+ArrowUp'],
    'cue.setStart': ['Mod+3', 'BracketLeft'],
    'cue.setEnd': ['Mod+4', 'BracketRight'],
    'timeline.showSelection': [],
    'play.toggleInText': ['Mod+P', 'F4', 'Ctrl+Space'],
    'operation.shift': ['Mod+I', 'Shift+T'],
    'cue.italics': ['I'],
  },
};
