/** Passing notices (toasts). What needs action is a banner, derived from the document's own state instead. */
import { create } from 'zustand';
import { AppError, errorData } from '../../shared/api/errors';
import { newId } from '../platform/new-id';

export interface Notice {
  readonly id: string;
  /** `important` is no error, but has to be read: like errors it stays until dismissed. */
  readonly tone: 'info' | 'success' | 'important' | 'error';
  readonly text: string;
  readonly action: { readonly label: string; run(): void } | null;
}

/** How long a passing notice stays. */
const STAY_MS = 6000;

export const useNotices = create<{ readonly notices: readonly Notice[] }>()(() => ({ notices: [] }));

/** Shows a passing notice. */
export function notify(tone: Notice['tone'], text: string, action: Notice['action'] = null): void {
  const notice: Notice = { id: newId(), tone, text, action };
  useNotices.setState(({ notices }) => ({
    // The same words twice say nothing new.
    notices: [...notices.filter((known) => known.text !== text), notice],
  }));
  if (tone === 'info' || tone === 'success') setTimeout(() => dismissNotice(notice.id), STAY_MS);
}

/** Takes a notice away. */
export function dismissNotice(id: string): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Takes all notices away; they were about a project that is closed. */
export function clearNotices(): void {
  useNotices.setState({ notices: [] });
}

/** Tells the person of any error in its own words; a cancel is not an error. */
export function notifyError(error: unknown): void {
  if (error instanceof AppError && error.code === 'cancelled') return;
  notify('error', errorData(error).message);
}

/** Runs something that may fail from an event handler: its error becomes a notice. */
export function attempt(work: () => Promise<unknown>): void {
  work().catch(notifyError);
}
