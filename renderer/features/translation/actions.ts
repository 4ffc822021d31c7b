/** What commands do to translations. Each ends in at most one undo step. */
import type { Track } from '../../../shared/domain/track';
import { addMissingCues, addTranslation, setTrackTiming } from '../../../shared/edits/translation';
import { announce } from '../../app/announcer';
import { t } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run, useDocument } from '../../state/document';
import { cuesOfTrack, trackById } from '../../state/selectors';
import { selectCue, setLayout, showText, showTrack, useSession } from '../../state/session';

/** The translation that is shown; null while it is the source or nothing. */
export function shownTranslation(): Track | null {
  const track = trackById(useDocument.getState().project, useSession.getState().activeTrackId);
  return track?.kind === 'translation' ? track : null;
}

/** Adds a language and shows it beside the source, its first subtitle selected. */
export function addLanguage(language: string): void {
  const id = newId();
  let isTrackNamed = false;
  const ids = () => {
    if (isTrackNamed) return newId();
    isTrackNamed = true;
    return id;
  };
  if (!run(addTranslation, { newId: ids, language })) return;
  showTrack(id);
  // The source stands beside each subtitle now: the transcript makes room for it.
  if (useSession.getState().layout['transcript.hidden'] === undefined) setLayout('transcript.hidden', true);
  showText('cues');
  selectCue(cuesOfTrack(useDocument.getState().project, id)[0]?.id ?? null);
}

/** Ties the shown translation's times to the source, or frees them. */
export function toggleTiming(): void {
  const track = shownTranslation();
  if (!track) return;
  const timing = track.timing === 'source' ? 'own' : 'source';
  run(setTrackTiming, { id: track.id, timing });
  announce(t(timing === 'source' ? 'translation.tied' : 'translation.freed'));
}

/** Adds an empty subtitle for each one of the source that has none. */
export function addMissing(): void {
  const track = shownTranslation();
  if (track) run(addMissingCues, { newId, trackId: track.id });
}
