import type { Command } from '../../app/commands';
import { useSession } from '../../state/session';
import { scroll, showAll, showSelection, useTimelineView, zoom } from './view-store';

const STEP = 1.5;
/** Share of the width that a scroll command moves by: one word stays in view to find the place again. */
const PAGE = 0.8;

const isShown = () => useSession.getState().screen === 'editor';
const page = (direction: 1 | -1) => () => scroll(direction * PAGE * useTimelineView.getState().view.widthPx);

const command = (
  id: string,
  titleKey: Command['titleKey'],
  shortcut: Command['shortcut'],
  run: () => void,
): Command => ({ id, titleKey, shortcut, group: 'timeline', isEnabled: isShown, run, repeats: true });

/** Zooming and scrolling from the keyboard. */
export const timelineCommands: readonly Command[] = [
  command('timeline.zoomIn', 'timeline.command.zoomIn', ['Plus', 'Shift+Plus', 'Equal'], () => zoom(STEP)),
  command('timeline.zoomOut', 'timeline.command.zoomOut', ['Minus', 'NumpadSubtract'], () => zoom(1 / STEP)),
  command('timeline.showAll', 'timeline.command.showAll', 'Shift+Z', showAll),
  command('timeline.showSelection', 'timeline.command.showSelection', 'Z', showSelection),
  command('timeline.later', 'timeline.command.later', 'Shift+PageDown', page(1)),
  command('timeline.earlier', 'timeline.command.earlier', 'Shift+PageUp', page(-1)),
];
