/** Where work is kept between visits. Some browsers give a file on disk no storage, or forget it: then it says so. */
import { z } from 'zod';
import { PacketLanguage } from '../../shared/review/packet';
import { parseReview, writeReview } from '../../shared/review/review-file';
import { NEVER_SAVED, SavedState, type Work } from '../../shared/review/work';

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

/** What of the work was last saved as a file, on this browser; nothing where that is not known. */
export function loadSaved(packetId: string): SavedState {
  return loadAs(`${key(packetId)}.saved`, SavedState) ?? NEVER_SAVED;
}

/** Remembers it. */
export function storeSaved(packetId: string, saved: SavedState): void {
  storeAs(`${key(packetId)}.saved`, saved);
}

/** How a person left the page. */
export const Place = z.object({
  language: PacketLanguage,
  view: z.string(),
  currentId: z.string().nullable(),
  singleKeys: z.boolean(),
});
export type Place = z.infer<typeof Place>;

/** The page as it was left; null where it is opened for the first time. */
export function loadPlace(packetId: string): Place | null {
  return loadAs(`${key(packetId)}.place`, Place);
}

/** Remembers it. */
export function storePlace(packetId: string, place: Place): void {
  storeAs(`${key(packetId)}.place`, place);
}

function loadAs<T>(name: string, schema: z.ZodType<T>): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function storeAs(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Without storage there is no next visit that would ask.
  }
}

/** Calls `take` with the work that another window with the same packet has just kept; gives what stops it. */
export function followOthers(packetId: string, take: (work: Work) => void): () => void {
  const onStorage = (event: StorageEvent) => {
    const work = event.key === key(packetId) ? loadWork(packetId) : null;
    if (work) take(work);
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
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
