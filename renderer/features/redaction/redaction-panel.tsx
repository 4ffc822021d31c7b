import { Plus, X } from 'lucide-react';
import { coversOf } from '../../../shared/edits/redaction';
import { useMessages } from '../../app/messages';
import { canEdit, useDocument } from '../../state/document';
import { usePlayback } from '../../state/playback';
import { Button } from '../../ui/button';
import { coverHere, togglePanel } from './actions';
import { CoverRow } from './cover-row';
import { SoundPart } from './sound-part';
import './redaction.css';

const ICON = 14;

/** What no export of this project may show or let be heard. */
export function RedactionPanel() {
  const t = useMessages();
  const isEditable = useDocument(canEdit);
  const hasPicture = useDocument(({ media }) => Boolean(media.info?.video));
  const isReady = usePlayback((state) => state.ready);
  const project = useDocument((state) => state.project);
  const covers = coversOf(project);
  return (
    <div className="redaction">
      <header className="redaction__header">
        <h2 className="redaction__title">{t('redaction.title')}</h2>
        <Button variant="quiet" size="small" aria-label={t('redaction.close')} onPress={togglePanel}>
          <X size={ICON} aria-hidden />
        </Button>
      </header>
      <div className="redaction__body">
        <p className="redaction__lead">{t('redaction.lead')}</p>
        {!isEditable && <p className="redaction__lead">{t('redaction.readOnly')}</p>}
        <section className="redaction__part" aria-labelledby="redaction-covers">
          <div className="redaction__heading">
            <h3 id="redaction-covers">{t('redaction.covers')}</h3>
            <Button
              size="small"
              isDisabled={!isEditable || !hasPicture || !isReady}
              onPress={() => coverHere()}
            >
              <Plus size={ICON} aria-hidden />
              {t('redaction.add')}
            </Button>
          </div>
          {covers.length === 0 ? (
            <p className="redaction__lead">{t(hasPicture ? 'redaction.none' : 'redaction.noPicture')}</p>
          ) : (
            <ol className="redaction__list">
              {covers.map((cover, n) => (
                <CoverRow key={cover.id} cover={cover} number={n + 1} isDisabled={!isEditable} />
              ))}
            </ol>
          )}
        </section>
        <SoundPart isDisabled={!isEditable} />
      </div>
    </div>
  );
}
