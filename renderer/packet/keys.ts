/** Keys of the page, by their place on the keyboard: they are the same in every layout. */
import type { Verdict } from '../../shared/domain/review';
import { judge, saidByTarget } from '../../shared/review/work';
import type { PacketKey } from '../../shared/messages/packet/index';
import type { Item } from './items';
import { playSpan, stop, usePlayer } from './player';
import { saveReview } from './save';
import { about, update, usePacket } from './store';

interface Key {
  /** `KeyboardEvent.code`s. */
  readonly codes: readonly string[];
  /** As it is shown. */
  readonly shown: string;
  readonly title: PacketKey;
  readonly run: (items: readonly Item[]) => void;
}

const press = (selector: string) =>
  document.querySelector<HTMLElement>(`[aria-current] ${selector}`)?.click();

/** Single keys; they do nothing while somebody types. */
export const KEYS: readonly Key[] = [
  { codes: ['KeyJ', 'ArrowDown'], shown: 'J ↓', title: 'keys.next', run: (items) => move(items, 1) },
  { codes: ['KeyK', 'ArrowUp'], shown: 'K ↑', title: 'keys.previous', run: (items) => move(items, -1) },
  { codes: ['Space', 'KeyP'], shown: 'P ␣', title: 'keys.play', run: togglePlay },
  { codes: ['Digit1', 'Numpad1'], shown: '1', title: 'keys.fine', run: (items) => mark(items, 'fine') },
  { codes: ['Digit2', 'Numpad2'], shown: '2', title: 'keys.unsure', run: (items) => mark(items, 'unsure') },
  { codes: ['Digit3', 'Numpad3'], shown: '3', title: 'keys.wrong', run: (items) => mark(items, 'wrong') },
  { codes: ['KeyS'], shown: 'S', title: 'keys.suggest', run: () => press('[data-act=suggest]') },
  { codes: ['KeyC'], shown: 'C', title: 'keys.comment', run: () => press('[data-act=comment]') },
  {
    codes: ['Slash', 'KeyH'],
    shown: 'H ?',
    title: 'keys.help',
    run: () => document.getElementById('keys-button')?.click(),
  },
];

/** Keys that work everywhere. */
export const ALWAYS: readonly Pick<Key, 'title' | 'shown'>[] = [
  { shown: 'Ctrl S', title: 'keys.save' },
  { shown: 'Esc', title: 'keys.leave' },
];

/** Brings an item into view that is not; nothing where it is not listed. */
export function show(id: string | null): void {
  const card = id === null ? null : document.querySelector(`[data-item="${CSS.escape(id)}"]`);
  if (!card?.previousElementSibling) return;
  card.scrollIntoView({ block: isTall(card) ? 'start' : 'center', behavior: 'instant' });
}

/** A card taller than what is free between player and bar is shown from its beginning. */
function isTall(card: Element): boolean {
  return card.getBoundingClientRect().height > window.innerHeight / 3;
}

/** Makes an item the current one, in view and with the keyboard's focus. */
export function goTo(id: string): void {
  usePacket.setState({ currentId: id });
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"] article`);
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: isTall(card) ? 'start' : 'nearest' });
  });
}

/** Goes so many items on, or back. */
export function move(items: readonly Item[], by: number): void {
  const at = items.findIndex(({ id }) => id === usePacket.getState().currentId);
  const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))];
  if (next) goTo(next.id);
}

function current(items: readonly Item[]): Item | undefined {
  return items.find(({ id }) => id === usePacket.getState().currentId);
}

function togglePlay(items: readonly Item[]): void {
  const item = current(items);
  if (usePlayer.getState().isPlaying) stop();
  else if (item && item.startMs !== null) playSpan(item.startMs, item.endMs ?? Infinity);
}

function mark(items: readonly Item[], verdict: Verdict): void {
  const item = current(items);
  if (!item) return;
  const { work } = usePacket.getState();
  const isSame = saidByTarget(work).get(item.id)?.verdict === verdict;
  update((before) => judge(before, about(item.target, item.text), isSame ? null : verdict));
}

/** Listens to the keys; gives what stops it. `items` are those listed. */
export function listen(items: () => readonly Item[]): () => void {
  const onKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS' && !event.altKey) {
      event.preventDefault();
      saveReview();
      return;
    }
    const target = event.target instanceof HTMLElement ? event.target : null;
    const isTyping =
      target?.matches('input:not([type=checkbox]):not([type=file]), textarea, select') ?? false;
    if (event.code === 'Escape' && isTyping) return target?.closest<HTMLElement>('article')?.focus();
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !usePacket.getState().singleKeys)
      return;
    if (document.querySelector('dialog[open]')) return;
    // Space on a button presses that button.
    if (event.code === 'Space' && target?.matches('button, summary, input')) return;
    const key = KEYS.find(({ codes }) => codes.includes(event.code));
    if (!key) return;
    event.preventDefault();
    key.run(items());
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}
