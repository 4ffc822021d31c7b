import { create } from 'zustand';
import { showDialog } from '../../state/session';
import type { Operation } from './operation';

/** The operation whose dialog is open. */
export const useOperation = create<{ readonly operation: Operation | null }>()(() => ({ operation: null }));

/** Opens the dialog of an operation. */
export function openOperation(operation: Operation): void {
  useOperation.setState({ operation });
  showDialog('operation');
}
