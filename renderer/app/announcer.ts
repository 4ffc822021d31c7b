/** Short spoken confirmations for screen readers; nothing is shown. */
import { create } from 'zustand';

export const useAnnouncement = create<{ readonly text: string }>()(() => ({ text: '' }));

/** Says something politely. The same words again are said again. */
export function announce(text: string): void {
  useAnnouncement.setState(({ text: before }) => ({ text: before === text ? `${text}\u00a0` : text }));
}
