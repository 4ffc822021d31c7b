/** What can be done with the item of the *check these* list the person is at. */
import { leaveOutSpeech, markUncovered } from '../../../shared/edits/hearing';
import { checkWords, leaveOutWords, pinWords } from '../../../shared/edits/word-marks';
import { setWordTimes } from '../../../shared/edits/word-times';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { run, useDocument } from '../../state/document';
import { attempt, notify } from '../../state/notices';
import { playRange, seek, usePlayback } from '../../state/playback';
import { showDialog } from '../../state/session';
import { alignAgain, cueTiming } from '../align/index';
import { showWord } from '../transcript/index';
import { nextOpen, progressOf, type CheckItem, type SentenceItem } from './model';
import { currentItem, itemsOf, useCheck } from './store';
import { spokenLength } from '../../../shared/text/spoken-length';
import { joinWords } from '../../../shared/transcript/words';

/** Heard before and behind an item, so that its edges can be judged. */
const LEAD_MS = 250;
/** How long a word not found is thought to last for each of its characters, to give a sentence put by hand a length. */
const MS_PER_CHARACTER = 75;
const SHORTEST_MS = 100;
/** A gap between words shorter than this holds no speech worth marking. */
const SHORTEST_GAP_MS = 200;

/** The sentence the person is at, or null. */
export function currentSentence(): SentenceItem | null {
  const item = currentItem()?.item;
  return item?.kind === 'sentence' ? item : null;
}

/** Opens the list at its first open item, or closes it. */
export function toggleCheck(): void {
  const { isOpen } = useCheck.getState();
  if (isOpen) return useCheck.setState({ isOpen: false });
  const items = itemsOf();
  if (items.length === 0) return notify('info', t('check.nothing'));
  useCheck.setState({ isOpen: true });
  goTo(Math.max(0, nextOpen(items, -1, 1)));
}

/** Goes to an item: shows it, brings the film to it and says what it is. */
export function goTo(index: number): void {
  const items = itemsOf();
  const item = items[index];
  if (!item) return;
  useCheck.setState({ currentId: item.id, index });
  reveal(item);
  announce(t('check.at', { number: index + 1, count: items.length, text: textOf(item) }));
}

/** Goes to the next (1) or previous (-1) item, done or not, going round. */
export function goOn(direction: 1 | -1): void {
  const items = itemsOf();
  const at = currentItem();
  if (at) goTo((at.index + direction + items.length) % items.length);
}

/** What an item is called: the words of a sentence, or where the speech is. */
export function textOf(item: CheckItem): string {
  return item.kind === 'sentence' ? joinWords(item.words) : t('check.speech');
}

function reveal(item: CheckItem): void {
  const wordId = item.kind === 'sentence' ? item.words[0]?.id : item.afterWordId;
  const { paragraphs } = useDocument.getState().project;
  const paragraph = paragraphs.findIndex(({ words }) => words.some(({ id }) => id === wordId));
  if (wordId !== null && wordId !== undefined && paragraph >= 0) showWord(paragraph, wordId);
  const span = spanToPlay(item);
  if (span) seek(span.startMs, 'after');
}

/** Where an item is heard; for a sentence that was not found, the sound between its neighbours. */
export function spanToPlay(item: CheckItem): { readonly startMs: number; readonly endMs: number } | null {
  if (item.startMs !== null && item.endMs !== null) return { startMs: item.startMs, endMs: item.endMs };
  return item.kind === 'sentence' ? gapAround(item) : null;
}

function gapAround(item: SentenceItem): { startMs: number; endMs: number } {
  const all = useDocument.getState().project.paragraphs.flatMap(({ words }) => words);
  const first = all.findIndex(({ id }) => id === item.words[0]?.id);
  const before = all.slice(0, Math.max(0, first)).findLast(({ endMs }) => endMs !== null);
  const after = all.slice(first + item.words.length).find(({ startMs }) => startMs !== null);
  const startMs = before?.endMs ?? 0;
  return { startMs, endMs: Math.max(startMs + 1, after?.startMs ?? usePlayback.getState().durationMs) };
}

/** Plays the item with a moment around it. */
export function playItem(): void {
  const item = currentItem()?.item;
  const span = item && spanToPlay(item);
  if (span) playRange(Math.max(0, span.startMs - LEAD_MS), span.endMs + LEAD_MS);
}

const idsOf = ({ words }: SentenceItem) => words.map(({ id }) => id);

/** Says the item is right as it is, or that it is not; then goes to the next open one. For speech: it needs no text. */
export function settleItem(): void {
  const item = currentItem()?.item;
  if (!item) return;
  const on = !item.isDone;
  if (item.kind === 'sentence') run(checkWords, { ids: idsOf(item), on });
  else run(leaveOutSpeech, { startMs: item.startMs, endMs: item.endMs, on });
  if (on) afterSettling();
}

function afterSettling(): void {
  const items = itemsOf();
  const next = nextOpen(items, currentItem()?.index ?? -1, 1);
  if (next >= 0) return goTo(next);
  const text = t('check.allDone', progressOf(items));
  announce(text);
  notify('success', text);
}

/** Fixes the times of the sentence, or lets alignment move it again. */
export function pinItem(): void {
  const item = currentSentence();
  if (!item) return;
  const on = item.words.some(({ startMs, pinned }) => startMs !== null && pinned !== true);
  run(pinWords, { ids: idsOf(item), on });
  announce(t(on ? 'check.pinned' : 'check.unpinned'));
}

/** Says that the sentence, or only its words that were not found, is not spoken; or takes that back. */
export function leaveOutItem(which: 'all' | 'unplaced'): void {
  const item = currentSentence();
  if (!item) return;
  const words = item.words.filter(({ startMs }) => which === 'all' || startMs === null);
  const on = words.some(({ notSpoken }) => notSpoken !== true);
  run(leaveOutWords, { ids: words.map(({ id }) => id), on });
  announce(t(on ? 'check.leftOut' : 'check.takenBack'));
}

/** Moves an edge of the sentence by a little; the sentence is pinned by it. */
export function nudgeItem(edge: 'start' | 'end', deltaMs: number): void {
  const item = currentSentence();
  if (item?.startMs === null || item?.endMs === null || !item) return;
  const startMs = Math.max(0, item.startMs + (edge === 'start' ? deltaMs : 0));
  const endMs = item.endMs + (edge === 'end' ? deltaMs : 0);
  if (endMs - startMs >= SHORTEST_MS)
    run(setWordTimes, { ids: idsOf(item), startMs, endMs, timing: cueTiming() });
}

/** Puts the start or end of the sentence to the place in the film; one that has no times gets a length by its text. */
export function placeItem(edge: 'start' | 'end'): void {
  const item = currentSentence();
  if (!item) return;
  const { playheadMs } = usePlayback.getState();
  const length =
    item.startMs !== null && item.endMs !== null
      ? item.endMs - item.startMs
      : Math.max(SHORTEST_MS, spokenLength(textOf(item)) * MS_PER_CHARACTER);
  const isStart = edge === 'start';
  const kept = isStart ? item.endMs : item.startMs;
  const fits = kept !== null && Math.abs(kept - playheadMs) >= SHORTEST_MS && kept > playheadMs === isStart;
  const other = fits ? kept : isStart ? playheadMs + length : Math.max(0, playheadMs - length);
  const [startMs, endMs] = isStart ? [playheadMs, other] : [other, playheadMs];
  run(setWordTimes, { ids: idsOf(item), startMs, endMs, timing: cueTiming() });
}

/** Times the sentence again, with the doubtful words beside it. */
export function alignItem(): void {
  const item = currentSentence();
  const [first, last] = [item?.words[0], item?.words.at(-1)];
  if (first && last) attempt(() => alignAgain({ from: first.id, to: last.id }));
}

/** Times everything again from the sentence to the next pinned word behind it, or to the end. */
export function alignFromItem(): void {
  const item = currentSentence();
  const first = item?.words[0];
  if (!item || !first) return;
  const all = useDocument.getState().project.paragraphs.flatMap(({ words }) => words);
  const behind = all.slice(all.findIndex(({ id }) => id === first.id) + item.words.length);
  const stop = behind.findIndex(({ pinned }) => pinned === true);
  const last = behind[stop < 0 ? behind.length - 1 : stop - 1] ?? item.words.at(-1) ?? first;
  attempt(() => alignAgain({ from: first.id, to: last.id }));
}

/** Asks for text that is missing: at the item that is speech, or behind the sentence, whose gap to the next word is then marked. */
export function addMissingText(): void {
  const item = currentItem()?.item;
  if (!item) return;
  if (item.kind === 'speech') {
    const { startMs, endMs, afterWordId } = item;
    useCheck.setState({ missing: { afterWordId, span: { startMs, endMs } } });
  } else {
    const span = gapBehind(item);
    if (span) run(markUncovered, span);
    useCheck.setState({ missing: { afterWordId: item.words.at(-1)?.id ?? null, span } });
  }
  showDialog('add-paragraph');
}

/** The sound from the end of a sentence to the next word; null where there is hardly any. */
function gapBehind(item: SentenceItem): { startMs: number; endMs: number } | null {
  const all = useDocument.getState().project.paragraphs.flatMap(({ words }) => words);
  const last = all.findIndex(({ id }) => id === item.words.at(-1)?.id);
  const startMs = item.endMs ?? all.slice(0, last).findLast((word) => word.endMs !== null)?.endMs ?? 0;
  const next = all.slice(last + 1).find((word) => word.startMs !== null);
  const endMs = next?.startMs ?? usePlayback.getState().durationMs;
  return endMs - startMs >= SHORTEST_GAP_MS ? { startMs, endMs } : null;
}
