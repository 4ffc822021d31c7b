import type { Command } from '../../app/commands';
import { firstOf, otherwise, readOnly } from '../../app/refusals';
import { canEdit, useDocument } from '../../state/document';
import { holdTap, releaseTap, takeBack, toggleTap, useTap } from './tap';

const isOn = () => useTap.getState().queue !== null;
const hasLines = () => {
  const { cues, paragraphs } = useDocument.getState().project;
  return canEdit() && cues.length + paragraphs.length > 0;
};

/** Timing by hand while the film plays. */
export const tapCommands: readonly Command[] = [
  {
    id: 'tap.start',
    titleKey: 'tap.start',
    shortcut: ['Y', 'F9'],
    group: 'timing',
    isEnabled: hasLines,
    refusal: firstOf(readOnly, otherwise('refusal.noSubtitles')),
    run: toggleTap,
  },
  {
    id: 'tap.hold',
    titleKey: 'tap.hold',
    shortcut: ['X', 'F8'],
    group: 'timing',
    hidden: true,
    isEnabled: isOn,
    refusal: firstOf(readOnly, otherwise('refusal.notTapping')),
    run: holdTap,
    release: releaseTap,
  },
  {
    id: 'tap.back',
    titleKey: 'tap.back',
    shortcut: 'Backspace',
    group: 'timing',
    hidden: true,
    isEnabled: isOn,
    run: takeBack,
  },
  {
    id: 'tap.stop',
    titleKey: 'tap.command.stop',
    shortcut: 'Escape',
    group: 'timing',
    hidden: true,
    isEnabled: isOn,
    run: toggleTap,
  },
];
