/** What the redaction panel, the picture and the commands do. */
import type { Id } from '../../../shared/domain/common';
import type { CoverRedaction, RedactionBox, SoundTreatment } from '../../../shared/domain/redaction';
import {
  addCover,
  coversOf,
  placeCover,
  redactionsOf,
  redactSound,
  removeRedactions,
} from '../../../shared/edits/redaction';
import { boxAt } from '../../../shared/redaction/cover';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run, useDocument } from '../../state/document';
import { edgeAt } from '../../state/frames';
import { usePlayback } from '../../state/playback';
import { setLayout, useSession, type Layout } from '../../state/session';
import { nextShot } from '../../state/shots';
import { useRedaction } from './store';

/** Name of the layout entry that says whether the panel is wanted. */
const REDACTION_SHOWN = 'redaction.shown';
/** The entry of the panel that shares its place. */
const STYLES_SHOWN = 'styles.shown';

/** A cover that nobody drew: a quarter of the picture, in its middle. */
const MIDDLE: RedactionBox = { x: 0.375, y: 0.375, width: 0.25, height: 0.25 };

/** Whether a layout shows the panel: the style editor, where it is shown too, takes its place. */
export function isShownIn(layout: Layout): boolean {
  return layout[REDACTION_SHOWN] === true && layout[STYLES_SHOWN] !== true;
}

const isPanelShown = () => isShownIn(useSession.getState().layout);

/** Shows or hides the panel. */
export function togglePanel(): void {
  const isShown = isPanelShown();
  setLayout(REDACTION_SHOWN, !isShown);
  if (!isShown) setLayout(STYLES_SHOWN, false);
}

/** The start of the picture on screen, as key positions are written. */
export function pictureMs(): number {
  return edgeAt(usePlayback.getState().playheadMs);
}

/** The selected cover; null without one. */
export function selectedCover(): CoverRedaction | null {
  const { selectedId } = useRedaction.getState();
  return coversOf(useDocument.getState().project).find(({ id }) => id === selectedId) ?? null;
}

/** Selects a redaction; null selects none. */
export function select(selectedId: Id | null): void {
  useRedaction.setState({ selectedId });
}

/** Covers a place for the whole shot that is on screen; without shots, for the whole film: what is too long shows, too short leaks. */
export function coverHere(box: RedactionBox = MIDDLE): void {
  if (!isPanelShown()) togglePanel();
  const atMs = pictureMs();
  const { durationMs } = usePlayback.getState();
  const startMs = nextShot(atMs + 2, -1) ?? 0;
  const endMs = nextShot(atMs, 1) ?? Math.max(durationMs, atMs + 1);
  let id = '';
  const made = run(addCover, { newId: () => (id = newId()), startMs, endMs, atMs, box });
  if (!made) return;
  select(id);
  announce(t('redaction.added'));
}

/** Sets where the selected cover is on the picture on screen. */
export function placeHere(box: RedactionBox): void {
  const cover = selectedCover();
  if (cover) run(placeCover, { id: cover.id, atMs: pictureMs(), box });
}

/** Keeps the selected cover where it is on the picture on screen: a key position. */
export function keyHere(): void {
  const cover = selectedCover();
  if (!cover) return;
  run(placeCover, { id: cover.id, atMs: pictureMs(), box: boxAt(cover.keys, pictureMs()) });
  announce(t('redaction.keySet'));
}

/** Length (ms) of a stretch for which no subtitle is selected: about a word. */
const WORD_MS = 600;

/** Redacts the sound of the selected subtitles, or else of a word's length from the playhead on. */
export function redactHere(treatment: SoundTreatment): void {
  if (!isPanelShown()) togglePanel();
  const { project } = useDocument.getState();
  const { selectedCueIds } = useSession.getState();
  const cues = project.cues.filter(({ id }) => selectedCueIds.has(id));
  const { playheadMs } = usePlayback.getState();
  const startMs = cues.length > 0 ? Math.min(...cues.map((cue) => cue.startMs)) : playheadMs;
  const endMs = cues.length > 0 ? Math.max(...cues.map((cue) => cue.endMs)) : playheadMs + WORD_MS;
  if (run(redactSound, { newId, treatment, startMs, endMs })) announce(t('redaction.soundAdded'));
}

/** Deletes the selected redaction. */
export function removeSelected(): void {
  const { selectedId } = useRedaction.getState();
  const isThere = redactionsOf(useDocument.getState().project).some(({ id }) => id === selectedId);
  if (selectedId === null || !isThere) return;
  run(removeRedactions, { ids: [selectedId] });
  select(null);
  announce(t('redaction.removed'));
}
