import { isOpen } from '../../../shared/domain/queue';
import { useMessages } from '../../app/messages';
import { ChooseView } from './choose-view';
import { QueueView } from './queue-view';
import { useExport } from './state';
import './export.css';

/** Languages and places in, one button; then the queue. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const view = useExport((state) => state.view);
  const waiting = useExport(({ queue }) => queue.entries.filter(isOpen).length);
  return view === 'choose' ? (
    <ChooseView
      onClose={onClose}
      queueLabel={waiting > 0 ? t('export.showQueue', { count: waiting }) : null}
    />
  ) : (
    <QueueView onClose={onClose} />
  );
}
