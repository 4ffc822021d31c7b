import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useMemo } from 'react';
import { runCommand } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useFindings } from '../../state/findings';
import { useDocument } from '../../state/document';
import { activeJob, useJobs } from '../../state/jobs';
import { Button } from '../../ui/button';
import { SelectInput, type Option } from '../../ui/field';
import { canMend, proposeFix, sentenceOf, titleOf, togglePanel } from './actions';
import { FindingList } from './finding-list';
import './findings.css';
import { filtered, indexOfSame, ruleCounts, type SeverityFilter } from './model';
import { ProfileSelect } from './profile-select';
import { useFindingsView } from './store';

const ICON = 14;

/** Everything the checks say of the track shown, to walk through and to mend. */
export function FindingsPanel() {
  const t = useMessages();
  const { all, check } = useFindings();
  const { rule, severity, current } = useFindingsView();
  const listed = useMemo(() => filtered(all, { rule, severity }), [all, rule, severity]);
  const currentAt = current ? indexOfSame(listed, current) : -1;
  return (
    <div className="findings">
      <header className="findings__header">
        <h2 className="findings__title">{t('findings.title')}</h2>
        <span className="findings__count numbers" role="status">
          {check ? t('findings.count', { listed: listed.length, all: all.length }) : t('findings.none')}
        </span>
        <span className="findings__buttons">
          <FixAllButton />
          <Button
            variant="quiet"
            size="small"
            aria-label={t('findings.command.previous')}
            isDisabled={listed.length === 0}
            onPress={() => runCommand('finding.previous')}
          >
            <ArrowUp size={ICON} aria-hidden />
          </Button>
          <Button
            variant="quiet"
            size="small"
            aria-label={t('findings.command.next')}
            isDisabled={listed.length === 0}
            onPress={() => runCommand('finding.next')}
          >
            <ArrowDown size={ICON} aria-hidden />
          </Button>
          <Button variant="quiet" size="small" aria-label={t('findings.close')} onPress={togglePanel}>
            <X size={ICON} aria-hidden />
          </Button>
        </span>
      </header>
      <Filters />
      <FindingList findings={listed} currentAt={currentAt} />
      <Unchecked />
    </div>
  );
}

/** Mends all of the kind that is filtered by. */
function FixAllButton() {
  const t = useMessages();
  const rule = useFindingsView((state) => state.rule);
  const count = useFindings(({ all }) => all.filter((finding) => finding.rule === rule).length);
  const readOnly = useDocument((state) => state.readOnly);
  if (rule === null || count === 0 || !canMend(rule)) return null;
  return (
    <Button size="small" isDisabled={readOnly !== null} onPress={() => proposeFix({ rule, cueId: null })}>
      {t('findings.fixAll', { count })}
    </Button>
  );
}

const EVERY = '*';

function Filters() {
  const t = useMessages();
  const all = useFindings((state) => state.all);
  const { rule, severity } = useFindingsView();
  const counts = useMemo(() => ruleCounts(all), [all]);
  // A rule that finds nothing any more stays to be seen while it is the one filtered by.
  const shown =
    rule === null || counts.some((one) => one.rule === rule) ? counts : [{ rule, count: 0 }, ...counts];
  const rules: Option<string>[] = [
    { value: EVERY, label: t('findings.everyRule') },
    ...shown.map((one) => ({
      value: one.rule,
      label: t('findings.ruleCount', { rule: titleOf(one.rule), count: one.count }),
    })),
  ];
  const severities: Option<SeverityFilter>[] = [
    { value: 'all', label: t('findings.everySeverity') },
    { value: 'error', label: t('findings.errors') },
    { value: 'warning', label: t('findings.warnings') },
  ];
  return (
    <div className="findings__filters">
      <SelectInput
        label={t('findings.rule')}
        value={rule ?? EVERY}
        options={rules}
        onChange={(value) => useFindingsView.setState({ rule: value === EVERY ? null : value })}
      />
      <SelectInput
        label={t('findings.severity')}
        value={severity}
        options={severities}
        onChange={(value) => useFindingsView.setState({ severity: value })}
      />
      <ProfileSelect />
    </div>
  );
}

/** What was not looked at, so that no silence passes for praise. */
function Unchecked() {
  const t = useMessages();
  const unchecked = useFindings((state) => state.check?.unchecked);
  if (!unchecked || unchecked.length === 0) return null;
  return (
    // On a low screen findings have the room, and this is scrolled: by keys too.
    <ul className="findings__unchecked" aria-label={t('findings.unchecked')} tabIndex={0}>
      {unchecked.map((one) => (
        <li key={one.rule} data-unchecked={one.rule}>
          {t('unchecked.line', { rule: titleOf(one.rule), reason: sentenceOf(one) })}
          {one.messageKey === 'unchecked.contrast' && <MeasureButton />}
        </li>
      ))}
    </ul>
  );
}

/** Looks at the picture now. */
function MeasureButton() {
  const t = useMessages();
  const hasPicture = useDocument(({ media }) => Boolean(media.info?.video));
  const isRunning = useJobs((state) => activeJob(state, 'contrast') !== null);
  if (!hasPicture) return null;
  return (
    <Button
      size="small"
      variant="quiet"
      isDisabled={isRunning}
      onPress={() => runCommand('contrast.measure')}
    >
      {t('findings.measure')}
    </Button>
  );
}
