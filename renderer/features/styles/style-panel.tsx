import { X } from 'lucide-react';
import { useMessages } from '../../app/messages';
import { canEdit, useDocument } from '../../state/document';
import { trackById } from '../../state/selectors';
import { useSession } from '../../state/session';
import { Button } from '../../ui/button';
import { styleOf } from '../../../shared/style/style-of';
import { togglePanel } from './actions';
import { DeliveryFields } from './delivery-fields';
import { BoxFields, LetterFields } from './look-fields';
import { OverrideFields } from './override-fields';
import { PlaceFields } from './place-fields';
import { SpeakerFields } from './speaker-fields';
import { StyleChoice } from './style-choice';
import './styles.css';

const ICON = 14;

/** How the shown language looks; the player is its preview, and draws what an export burns in. */
export function StylePanel() {
  const t = useMessages();
  const project = useDocument((state) => state.project);
  const isEditable = useDocument(canEdit);
  const activeTrackId = useSession((state) => state.activeTrackId);
  const track = trackById(project, activeTrackId);
  return (
    <div className="styles">
      <header className="styles__header">
        <h2 className="styles__title">{t('styles.title')}</h2>
        <Button variant="quiet" size="small" aria-label={t('styles.close')} onPress={togglePanel}>
          <X size={ICON} aria-hidden />
        </Button>
      </header>
      {track ? (
        <div className="styles__body">
          {!isEditable && <p className="styles__note">{t('styles.readOnly')}</p>}
          <Fields track={track} isDisabled={!isEditable} />
        </div>
      ) : (
        <p className="styles__note">{t('styles.none')}</p>
      )}
    </div>
  );
}

function Fields({
  track,
  isDisabled,
}: {
  readonly track: NonNullable<ReturnType<typeof trackById>>;
  readonly isDisabled: boolean;
}) {
  const style = useDocument(({ project }) => styleOf(project, track));
  const part = { style, track, isDisabled };
  return (
    <>
      <StyleChoice {...part} />
      <LetterFields {...part} />
      <BoxFields {...part} />
      <PlaceFields {...part} />
      <DeliveryFields isDisabled={isDisabled} />
      <SpeakerFields {...part} />
      <OverrideFields {...part} />
    </>
  );
}
