import { canFix } from '../../../shared/checks/fixes/plan';
import type { Command } from '../../app/commands';
import { canEdit } from '../../state/document';
import { useSession } from '../../state/session';
import { currentFinding, currentRule, goToNext, listedFindings, proposeFix, togglePanel } from './actions';

const command = (
  id: string,
  titleKey: Command['titleKey'],
  shortcut: Command['shortcut'],
  isEnabled: () => boolean,
  run: () => void,
  more: Partial<Command> = {},
): Command => ({ id, titleKey, shortcut, group: 'cues', isEnabled, run, ...more });

const hasFindings = () => listedFindings().length > 0;
const isFixable = (rule: string | null | undefined) => canEdit() && typeof rule === 'string' && canFix(rule);

function fixOne(): void {
  const finding = currentFinding();
  if (finding) proposeFix({ rule: finding.rule, cueId: finding.cueId });
}

function fixAll(): void {
  const rule = currentRule();
  if (rule !== null) proposeFix({ rule, cueId: null });
}

/** Walking through findings and mending them. */
export const findingCommands: readonly Command[] = [
  command('finding.next', 'findings.command.next', 'F7', hasFindings, () => goToNext(1), { repeats: true }),
  command('finding.previous', 'findings.command.previous', 'Shift+F7', hasFindings, () => goToNext(-1), {
    repeats: true,
  }),
  command(
    'finding.fix',
    'findings.command.fix',
    'Mod+Period',
    () => isFixable(currentFinding()?.rule),
    fixOne,
  ),
  command(
    'finding.fixAll',
    'findings.command.fixAll',
    'Mod+Shift+Period',
    () => isFixable(currentRule()),
    fixAll,
  ),
  {
    id: 'view.findings',
    titleKey: 'findings.command.show',
    shortcut: 'Alt+4',
    group: 'view',
    isEnabled: () => useSession.getState().screen === 'editor',
    run: togglePanel,
  },
];
