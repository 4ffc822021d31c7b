/**
 * Keys of other editors, for hands that know them: what differs from the preset Outspoken, by command, as far as a command exists
 * here. The first key is theirs; those behind it are ours that theirs leave free.
 * - Subtitle Edit 5: SubtitleEdit/subtitleedit `docs/reference/keyboard-shortcuts.md` at 11fe29c8, read 2026-11-28.
 * - Aegisub: TypesettingTools/Aegisub `src/libresrc/default_hotkey.json` at 0b8586e9, read 2026-11-28; its `duplicate/shift` has
 *   since been named `split/before`. Its keys depend on where the focus is; ours are those of the audio box, then the default.
 */
import type { KeyChoice } from '../../shared/api/contract';

export type KeyPreset = KeyChoice['preset'];

export const KEY_PRESETS: Readonly<Record<KeyPreset, Readonly<Record<string, readonly string[]>>>> = {
  outspoken: {},
  'subtitle-edit': {
    'cue.insert': ['Alt+Insert', 'Insert', 'N'],
    'cue.play': ['F5', 'R'],
    'cue.setStart': ['F11', 'BracketLeft', 'Mod+BracketLeft'],
    'cue.setEnd': ['F12', 'BracketRight', 'Mod+BracketRight'],
    'cue.next': ['Alt+ArrowDown', 'ArrowDown'],
    'cue.previous': ['Alt+ArrowUp', 'ArrowUp'],
    'cue.merge': ['Mod+Shift+M', 'M'],
    'cue.split': ['Mod+Alt+V', 'S'],
    'cue.balance': ['Mod+Alt+B', 'B'],
    'cue.extendToNext': ['Mod+Shift+E', 'Shift+BracketRight'],
    'cue.extendToPrevious': ['Alt+Shift+E', 'Shift+BracketLeft'],
    'finding.next': ['F8', 'F7'],
    'finding.previous': ['Shift+F8', 'Shift+F7'],
    'spelling.open': ['Alt+F7', 'Mod+Semicolon'],
    'play.secondBack': ['ArrowLeft', 'Shift+ArrowLeft'],
    'play.secondForward': ['ArrowRight', 'Shift+ArrowRight'],
    'play.frameBack': ['Comma'],
    'play.frameForward': ['Period'],
    'play.stop': ['Mod+Alt+P', 'K'],
    'play.full': ['Alt+Enter'],
    'tap.hold': ['X'],
    'operation.shift': ['Mod+Shift+A', 'Shift+T'],
    'operation.case': ['Mod+Shift+C', 'Shift+C'],
    'operation.hearingImpaired': ['Mod+Shift+H', 'Shift+H'],
  },
  aegisub: {
    'cue.play': ['S', 'R', 'F5'],
    'cue.split': ['Mod+D'],
    'cue.next': ['X', 'ArrowDown', 'Alt+ArrowDown'],
    'cue.previous': ['Z', 'ArrowUp', 'Alt+ArrowUp'],
    'cue.setStart': ['Mod+3', 'BracketLeft'],
    'cue.setEnd': ['Mod+4', 'BracketRight'],
    'cue.remove': ['Mod+Delete', 'Delete'],
    'cue.edit': ['Enter', 'G'],
    'play.toggle': ['B', 'Space'],
    'play.toggleInText': ['Mod+P', 'F4', 'Ctrl+Space'],
    'play.stop': ['H', 'K'],
    'play.shotBack': ['Shift+ArrowLeft', 'Mod+Shift+ArrowLeft'],
    'play.shotForward': ['Shift+ArrowRight', 'Mod+Shift+ArrowRight'],
    'play.secondBack': [],
    'play.secondForward': [],
    'tap.hold': ['F8'],
    'operation.shift': ['Mod+I', 'Shift+T'],
    'operation.snap': ['Mod+5', 'Shift+N'],
    'timeline.showSelection': [],
    'cue.italics': ['I'],
    'project.save': ['Mod+S', 'F2'],
  },
};
