import { formatBytes } from '../../app/format';
import { useMessages } from '../../app/messages';
import { showDialog } from '../../state/session';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { findFont } from '../findings/index';
import { NameReason } from '../names/index';
import { ContrastReport } from './contrast-report';
import { NameParts } from './name-parts';
import type { PlanCheck } from './use-plan-check';
import './export.css';

export interface PlanReportProps {
  /** Null while it is being looked at. */
  readonly check: PlanCheck | null;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** Names shown of many, and remarks. */
const SHOWN = 8;

/** What a person should know before they press the button. */
export function PlanReport({ check, reason, onReason }: PlanReportProps) {
  const t = useMessages();
  if (!check) return null;
  const { files, problem, protectedNames, neededBytes, freeBytes } = check;
  const names = unique(
    files.flatMap((file) => file.names.map(({ place, found }) => t('export.nameAt', { place, found }))),
  );
  const replaced = Math.max(0, ...files.map((file) => file.replaced));
  const notes = unique([
    ...files.flatMap((file) =>
      file.problem ? [t('export.fileProblem', { file: file.item.name, problem: file.problem.message })] : [],
    ),
    ...files.flatMap((file) => file.issues.map(({ message }) => message)),
  ]);
  const unwritable = files.find(({ issues }) => issues.some(({ code }) => code === 'missing-glyphs'));
  const existing = files.filter(({ exists }) => exists).length;
  return (
    <div className="export__report" role="status">
      {problem && <Banner tone="danger">{problem.message}</Banner>}
      {names.length > 0 && (
        <>
          <Banner tone="danger">{t('export.namesFound', { count: names.length })}</Banner>
          <ul className="export__issues">
            {names.slice(0, SHOWN).map((text) => (
              <li key={text}>
                <bdi>{text}</bdi>
              </li>
            ))}
            {names.length > SHOWN && <li>{t('export.more', { count: names.length - SHOWN })}</li>}
          </ul>
          <NameReason reason={reason} onReason={onReason} />
        </>
      )}
      <NameParts check={check} />
      {freeBytes !== null && freeBytes < neededBytes && (
        <Banner tone="warning">
          {t('export.space', { needed: formatBytes(neededBytes), free: formatBytes(freeBytes) })}
        </Banner>
      )}
      <ul className="export__issues">
        <li>
          {t('export.protected', { count: protectedNames })}{' '}
          <Button variant="quiet" size="small" onPress={() => showDialog('names')}>
            {t('names.command.open')}
          </Button>
        </li>
        {replaced > 0 && <li>{t('export.replaced', { count: replaced })}</li>}
        <ContrastReport check={check} />
        {existing > 0 && <li>{t('export.existing', { count: existing })}</li>}
        {notes.slice(0, SHOWN).map((note) => (
          <li key={note}>{note}</li>
        ))}
        {unwritable && (
          <li>
            <Button size="small" onPress={() => findFont(unwritable.item.trackIds[0] ?? null)}>
              {t('findings.findFont')}
            </Button>
          </li>
        )}
        {notes.length > SHOWN && <li>{t('export.more', { count: notes.length - SHOWN })}</li>}
      </ul>
    </div>
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
