import { useMessages } from '../../app/messages';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { useDocument } from '../../state/document';
import { cueById, cuesOfTrack } from '../../state/selectors';
import { useSession } from '../../state/session';
import { formatTimecode } from '../../state/timecode';

/** Says which cue is selected and where it lies, for those who cannot see the canvas. Waits while a drag is under way. */
export function SelectedCue() {
  const t = useMessages();
  const anchor = useSession((state) => state.anchorCueId);
  const count = useSession((state) => state.selectedCueIds.size);
  const project = useDocument((state) => state.gesture?.base ?? state.project);
  const cue = cueById(project, anchor);
  const number = cue ? cuesOfTrack(project, cue.trackId).indexOf(cue) + 1 : 0;
  const text = cue
    ? t('timeline.selected', {
        count,
        number,
        start: formatTimecode(cue.startMs),
        end: formatTimecode(cue.endMs),
        text: withoutMarkUp(cue.text),
      })
    : '';
  return (
    <p className="visually-hidden" aria-live="polite">
      {text}
    </p>
  );
}
