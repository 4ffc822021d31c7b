import type { Command } from '../../app/commands';
import { firstOf, noSubtitles, readOnly } from '../../app/refusals';
import { operations } from './operations';
import { openOperation } from './store';

/** A command for each operation: opens its dialog. */
export const operationCommands: readonly Command[] = operations.map((operation) => ({
  id: operation.id,
  titleKey: operation.titleKey,
  shortcut: operation.shortcut,
  group: operation.group,
  isEnabled: () => operation.isEnabled(),
  refusal: firstOf(readOnly, noSubtitles, ...(operation.needs ? [operation.needs] : [])),
  run: () => openOperation(operation),
}));
