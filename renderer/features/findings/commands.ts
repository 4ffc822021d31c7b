import { commandsIn, type Command } from '../../app/commands';
import { because, firstOf, otherwise, readOnly } from '../../app/refusals';
import { canEdit, useDocument } from '../../state/document';
import { attempt } from '../../state/notices';
import { useSession } from '../../state/session';
import {
  canMend,
  currentFinding,
  currentRule,
  goToNext,
  listedFindings,
  measureAndSay,
  proposeFix,
  togglePanel,
} from './actions';

const command = commandsIn('cues');

const hasFindings = () => listedFindings().length > 0;
const isFixable = (rule: string | null | undefined) => canEdit() && typeof rule === 'string' && canMend(rule);

function fixOne(): void {
  const finding = currentFinding();
  if (finding) proposeFix({ rule: finding.rule, cueId: finding.cueId });
}

function fixAll(): void {
  const rule = currentRule();
  if (rule !== null) proposeFix({ rule, cueId: null });
}

const noFindings = firstOf(because('refusal.noFindings', () => !hasFindings()));
const noFinding = because('refusal.noFindingSelected', () => currentFinding() === null);
const noRule = because('refusal.noFindingSelected', () => currentRule() === null);

/** Walking through findings and mending them. */
export const findingCommands: readonly Command[] = [
  command('finding.next', 'findings.command.next', 'F7', hasFindings, () => goToNext(1), {
    repeats: true,
    refusal: noFindings,
  }),
  command('finding.previous', 'findings.command.previous', 'Shift+F7', hasFindings, () => goToNext(-1), {
    repeats: true,
    refusal: noFindings,
  }),
  command(
    'finding.fix',
    'findings.command.fix',
    'Mod+Period',
    () => isFixable(currentFinding()?.rule),
    fixOne,
    { refusal: firstOf(readOnly, noFindings, noFinding, otherwise('refusal.mendByHand')) },
  ),
  command(
    'finding.fixAll',
    'findings.command.fixAll',
    'Mod+Shift+Period',
    () => isFixable(currentRule()),
    fixAll,
    { refusal: firstOf(readOnly, noFindings, noRule, otherwise('refusal.mendByHand')) },
  ),
  {
    id: 'contrast.measure',
    titleKey: 'findings.command.contrast',
    shortcut: null,
    group: 'cues',
    isEnabled: () =>
      useSession.getState().activeTrackId !== null && Boolean(useDocument.getState().media.info?.video),
    run: () => attempt(measureAndSay),
  },
  {
    id: 'view.findings',
    titleKey: 'findings.command.show',
    shortcut: 'Alt+4',
    group: 'view',
    isEnabled: () => useSession.getState().screen === 'editor',
    run: togglePanel,
  },
];
