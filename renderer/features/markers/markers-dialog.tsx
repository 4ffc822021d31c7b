import { CornerDownRight, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { MarkerColour, type Marker } from '../../../shared/domain/marker';
import { MAX_MARKER_NAME, markersOf, removeMarkers, setMarker } from '../../../shared/edits/marker';
import { useMessages } from '../../app/messages';
import { canEdit, run, useDocument } from '../../state/document';
import { seek } from '../../state/playback';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { useNamedMarker } from './named-marker';
import './markers.css';

const ICON = 14;

/** Every marker of the film: to go to, name, colour or delete. */
export function MarkersDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const markers = markersOf(useDocument((state) => state.project));
  const named = useNamedMarker((state) => state.id);
  return (
    <ModalDialog
      title={t('marker.title')}
      lead={t('marker.lead')}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('app.done')}
        </Button>
      }
    >
      {markers.length === 0 ? (
        <p>{t('marker.none')}</p>
      ) : (
        <ol className="markers">
          {markers.map((marker) => (
            <MarkerRow key={marker.id} marker={marker} isNamed={marker.id === named} onClose={onClose} />
          ))}
        </ol>
      )}
    </ModalDialog>
  );
}

function MarkerRow({
  marker,
  isNamed,
  onClose,
}: {
  readonly marker: Marker;
  readonly isNamed: boolean;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const time = formatTimecode(marker.atMs);
  return (
    <li className="markers__row" data-colour={marker.colour}>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('marker.go', { time })}
        onPress={() => {
          seek(marker.atMs, 'after');
          onClose();
        }}
      >
        <CornerDownRight size={ICON} aria-hidden />
        <span className="numbers">{time}</span>
      </Button>
      <NameField marker={marker} isNamed={isNamed} onDone={onClose} />
      <select
        className="markers__colour"
        aria-label={t('marker.colour')}
        disabled={!canEdit()}
        value={marker.colour}
        onChange={(event) =>
          run(setMarker, { id: marker.id, colour: MarkerColour.parse(event.currentTarget.value) })
        }
      >
        {MarkerColour.options.map((colour) => (
          <option key={colour} value={colour}>
            {t('marker.colourName', { colour })}
          </option>
        ))}
      </select>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('marker.remove', { time })}
        isDisabled={!canEdit()}
        onPress={() => run(removeMarkers, { ids: [marker.id] })}
      >
        <Trash2 size={ICON} aria-hidden />
      </Button>
    </li>
  );
}

/** One step for a whole name: it is recorded when the field is left, Enter is pressed, or the list is closed. */
function NameField({
  marker,
  isNamed,
  onDone,
}: {
  readonly marker: Marker;
  readonly isNamed: boolean;
  readonly onDone: () => void;
}) {
  const t = useMessages();
  const [name, setName] = useState(marker.name);
  const typed = useRef(marker.name);
  const keep = () => keepName(marker.id, typed.current);
  useEffect(() => () => keepName(marker.id, typed.current), [marker.id]);
  return (
    <input
      className="field__control markers__name"
      dir="auto"
      maxLength={MAX_MARKER_NAME}
      aria-label={t('marker.name', { time: formatTimecode(marker.atMs) })}
      autoFocus={isNamed}
      readOnly={!canEdit()}
      value={name}
      onChange={(event) => {
        typed.current = event.currentTarget.value;
        setName(typed.current);
      }}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        keep();
        onDone();
      }}
    />
  );
}

function keepName(id: string, name: string): void {
  const isThere = markersOf(useDocument.getState().project).some((marker) => marker.id === id);
  if (canEdit() && isThere) run(setMarker, { id, name });
}
