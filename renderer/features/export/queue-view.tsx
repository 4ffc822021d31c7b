import { isOpen } from '../../../shared/domain/queue';
import { formatClock } from '../../app/format';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { QueueRow } from './queue-row';
import { changeQueue, showView, useExport } from './state';

/** Files to be made and made lately, in order, with what can be done about them. */
export function QueueView({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const { queue, progress } = useExport();
  const { entries, paused, etaMs, awake } = queue;
  const open = entries.filter(isOpen);
  const made = entries.filter(({ state }) => state === 'done' || state === 'kept').length;
  const waiting = entries.filter(({ state }) => state === 'waiting');
  const isEnded = open.length === 0 && entries.length > 0;
  const summary = isEnded
    ? t('export.ended', { made, failed: entries.filter(({ state }) => state === 'failed').length })
    : t('export.summary', {
        made,
        count: entries.length,
        left: etaMs === null ? 'none' : formatClock(etaMs),
      });
  return (
    <ModalDialog
      title={isEnded ? t('export.done') : t('export.running')}
      lead={isEnded ? t('export.next') : t('export.runningLead')}
      size="large"
      onClose={onClose}
      footer={
        <>
          {open.length > 0 && (
            <>
              <Button
                variant="danger"
                onPress={() => changeQueue(() => getClient().call('queue.cancel', { entry: null }))}
              >
                {t('export.cancelAll')}
              </Button>
              <Button
                onPress={() =>
                  changeQueue(() => getClient().call('queue.pause', { paused: paused === null }))
                }
              >
                {paused === null ? t('export.pause') : t('export.resume')}
              </Button>
            </>
          )}
          {isEnded && (
            <Button variant="quiet" onPress={() => changeQueue(() => getClient().call('queue.clear', {}))}>
              {t('export.clear')}
            </Button>
          )}
          <Button onPress={() => showView('choose')}>{t('export.another')}</Button>
          <Button variant="primary" onPress={onClose}>
            {isEnded ? t('app.done') : t('export.background')}
          </Button>
        </>
      }
    >
      {paused !== null && open.length > 0 && <Banner tone="info">{t(`export.paused.${paused}`)}</Banner>}
      {awake === false && <p className="export__hint">{t('export.stayAwake')}</p>}
      <p className="export__summary numbers" role="status">
        {entries.length === 0 ? t('export.emptyQueue') : summary}
      </p>
      <ol className="export__queue" aria-label={t('export.queue')}>
        {entries.map((entry) => (
          <QueueRow
            key={entry.id}
            entry={entry}
            progress={progress?.entry === entry.id ? progress.progress : null}
            above={waiting[waiting.indexOf(entry) - 1]?.id ?? null}
            below={belowOf(waiting, entry)}
          />
        ))}
      </ol>
    </ModalDialog>
  );
}

type Entry = Parameters<typeof QueueRow>[0]['entry'];

/** What an entry moved down by one stands in front of: null for the end; undefined where it cannot move. */
function belowOf(waiting: readonly Entry[], entry: Entry): string | null | undefined {
  const at = waiting.indexOf(entry);
  return at < 0 || at === waiting.length - 1 ? undefined : (waiting[at + 2]?.id ?? null);
}
