/** Where work is kept between visits. Some browsers give a file on disk no storage, or forget it: then it says so. */
import { parseReview, writeReview } from '../../shared/review/review-file';
import type { Work } from '../../shared/review/work';

const key = (packetId: string) => `outspoken.review.${packetId}`;

/** Whether this browser keeps anything for this page. */
export function canStore(): boolean {
  try {
    localStorage.setItem('outspoken.try', '1');
    localStorage.removeItem('outspoken.try');
    return true;
  } catch {
    return false;
  }
}

/** The work kept for a packet; null where there is none that can be read. */
export function loadWork(packetId: string): Work | null {
  try {
    const text = localStorage.getItem(key(packetId));
    if (text === null) return null;
    const { review } = parseReview(text, '');
    return review.packetId === packetId ? review : null;
  } catch {
    return null;
  }
}

/** `changesOf` of the work when it was last saved as a file, on this browser; 0 where that is not known. */
export function loadSaved(packetId: string): number {
  try {
    return Number(localStorage.getItem(`${key(packetId)}.saved`) ?? '') || 0;
  } catch {
    return 0;
  }
}

/** Remembers it. */
export function storeSaved(packetId: string, changes: number): void {
  try {
    localStorage.setItem(`${key(packetId)}.saved`, String(changes));
  } catch {
    // Without storage there is no next visit that would ask.
  }
}

/** Keeps the work; false where that failed (no storage, or it is full). */
export function storeWork(work: Work): boolean {
  try {
    localStorage.setItem(key(work.packetId), writeReview(work));
    return true;
  } catch {
    return false;
  }
}
