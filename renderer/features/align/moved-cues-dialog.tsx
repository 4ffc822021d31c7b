import { heardSpans } from '../../../shared/edits/cues-follow';
import { withoutMarkUp } from '../../../shared/text/mark-up';
import { oneLine } from '../../../shared/text/unspaced';
import { useMessages } from '../../app/messages';
import { canEdit, useDocument } from '../../state/document';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import './align.css';
import { keepTimes, movedCues, takeTimes } from './moved-cues';

/** The cues timed by hand whose words moved since: one by one or together they take the new times or keep theirs. */
export function MovedCuesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const cues = movedCues(project);
  const heard = heardSpans(project);
  const editable = canEdit();
  const settle = (change: () => void) => {
    change();
    if (movedCues().length === 0) onClose();
  };
  return (
    <ModalDialog
      title={t('align.moved.title')}
      lead={t('align.moved.lead')}
      onClose={onClose}
      footer={
        <>
          <Button isDisabled={!editable} onPress={() => settle(() => keepTimes(cues))}>
            {t('align.moved.keepAll')}
          </Button>
          <Button variant="primary" isDisabled={!editable} onPress={() => settle(() => takeTimes(cues))}>
            {t('align.moved.takeAll')}
          </Button>
        </>
      }
    >
      <ul className="moved">
        {cues.map((cue) => {
          const words = heard.get(cue.id);
          const text = oneLine(withoutMarkUp(cue.text));
          return (
            <li key={cue.id} className="moved__cue">
              <p className="moved__text" dir="auto">
                {text}
              </p>
              <p className="moved__times numbers">
                {t('align.moved.times', {
                  own: formatTimecode(cue.startMs),
                  words: words ? formatTimecode(words.startMs) : '–',
                })}
              </p>
              <div className="moved__actions">
                <Button
                  size="small"
                  isDisabled={!editable || !words}
                  aria-label={t('align.moved.takeNamed', { text })}
                  onPress={() => settle(() => takeTimes([cue]))}
                >
                  {t('align.moved.take')}
                </Button>
                <Button
                  size="small"
                  variant="quiet"
                  isDisabled={!editable}
                  aria-label={t('align.moved.keepNamed', { text })}
                  onPress={() => settle(() => keepTimes([cue]))}
                >
                  {t('align.moved.keep')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </ModalDialog>
  );
}
