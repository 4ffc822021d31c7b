import { ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { FileInfo, Handle } from '../../../shared/api/contract';
import { errorData } from '../../../shared/api/errors';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { Button } from '../../ui/button';
import { TextInput } from '../../ui/field';
import type { Folder } from './use-folder';

export interface PathFieldProps {
  readonly folder: Folder | null;
  readonly onOpen: (folder: Handle | null) => void;
  readonly onFound: (entry: FileInfo) => void;
  readonly onFailed: (message: string) => void;
}

/** Where the dialog is, as a path that can be typed or pasted over, and the way up. */
export function PathField({ folder, onOpen, onFound, onFailed }: PathFieldProps) {
  const t = useMessages();
  const [typed, setTyped] = useState<string | null>(null);
  const [shownFor, setShownFor] = useState<string | null>(null);
  const path = folder?.path ?? '';
  if (shownFor !== path) {
    // Another folder is shown: what was typed for the one before is over.
    setShownFor(path);
    setTyped(null);
  }

  const go = () => {
    const wanted = (typed ?? '').trim();
    if (wanted === '' || wanted === path) return;
    getClient()
      .call('files.find', { path: wanted })
      .then(onFound, (error: unknown) => onFailed(errorData(error).message));
  };

  return (
    <div className="files__path">
      <Button
        aria-label={t('files.parent')}
        isDisabled={!folder?.parent}
        onPress={() => {
          if (folder?.parent) onOpen(folder.parent.handle);
        }}
      >
        <ArrowUp size={15} aria-hidden />
      </Button>
      <TextInput label={t('files.path')} value={typed ?? path} onChange={setTyped} onSubmit={go} dir="ltr" />
    </div>
  );
}
