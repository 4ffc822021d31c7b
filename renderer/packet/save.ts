/** The review as a file, and back. */
import { parseReview, writeReview } from '../../shared/review/review-file';
import { packetMessage } from '../../shared/messages/packet/index';
import { joinWork, type Work } from '../../shared/review/work';
import { markSaved, update, usePacket } from './store';
import { keepTyped } from './typing';

/** `ABc-12ab34cd.review.json`: initials, if any, and the head of the review's id. Letters of every script stay. */
export function reviewName({ initials, reviewId }: Work): string {
  const by = initials.replace(/[^\p{L}\p{M}\p{N}]+/gu, '').slice(0, 12);
  return `${by === '' ? 'review' : by}-${reviewId.slice(0, 8)}.review.json`;
}

/** Hands the review to the browser as a download, with what is being typed. */
export function saveReview(): void {
  keepTyped();
  const { work, language } = usePacket.getState();
  const name = reviewName(work);
  const url = URL.createObjectURL(new Blob([writeReview(work)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  markSaved(packetMessage(language, 'save.done', { name }));
}

/** Goes on from a saved review of this packet. What was written since on either side is kept, the newer state of each note. */
export async function openReview(file: File): Promise<void> {
  const { language } = usePacket.getState();
  const say = (said: string) => usePacket.setState({ said });
  try {
    const { review } = parseReview(await file.text(), file.name);
    if (review.packetId !== usePacket.getState().work.packetId) throw new Error('another packet');
    update((work) => (work.notes.length === 0 ? review : joinWork(work, review)));
    say(packetMessage(language, 'open.done', { count: review.notes.length }));
  } catch {
    say(packetMessage(language, 'open.wrong'));
  }
}
