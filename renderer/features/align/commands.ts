import type { Command } from '../../app/commands';
import { canEdit, useDocument } from '../../state/document';
import { isActive, useJobs } from '../../state/jobs';
import { attempt } from '../../state/notices';
import { timedWords } from '../../state/selectors';
import { alignTranscript } from './align';
import { chooseProjectMedia } from './choose-media';
import { makeCues } from './make-cues';

function isAligning(): boolean {
  return [...useJobs.getState().jobs.values()].some((job) => job.kind === 'align' && isActive(job));
}

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
    isEnabled: () =>
      canEdit() &&
      !isAligning() &&
      useDocument.getState().media.state === 'ok' &&
      useDocument.getState().project.paragraphs.length > 0,
    run: () => attempt(alignTranscript),
  },
  {
    id: 'cues.generate',
    titleKey: 'command.cues.generate',
    shortcut: 'Mod+Shift+G',
    group: 'cues',
    isEnabled: () => canEdit() && timedWords(useDocument.getState().project).length > 0,
    run: makeCues,
  },
];
