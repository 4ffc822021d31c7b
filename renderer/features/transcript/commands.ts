import type { Command } from '../../app/commands';
import { firstOf, noTranscript, noWordTimes, otherwise, readOnly } from '../../app/refusals';
import { canEdit, useDocument } from '../../state/document';
import { summarise } from './model';
import { editParagraphAtPlayhead, showNextWord } from './places';

const words = () => useDocument.getState().project.paragraphs;

/** Working on the transcript from the keyboard. */
export const transcriptCommands: readonly Command[] = [
  {
    id: 'transcript.editParagraph',
    titleKey: 'words.command.edit',
    shortcut: 'E',
    group: 'edit',
    isEnabled: () => canEdit() && words().length > 0,
    refusal: firstOf(readOnly, noTranscript),
    run: editParagraphAtPlayhead,
  },
  {
    id: 'transcript.nextUnplaced',
    titleKey: 'words.command.nextUnplaced',
    shortcut: 'U',
    group: 'edit',
    isEnabled: () => summarise(words()).unplaced > 0,
    refusal: firstOf(noTranscript, noWordTimes, otherwise('refusal.allPlaced')),
    run: () => showNextWord('unplaced'),
  },
];
