import type { Project } from '../../../shared/domain/project';
import { buildCues } from '../../../shared/cues/build';
import type { Edit } from '../../../shared/edits/edit';
import { setTrackCues, type CueDraft } from '../../../shared/edits/track-cues';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import { addSourceTrack } from '../../app/source-track';
import { t } from '../../app/messages';
import { newId } from '../../platform/new-id';
import { run, useDocument } from '../../state/document';
import { notify } from '../../state/notices';
import { sourceTrack } from '../../state/selectors';
import { showTrack } from '../../state/session';

/** The source track, made where there is none yet, and its cues, as one step. */
const setSourceCues: Edit<{ readonly cues: readonly CueDraft[] }> = {
  command: 'cues.generate',
  label: 'edit.track.setCues',
  apply(project: Project, { cues }) {
    const { project: withTrack, trackId } = addSourceTrack(project);
    return setTrackCues.apply(withTrack, { newId, trackId, cues });
  },
};

/** Makes the source track's cues from the timed transcript, replacing those it has; cues with the same words keep their ids. */
export function makeCues(): void {
  const { media, project } = useDocument.getState();
  const { language } = project.meta;
  const track = sourceTrack(project);
  const rate = media.info?.video?.frameRate ?? null;
  const { cues, untimed } = buildCues(
    project.paragraphs,
    profileById(track?.profileId ?? '') ?? profileFor(language),
    {
      language,
      frameRate: rate === null ? null : rate.num / rate.den,
      newId,
      trackId: track?.id ?? newId(),
      durationMs: media.info?.durationMs ?? project.meta.media?.durationMs ?? null,
    },
  );
  run(setSourceCues, { cues });
  const made = sourceTrack(useDocument.getState().project);
  if (made) showTrack(made.id);
  if (untimed.length > 0) notify('info', t('align.untimed', { count: untimed.length }));
}
