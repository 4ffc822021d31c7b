/** What commands and buttons do with findings. */
import { picturesOf } from '../../../shared/checks/contrast-rules';
import { canFix } from '../../../shared/checks/fixes/plan';
import { checkTrack } from '../../../shared/checks/check';
import { planFixes, type FixPlan } from '../../../shared/checks/fixes/plan';
import type { Id } from '../../../shared/domain/common';
import type { Finding } from '../../../shared/domain/profile';
import { formatMessage, isMessageKey } from '../../../shared/messages/index';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { measureContrast, useContrast } from '../../state/contrast';
import { useDocument } from '../../state/document';
import { inputFor, useFindings } from '../../state/findings';
import { notify } from '../../state/notices';
import { seek, usePlayback } from '../../state/playback';
import { trackById } from '../../state/selectors';
import { selectCue, setLayout, showDialog, showTrack, useSession } from '../../state/session';
import { filtered, nextFinding } from './model';
import { useFindingsView, type FixRequest } from './store';

/** Whether findings of a rule can be mended by the app: in the subtitles, by another style, or by another font. */
export function canMend(rule: string): boolean {
  return canFix(rule) || rule === 'contrast' || rule === 'missing-letters';
}

/** Measures the contrast of the track shown, and says what came of it. */
export async function measureAndSay(): Promise<void> {
  await measureContrast();
  const { contrast } = useContrast.getState();
  if (!contrast) return;
  const low = picturesOf(contrast).flatMap(({ ratios, needed }) =>
    [...ratios].flatMap(([id, ratio]) => (ratio !== null && ratio < needed ? [id] : [])),
  );
  const count = new Set(low).size;
  notify(count === 0 ? 'success' : 'info', t('findings.measured', { count }));
}

/** A finding's sentence. */
export function sentenceOf({ messageKey, values }: Pick<Finding, 'messageKey' | 'values'>): string {
  return isMessageKey(messageKey) ? formatMessage(messageKey, values) : messageKey;
}

/** A rule's name for a person. */
export function titleOf(rule: string): string {
  const key = `rule.${rule}`;
  return isMessageKey(key) ? formatMessage(key) : rule;
}

/** What the panel's filter lets through now. */
export function listedFindings(): readonly Finding[] {
  return filtered(useFindings.getState().all, useFindingsView.getState());
}

/** Selects a finding's cue, shows its first picture and says what is wrong. */
export function goToFinding(finding: Finding): void {
  useFindingsView.setState({ current: finding });
  selectCue(finding.cueId);
  seek(finding.startMs, 'after');
  announce(sentenceOf(finding));
}

/** Goes to the finding after or before where the person is. */
export function goToNext(direction: 1 | -1): void {
  const { current } = useFindingsView.getState();
  const place = {
    current,
    cueId: useSession.getState().anchorCueId,
    playheadMs: usePlayback.getState().playheadMs,
  };
  const next = nextFinding(listedFindings(), place, direction);
  if (next) goToFinding(next);
}

/** The finding that commands act on: the one gone to last, else the first one of the selected cue that can be mended. */
export function currentFinding(): Finding | null {
  const { anchorCueId } = useSession.getState();
  const own = anchorCueId === null ? [] : (useFindings.getState().byCue.get(anchorCueId) ?? []);
  const { current } = useFindingsView.getState();
  return (
    own.find((finding) => current?.cueId === finding.cueId && current.rule === finding.rule) ??
    own.find(({ rule }) => canMend(rule)) ??
    own[0] ??
    null
  );
}

/** The rule whose findings would be mended together: the filter's, else the current finding's. */
export function currentRule(): string | null {
  return useFindingsView.getState().rule ?? currentFinding()?.rule ?? null;
}

/** Shows what mending would change, to be confirmed. */
export function proposeFix(request: FixRequest): void {
  useFindingsView.setState({ request });
  showDialog('fix-findings');
}

/** Shows a language and the fonts that have the letters no font here has. */
export function findFont(trackId: Id | null): void {
  if (trackId !== null) showTrack(trackId);
  proposeFix({ rule: 'missing-letters', cueId: null });
}

/** What a request would change in the project as it is now; null when there is nothing to check. */
export function planOf({ rule, cueId }: FixRequest): FixPlan | null {
  const { project } = useDocument.getState();
  const input = inputFor(project, trackById(project, useSession.getState().activeTrackId));
  return input && planFixes(checkTrack(input), rule, cueId === null ? undefined : new Set([cueId]));
}

/** Name of the panel in the layout. */
export const SHOWN = 'findings.shown';

/** Shows the panel or puts it away. */
export function togglePanel(): void {
  setLayout(SHOWN, useSession.getState().layout[SHOWN] !== true);
}
