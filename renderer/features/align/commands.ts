import type { Command } from '../../app/commands';
import {
  because,
  firstOf,
  noFootage,
  noTranscript,
  noWordTimes,
  otherwise,
  readOnly,
} from '../../app/refusals';
import type { Word } from '../../../shared/domain/transcript';
import { pinWords } from '../../../shared/edits/word-marks';
import { isAligning } from '../../state/align-draft';
import { canEdit, run, useDocument } from '../../state/document';
import { attempt } from '../../state/notices';
import { timedWords } from '../../state/selectors';
import { showDialog } from '../../state/session';
import { alignAgain, alignTranscript } from './align';
import { chooseProjectMedia } from './choose-media';
import { makeCues } from './make-cues';
import { movedCues } from './moved-cues';
import { currentParagraph, selectedWords } from './selected-words';

/** Whether anything can be aligned now. */
export function canAlign(): boolean {
  const { media, project } = useDocument.getState();
  return canEdit() && !isAligning() && media.state === 'ok' && project.paragraphs.length > 0;
}

function alignRange(words: readonly Word[] | null): void {
  const [first, last] = [words?.at(0), words?.at(-1)];
  if (first && last) attempt(() => alignAgain({ from: first.id, to: last.id }));
}

/** Pins the selected words, or lets them move again where all of them are pinned. */
function pinSelection(): void {
  const timed = (selectedWords() ?? []).filter(({ startMs }) => startMs !== null);
  const on = timed.some(({ pinned }) => pinned !== true);
  run(pinWords, { ids: timed.map(({ id }) => id), on });
}

const cannotAlign = [readOnly, noTranscript, noFootage, because('refusal.aligning', isAligning)];

/** From footage and transcript to timed cues. */
export const alignCommands: readonly Command[] = [
  {
    id: 'media.choose',
    titleKey: 'command.media.choose',
    shortcut: null,
    group: 'project',
    isEnabled: () => canEdit(),
    run: () => attempt(chooseProjectMedia),
  },
  {
    id: 'transcript.align',
    titleKey: 'command.transcript.align',
    shortcut: 'Mod+Shift+L',
    group: 'project',
    isEnabled: canAlign,
    refusal: firstOf(...cannotAlign),
    run: () => attempt(alignTranscript),
  },
  {
    id: 'align.selection',
    titleKey: 'align.command.selection',
    shortcut: 'Shift+L',
    group: 'timeline',
    isEnabled: () => canAlign() && selectedWords() !== null,
    refusal: firstOf(...cannotAlign, otherwise('refusal.noWordsSelected')),
    run: () => alignRange(selectedWords()),
  },
  {
    id: 'align.paragraph',
    titleKey: 'align.command.paragraph',
    shortcut: null,
    group: 'timeline',
    isEnabled: () => canAlign() && currentParagraph() !== null,
    run: () => alignRange(currentParagraph()?.words ?? null),
  },
  {
    id: 'align.pinSelection',
    titleKey: 'align.command.pin',
    shortcut: 'Shift+P',
    group: 'timeline',
    isEnabled: () => canEdit() && selectedWords() !== null,
    refusal: firstOf(readOnly, noWordTimes, otherwise('refusal.noWordsSelected')),
    run: pinSelection,
  },
  {
    id: 'align.takeWordTimes',
    titleKey: 'align.command.moved',
    shortcut: null,
    group: 'cues',
    isEnabled: () => movedCues().length > 0,
    run: () => showDialog('moved-cues'),
  },
  {
    id: 'cues.generate',
    titleKey: 'command.cues.generate',
    shortcut: 'Mod+Shift+G',
    group: 'cues',
    isEnabled: () => canEdit() && timedWords(useDocument.getState().project).length > 0,
    refusal: firstOf(readOnly, noTranscript, noWordTimes),
    run: makeCues,
  },
];
