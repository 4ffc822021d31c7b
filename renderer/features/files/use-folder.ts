import { useCallback, useEffect, useRef, useState } from 'react';
import type { Handle, Output } from '../../../shared/api/contract';
import { errorData, type ErrorData } from '../../../shared/api/errors';
import { getClient } from '../../platform/client';
import type { FilePurpose } from '../../state/file-choice';
import { folderMemory } from './model';

export type Folder = Output<'files.list'>;

/** So that the next dialog of a kind starts where the last one ended. */
const folders = folderMemory();

export interface FolderView {
  readonly folder: Folder | null;
  readonly problem: ErrorData | null;
  readonly isLoading: boolean;
  /** Goes to a folder; null: home. A failure keeps the folder shown before. */
  readonly open: (folder: Handle | null) => void;
}

/** Walks through folders, from the one that was last shown for this purpose; a slow answer never replaces a newer one. */
export function useFolder(purpose: FilePurpose): FolderView {
  const [state, setState] = useState<Omit<FolderView, 'open'>>({
    folder: null,
    problem: null,
    isLoading: true,
  });
  const newest = useRef(0);

  const load = useCallback(
    (handle: Handle | null) => {
      newest.current += 1;
      const turn = newest.current;
      getClient()
        .call('files.list', { folder: handle })
        .then(
          (folder) => {
            if (turn !== newest.current) return;
            folders.keep(purpose, folder.folder.handle);
            setState({ folder, problem: null, isLoading: false });
          },
          (error: unknown) => {
            if (turn !== newest.current) return;
            setState((before) => ({ ...before, problem: errorData(error), isLoading: false }));
          },
        );
    },
    [purpose],
  );

  const open = useCallback(
    (handle: Handle | null) => {
      setState((before) => ({ ...before, isLoading: true }));
      load(handle);
    },
    [load],
  );

  useEffect(() => load(folders.recall(purpose)), [load, purpose]);
  return { ...state, open };
}
