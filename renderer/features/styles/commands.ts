import { weightOf } from '../../../shared/style/fonts';
import { stylePresets, type StylePreset } from '../../../shared/style/presets';
import type { Command } from '../../app/commands';
import { canEdit } from '../../state/document';
import { attempt } from '../../state/notices';
import { useSession } from '../../state/session';
import {
  canDelete,
  changeStyle,
  deleteStyle,
  newStyle,
  nextStyle,
  resizeLetters,
  shown,
  togglePanel,
  usePreset,
} from './actions';
import { addFont } from './fonts';

const isStyled = () => canEdit() && shown() !== null;

const command = (
  id: string,
  titleKey: Command['titleKey'],
  run: () => void,
  more: Partial<Command> = {},
): Command => ({ id, titleKey, shortcut: null, group: 'view', isEnabled: isStyled, run, ...more });

/** Bold where it is not, regular where it is. */
function otherWeight() {
  const now = shown();
  return { bold: !now || weightOf(now.style) < 600, weight: undefined };
}

const PRESET_TITLES: Readonly<Record<StylePreset['id'], Command['titleKey']>> = {
  streaming: 'styles.command.presetStreaming',
  broadcast: 'styles.command.presetBroadcast',
  vertical: 'styles.command.presetVertical',
  contrast: 'styles.command.presetContrast',
};

/** How subtitles look, from the keyboard and the palette. */
export const styleCommands: readonly Command[] = [
  command('view.styles', 'styles.command.show', togglePanel, {
    shortcut: 'Alt+5',
    isEnabled: () => useSession.getState().screen === 'editor',
  }),
  command('style.addFont', 'styles.command.addFont', () => attempt(addFont)),
  command('style.next', 'styles.command.next', nextStyle),
  command('style.new', 'styles.command.new', newStyle),
  command('style.remove', 'styles.command.remove', deleteStyle, {
    isEnabled: () => isStyled() && canDelete(),
  }),
  command('style.bold', 'styles.command.bold', () => changeStyle(otherWeight())),
  command('style.box', 'styles.command.box', () => changeStyle({ box: shown()?.style.box !== true })),
  command('style.larger', 'styles.command.larger', () => resizeLetters(1)),
  command('style.smaller', 'styles.command.smaller', () => resizeLetters(-1)),
  ...stylePresets.map((preset) =>
    command(`style.preset.${preset.id}`, PRESET_TITLES[preset.id], () => usePreset(preset)),
  ),
];
