import { makeSubtitles, sourceTrackOf } from '../../../shared/edits/make-subtitles';
import { t } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run, useDocument } from '../../state/document';
import { notify } from '../../state/notices';
import { cuesOfTrack } from '../../state/selectors';
import { showTrack } from '../../state/session';
import { cueTiming } from './cue-timing';

/** Makes the source track's cues from the timed transcript, replacing those it has; cues with the same words keep their ids. */
export function makeCues(): void {
  run(makeSubtitles, { newId, ...cueTiming() });
  const after = useDocument.getState().project;
  const made = sourceTrackOf(after);
  if (!made) return;
  showTrack(made.id);
  const shown = new Set(cuesOfTrack(after, made.id).flatMap(({ wordIds }) => wordIds));
  const left = after.paragraphs.flatMap(({ words }) => words.filter(({ id }) => !shown.has(id)));
  if (left.length > 0) notify('info', t('align.untimed', { count: left.length }));
}
