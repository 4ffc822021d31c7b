/** Asking the person for a file: by the system's dialog where the host has one, else by the app's own. */
import { create } from 'zustand';
import type { FileInfo, Input } from '../../shared/api/contract';
import { getClient } from '../platform/client';
import { loadAppInfo, useAppInfo } from './app-info';

export type FilePurpose = Input<'files.pick'>['purpose'];

export interface FileRequest {
  readonly purpose: FilePurpose;
  readonly suggestedName: string | null;
  /** Called once: the chosen file, or null for none. */
  readonly settle: (file: FileInfo | null) => void;
}

export const useFileChoice = create<{ readonly request: FileRequest | null }>()(() => ({ request: null }));

/** Lets the person choose a file (or a name to save under) and resolves with it; null when they cancel. */
export async function chooseFile(
  purpose: FilePurpose,
  suggestedName: string | null = null,
): Promise<FileInfo | null> {
  const info = useAppInfo.getState().info ?? (await loadAppInfo());
  if (info.nativeDialogs) return getClient().call('files.pick', { purpose, suggestedName });
  useFileChoice.getState().request?.settle(null);
  return new Promise((resolve) => {
    const settle = (file: FileInfo | null) => {
      useFileChoice.setState({ request: null });
      resolve(file);
    };
    useFileChoice.setState({ request: { purpose, suggestedName, settle } });
  });
}
