import { useEffect, useRef } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { isMessageKey } from '../../../shared/messages/index';
import { useMessages } from '../../app/messages';
import { canEdit, travel, useDocument } from '../../state/document';
import { ModalDialog } from '../../ui/dialog';
import { historyRows } from './model';
import './history.css';

/** More would not be looked through. */
const MOST = 500;

/** Every step that can be undone or redone, also of earlier days; choosing one goes to it. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const history = useDocument((state) => state.history);
  const rows = historyRows(history, MOST);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[data-now]')?.scrollIntoView({ block: 'nearest' });
  }, [history]);
  const titleOf = (label: string) => (isMessageKey(label) ? t(label) : t('history.step'));
  return (
    <ModalDialog title={t('history.title')} lead={t('history.lead')} onClose={onClose}>
      {rows.length === 1 ? (
        <p>{t('history.none')}</p>
      ) : (
        <ListBox
          ref={list}
          className="history"
          aria-label={t('history.steps')}
          autoFocus
          disallowEmptySelection
          selectionMode="single"
          selectedKeys={['0']}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys];
            if (key !== undefined && canEdit()) travel(Number(key));
          }}
        >
          {rows.map(({ entry, distance }) => {
            const title = entry ? titleOf(entry.label) : t('history.start');
            return (
              <ListBoxItem
                key={distance}
                id={String(distance)}
                textValue={title}
                className={distance > 0 ? 'menu__item history__undone' : 'menu__item'}
                {...(distance === 0 ? { 'data-now': true } : {})}
              >
                <span>{title}</span>
                {distance === 0 && <span className="history__now">{t('history.now')}</span>}
              </ListBoxItem>
            );
          })}
        </ListBox>
      )}
    </ModalDialog>
  );
}
