/** What the style editor does: every change goes to the style that the shown language is drawn with. */
import type { Id } from '../../../shared/domain/common';
import type { Style, Track } from '../../../shared/domain/track';
import { setSpeakerColour } from '../../../shared/edits/speaker';
import { removeStyle, setStyle, useStyle as takeStyle } from '../../../shared/edits/style';
import { setTrackStyle } from '../../../shared/edits/track';
import { orderAfter } from '../../../shared/edits/records';
import { changedStyle, type StyleChange } from '../../../shared/style/change';
import type { StylePreset } from '../../../shared/style/presets';
import { styleOf } from '../../../shared/style/style-of';
import { t } from '../../app/messages';
import { beginGesture, previewGesture, run, useDocument } from '../../state/document';
import { trackById } from '../../state/selectors';
import { setLayout, useSession } from '../../state/session';

/** Name of the layout entry that says whether the panel is shown. */
export const STYLES_SHOWN = 'styles.shown';

/** The language that is shown, with its style; null without one. */
export function shown(): { track: Track; style: Style } | null {
  const { project } = useDocument.getState();
  const track = trackById(project, useSession.getState().activeTrackId);
  return track && { track, style: styleOf(project, track) };
}

/** Shows or hides the panel. */
export function togglePanel(): void {
  setLayout(STYLES_SHOWN, useSession.getState().layout[STYLES_SHOWN] !== true);
}

/** One step. */
export function changeStyle(change: StyleChange): void {
  const now = shown();
  if (now) run(setStyle, { style: changedStyle(now.style, change) });
}

/** Part of a gesture: the picture follows, and `commitGesture` makes one step of all. */
export function previewStyle(change: StyleChange): void {
  const now = shown();
  if (!now || (!useDocument.getState().gesture && !beginGesture())) return;
  previewGesture(setStyle, { style: changedStyle(now.style, change) });
}

/** Draws the shown language with another style of the project. */
export function chooseStyle(styleId: Id): void {
  const now = shown();
  if (now) run(setTrackStyle, { id: now.track.id, styleId });
}

/** Goes to the project's next style, after the last to the first. */
export function nextStyle(): void {
  const now = shown();
  const { styles } = useDocument.getState().project;
  const at = styles.findIndex(({ id }) => id === now?.style.id);
  const next = styles[(at + 1) % styles.length];
  if (next) chooseStyle(next.id);
}

/** Makes a style like the shown one and draws the language with it. */
export function newStyle(): void {
  const now = shown();
  if (!now) return;
  const { styles } = useDocument.getState().project;
  const name = t('styles.newName', { name: now.style.name }).slice(0, 200);
  const style = { ...now.style, id: crypto.randomUUID(), order: orderAfter(styles), name };
  run(takeStyle, { trackId: now.track.id, style });
}

/** Deletes the shown style, if it is not the last one. */
export function deleteStyle(): void {
  const now = shown();
  if (now && canDelete()) run(removeStyle, { id: now.style.id });
}

/** Whether there is a style to fall back on. */
export function canDelete(): boolean {
  return useDocument.getState().project.styles.length > 1;
}

/** Gives the style the look of a preset; its name and what it does for single languages stay. */
export function usePreset({ look }: StylePreset): void {
  const now = shown();
  if (!now) return;
  const { id, order, name, languages, extra } = now.style;
  run(setStyle, { style: changedStyle({ ...look, id, order, name }, { languages, extra }) });
}

const STEP_PCT = 0.2;
const SIZES = { min: 1, max: 30 } as const;

/** Makes letters larger (1) or smaller (-1). */
export function resizeLetters(direction: 1 | -1): void {
  const size = (shown()?.style.fontSizePct ?? 0) + direction * STEP_PCT;
  changeStyle({ fontSizePct: Math.min(SIZES.max, Math.max(SIZES.min, Math.round(size * 10) / 10)) });
}

/** Sets a speaker's colour; null for one by order. */
export function colourSpeaker(id: Id, colour: string | null): void {
  run(setSpeakerColour, { id, colour });
}
