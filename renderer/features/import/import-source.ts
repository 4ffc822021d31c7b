import { create } from 'zustand';
import type { TextSource } from '../../../shared/api/contract';
import { showDialog } from '../../state/session';

export interface ImportSource {
  readonly source: TextSource;
  /** File name; null for pasted text. */
  readonly name: string | null;
}

/** What the import dialog starts with: a dropped file, or nothing. */
export const useImportSource = create<{ readonly initial: ImportSource | null }>()(() => ({ initial: null }));

/** Opens the import dialog, with a text already in it if there is one. */
export function openImport(source: TextSource | null = null, name: string | null = null): void {
  const known = source?.kind === 'bytes' ? source.name : name;
  useImportSource.setState({ initial: source && { source, name: known } });
  showDialog('import-transcript');
}
