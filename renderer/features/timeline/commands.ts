import type { Command } from '../../app/commands';
import { firstOf, noFootage, otherwise, readOnly } from '../../app/refusals';
import { addShot, removeShot } from '../../../shared/edits/shots';
import { shotNear } from '../../../shared/shots/shots';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { canEdit, run, useDocument } from '../../state/document';
import { useShots } from '../../state/findings';
import { edgeAt } from '../../state/frames';
import { attempt, notify } from '../../state/notices';
import { usePlayback } from '../../state/playback';
import { findShots } from '../../state/shots';
import { setLayout, useSession } from '../../state/session';
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

/** A shot change so near to the playhead (ms) is the one meant: less than two pictures. */
const MEANT_MS = 50;

/** Adds a shot change at the playhead, or takes the one there away. */
function toggleShot(): void {
  const atMs = edgeAt(usePlayback.getState().playheadMs);
  const there = shotNear(useShots.getState().shotsMs ?? [], atMs, MEANT_MS);
  if (there === null) run(addShot, { atMs });
  else run(removeShot, { atMs: there });
  announce(t(there === null ? 'timeline.shotAdded' : 'timeline.shotRemoved'));
}

async function lookForShots(): Promise<void> {
  await findShots();
  notify('success', t('timeline.shotsFound', { count: useShots.getState().shotsMs?.length ?? 0 }));
}

const shotCommands: readonly Command[] = [
  {
    id: 'shots.find',
    titleKey: 'timeline.command.findShots',
    shortcut: null,
    group: 'timeline',
    isEnabled: () => isShown() && Boolean(useDocument.getState().media.info?.video),
    run: () => attempt(lookForShots),
  },
  {
    id: 'shots.toggle',
    titleKey: 'timeline.command.toggleShot',
    shortcut: 'Shift+K',
    group: 'timeline',
    isEnabled: () => isShown() && canEdit(),
    refusal: firstOf(readOnly),
    run: toggleShot,
  },
];

/** Counts pictures on the ruler, or time again. */
function toggleRuler(): void {
  setLayout(
    'timeline.ruler',
    useSession.getState().layout['timeline.ruler'] === 'frames' ? 'time' : 'frames',
  );
}

/** Shows the spectrogram under the waveform, or hides it; remembered. */
function toggleSpectrogram(): void {
  setLayout('timeline.spectrogram', useSession.getState().layout['timeline.spectrogram'] !== true);
}

/** Zooming and scrolling from the keyboard, and shot changes. */
export const timelineCommands: readonly Command[] = [
  command('timeline.zoomIn', 'timeline.command.zoomIn', ['Plus', 'Shift+Plus', 'Equal'], () => zoom(STEP)),
  command('timeline.zoomOut', 'timeline.command.zoomOut', ['Minus', 'NumpadSubtract'], () => zoom(1 / STEP)),
  command('timeline.showAll', 'timeline.command.showAll', 'Shift+Z', showAll),
  command('timeline.showSelection', 'timeline.command.showSelection', 'Z', showSelection),
  command('timeline.later', 'timeline.command.later', 'Shift+PageDown', page(1)),
  command('timeline.earlier', 'timeline.command.earlier', 'Shift+PageUp', page(-1)),
  {
    id: 'timeline.ruler',
    titleKey: 'timeline.command.ruler',
    shortcut: null,
    group: 'timeline',
    isEnabled: isShown,
    run: toggleRuler,
  },
  {
    id: 'timeline.spectrogram',
    titleKey: 'timeline.command.spectrogram',
    shortcut: 'Shift+Q',
    group: 'timeline',
    isEnabled: () => isShown() && Boolean(useDocument.getState().media.info?.audio),
    refusal: firstOf(noFootage, otherwise('refusal.noSound')),
    run: toggleSpectrogram,
  },
  ...shotCommands,
];
