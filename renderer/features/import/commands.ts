import type { Command } from '../../app/commands';
import { firstOf, readOnly } from '../../app/refusals';
import { canEdit } from '../../state/document';
import { openImport } from './import-source';

/** Bringing a transcript in. */
export const importCommands: readonly Command[] = [
  {
    id: 'transcript.import',
    titleKey: 'command.transcript.import',
    shortcut: 'Mod+Alt+I',
    group: 'project',
    isEnabled: () => canEdit(),
    refusal: firstOf(readOnly),
    run: () => openImport(),
  },
];
