import { useMemo, useState, type KeyboardEvent } from 'react';
import type { FileInfo } from '../../../shared/api/contract';
import { errorData } from '../../../shared/api/errors';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { useFileChoice, type FileRequest } from '../../state/file-choice';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { TextInput } from '../../ui/field';
import { FileList } from './file-list';
import { isSaving, targetName, visibleEntries } from './model';
import { PathField } from './path-field';
import { useFolder } from './use-folder';
import './files.css';

/** The app's own file dialog, shown while somebody asks for a file. */
export function FileDialogHost() {
  const request = useFileChoice((state) => state.request);
  return request && <FileDialog key={request.purpose} request={request} />;
}

function FileDialog({ request }: { readonly request: FileRequest }) {
  const t = useMessages();
  const { purpose, suggestedName, settle } = request;
  const view = useFolder(purpose);
  const [showAll, setShowAll] = useState(false);
  const [chosen, setChosen] = useState<FileInfo | null>(null);
  const [name, setName] = useState(suggestedName ?? '');
  const [existing, setExisting] = useState<FileInfo | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const { folder } = view;
  const saving = isSaving(purpose);
  const entries = useMemo(
    () => (folder ? visibleEntries(folder.entries, purpose, showAll) : []),
    [folder, purpose, showAll],
  );

  const enter = (entry: FileInfo) => {
    setExisting(null);
    setFailure(null);
    if (entry.kind === 'folder') {
      setChosen(null);
      view.open(entry.handle);
    } else if (saving) setName(entry.name);
    else settle(entry);
  };

  const save = () => {
    const file = targetName(name, purpose, suggestedName);
    if (!folder || file === '') return;
    getClient()
      .call('files.target', { folder: folder.folder.handle, name: file })
      .then(
        (target) => (target.exists ? setExisting(target.file) : settle(target.file)),
        (error: unknown) => setFailure(errorData(error).message),
      );
  };

  const confirm = () => {
    if (saving) save();
    else if (purpose === 'folder') settle(chosen ?? folder?.folder ?? null);
    else if (chosen) enter(chosen);
  };

  const goUp = (event: KeyboardEvent) => {
    const inField = event.target instanceof HTMLInputElement;
    if (inField || !folder?.parent) return;
    if (event.key !== 'Backspace' && !(event.altKey && event.key === 'ArrowUp')) return;
    event.preventDefault();
    view.open(folder.parent.handle);
  };

  const problem = failure ?? view.problem?.message;
  return (
    <ModalDialog
      title={t(`files.title.${purpose}`)}
      size="large"
      onClose={() => settle(null)}
      footer={
        <>
          {!saving && purpose !== 'folder' && (
            <span className="files__all">
              <Button variant="quiet" size="small" onPress={() => setShowAll(!showAll)}>
                {showAll ? t('files.showFitting') : t('files.showAll')}
              </Button>
            </span>
          )}
          <Button onPress={() => settle(null)}>{t('app.cancel')}</Button>
          <Button
            variant="primary"
            onPress={confirm}
            isDisabled={saving ? name.trim() === '' || !folder : !chosen && (purpose !== 'folder' || !folder)}
          >
            {saving ? t('files.save') : purpose === 'folder' ? t('files.chooseFolder') : t('files.open')}
          </Button>
        </>
      }
    >
      <div className="files" onKeyDown={goUp}>
        <PathField folder={folder} onOpen={view.open} onFound={enter} onFailed={setFailure} />
        {problem !== undefined && (
          <div role="alert">
            <Banner tone="danger">{problem}</Banner>
          </div>
        )}
        <FileList
          entries={entries}
          isLoading={view.isLoading}
          place={folder?.path ?? null}
          takesFocus={!saving}
          onChosen={(entry) => {
            setChosen(entry);
            if (saving && entry?.kind === 'file') setName(entry.name);
          }}
          onEnter={enter}
        />
        {saving && (
          <TextInput
            label={t('files.name')}
            autoFocus
            value={name}
            onChange={(value) => {
              setName(value);
              setExisting(null);
            }}
            onSubmit={save}
          />
        )}
        {existing && (
          <div role="alert">
            <Banner
              tone="warning"
              actions={
                <Button variant="danger" size="small" onPress={() => settle(existing)}>
                  {t('files.replace')}
                </Button>
              }
            >
              {t('files.exists', { name: existing.name })}
            </Banner>
          </div>
        )}
      </div>
    </ModalDialog>
  );
}
