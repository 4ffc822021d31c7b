import { ChevronDown, ChevronUp, RotateCcw, X } from 'lucide-react';
import { CONTRAST_UNMEASURED } from '../../../shared/domain/contrast';
import type { QueueEntry } from '../../../shared/domain/queue';
import { formatBytes, formatPercent } from '../../app/format';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';
import { changeQueue } from './state';

export interface QueueRowProps {
  readonly entry: QueueEntry;
  /** 0..1 while it runs. */
  readonly progress: number | null;
  /** The waiting entry it can go in front of; null for none. */
  readonly above: string | null;
  /** What it would stand in front of one further down: null for the end, undefined where it cannot go down. */
  readonly below: string | null | undefined;
}

const call = getClient;

/** One file: how far it is, what came of it, and what can be done. */
export function QueueRow({ entry, progress, above, below }: QueueRowProps) {
  const t = useMessages();
  const { id, item, state, error, folder } = entry;
  const name = item.name;
  const move = (before: string | null) => changeQueue(() => call().call('queue.move', { entry: id, before }));
  return (
    <li className={`queue-row queue-row--${state}`}>
      <div className="queue-row__head">
        <span className="queue-row__name" dir="auto" title={`${folder}/${name}`}>
          {name}
        </span>
        <span className="queue-row__state numbers">{stateText(entry, progress, t)}</span>
        <span className="queue-row__buttons">
          {state === 'waiting' && (
            <>
              <Button
                variant="quiet"
                size="small"
                isDisabled={above === null}
                aria-label={t('export.moveUp', { name })}
                onPress={() => move(above)}
              >
                <ChevronUp size={14} aria-hidden />
              </Button>
              <Button
                variant="quiet"
                size="small"
                isDisabled={below === undefined}
                aria-label={t('export.moveDown', { name })}
                onPress={() => move(below ?? null)}
              >
                <ChevronDown size={14} aria-hidden />
              </Button>
            </>
          )}
          {(state === 'failed' || state === 'cancelled') && (
            <Button
              variant="quiet"
              size="small"
              aria-label={t('export.retry', { name })}
              onPress={() => changeQueue(() => call().call('queue.retry', { entry: id }))}
            >
              <RotateCcw size={14} aria-hidden />
            </Button>
          )}
          {(state === 'waiting' || state === 'running') && (
            <Button
              variant="quiet"
              size="small"
              aria-label={t('export.cancelOne', { name })}
              onPress={() => changeQueue(() => call().call('queue.cancel', { entry: id }))}
            >
              <X size={14} aria-hidden />
            </Button>
          )}
        </span>
      </div>
      {state === 'running' && <Progress label={name} value={progress} />}
      {state === 'failed' && <p className="queue-row__error">{error?.message}</p>}
      <RecordDetails entry={entry} />
    </li>
  );
}

function stateText(
  { state, record }: QueueEntry,
  progress: number | null,
  t: ReturnType<typeof useMessages>,
): string {
  if (state === 'running' && progress !== null) return formatPercent(progress);
  if (record && state === 'done') return t('export.state.doneSize', { size: formatBytes(record.sizeBytes) });
  return t(`export.state.${state}`);
}

/** Said before anything is made; said of each file they would hide what is odd about one. */
const SAID_BEFORE: ReadonlySet<string> = new Set(['export.check.names.none', CONTRAST_UNMEASURED]);

/** What was checked; closed unless something should be looked at. */
function RecordDetails({ entry: { record, item } }: { readonly entry: QueueEntry }) {
  const t = useMessages();
  if (!record) return null;
  const odd = record.checks.filter(({ result, code }) => result !== 'passed' && !SAID_BEFORE.has(code));
  const words =
    odd.length === 0
      ? t('export.checksPassed', { count: record.checks.length })
      : t('export.checksNotes', { count: odd.length });
  const isFailed = odd.some(({ result }) => result === 'failed');
  return (
    <details className="queue-row__details" open={isFailed}>
      <summary aria-label={t('export.detailsOf', { words, name: item.name })}>{words}</summary>
      <ul className="export__issues">
        {record.checks.map(({ code, result, message }) => (
          <li key={`${code}-${message}`} className={`queue-row__check--${result}`}>
            {message}
          </li>
        ))}
        <li>
          {t('manifest.sha256')}: <code className="queue-row__digest">{record.sha256}</code>
        </li>
      </ul>
    </details>
  );
}
