import { File, Folder as FolderIcon } from 'lucide-react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { FileInfo } from '../../../shared/api/contract';
import { formatBytes } from '../../app/format';
import { useMessages } from '../../app/messages';
import { EmptyState } from '../../ui/empty-state';

export interface FileListProps {
  readonly entries: readonly FileInfo[];
  readonly isLoading: boolean;
  /** Changes when another folder is shown; the focus then starts at its first entry. */
  readonly place: string | null;
  /** False where a name is to be typed first. */
  readonly takesFocus: boolean;
  readonly onChosen: (entry: FileInfo | null) => void;
  readonly onEnter: (entry: FileInfo) => void;
}

const ROW_PX = 34;

/** Folders and files: arrows and the first letters of a name move, Enter or a double click opens. */
export function FileList({ entries, isLoading, place, takesFocus, onChosen, onEnter }: FileListProps) {
  const t = useMessages();
  const byHandle = (key: unknown) => entries.find((entry) => entry.handle === key) ?? null;
  if (place === null)
    return <div className="files__list files__list--waiting">{isLoading ? t('app.loading') : ''}</div>;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_PX }}>
      <ListBox
        key={place}
        className="files__list"
        aria-label={t('files.entries')}
        autoFocus={takesFocus ? 'first' : false}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        items={entries.map((entry) => ({ id: entry.handle, entry }))}
        onSelectionChange={(keys) => {
          if (keys !== 'all') onChosen(byHandle([...keys][0]));
        }}
        onAction={(key) => {
          const entry = byHandle(key);
          if (entry) onEnter(entry);
        }}
        renderEmptyState={() =>
          takesFocus ? (
            <EmptyState title={t('files.empty')}>{t('files.emptyHelp')}</EmptyState>
          ) : (
            <EmptyState title={t('files.emptySave')} />
          )
        }
      >
        {({ entry }) => (
          <ListBoxItem id={entry.handle} textValue={entry.name} className="files__entry">
            {entry.kind === 'folder' ? (
              <FolderIcon size={15} aria-label={t('files.folder')} className="files__icon" />
            ) : (
              <File size={15} aria-hidden className="files__icon files__icon--file" />
            )}
            <span className="files__name" dir="auto">
              {entry.name}
            </span>
            <span className="files__size numbers">
              {entry.sizeBytes === null || entry.kind === 'folder' ? '' : formatBytes(entry.sizeBytes)}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
