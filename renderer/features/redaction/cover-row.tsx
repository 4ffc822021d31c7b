import { ChevronDown, ChevronRight, Trash2, X } from 'lucide-react';
import { RedactionFill, type CoverRedaction } from '../../../shared/domain/redaction';
import { removeKey, removeRedactions, setFill } from '../../../shared/edits/redaction';
import { useMessages } from '../../app/messages';
import { run } from '../../state/document';
import { seek } from '../../state/playback';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { keyHere, select } from './actions';
import { BoxFields } from './box-fields';
import { useRedaction } from './store';
import { SpanFields } from './time-field';

const ICON = 14;

interface CoverProps {
  readonly cover: CoverRedaction;
  readonly isDisabled: boolean;
}

/** One cover in the list; opened, with everything that can be said of it. */
export function CoverRow({ cover, number, isDisabled }: CoverProps & { readonly number: number }) {
  const t = useMessages();
  const isOpen = useRedaction(({ selectedId }) => selectedId === cover.id);
  const [start, end] = [formatTimecode(cover.startMs), formatTimecode(cover.endMs)];
  return (
    <li className="redaction__item" data-open={isOpen}>
      <div className="redaction__row">
        <button
          type="button"
          className="redaction__choose"
          aria-expanded={isOpen}
          onClick={() => {
            select(isOpen ? null : cover.id);
            if (!isOpen) seek(cover.startMs, 'after');
          }}
        >
          {isOpen ? <ChevronDown size={ICON} aria-hidden /> : <ChevronRight size={ICON} aria-hidden />}
          <span>{t('redaction.coverNumber', { number })}</span>
          <span className="redaction__times numbers">{t('redaction.span', { start, end })}</span>
        </button>
        <Button
          variant="quiet"
          size="small"
          aria-label={t('redaction.removeCover', { number })}
          isDisabled={isDisabled}
          onPress={() => {
            if (isOpen) select(null);
            run(removeRedactions, { ids: [cover.id] });
          }}
        >
          <Trash2 size={ICON} aria-hidden />
        </Button>
      </div>
      {isOpen && (
        <div className="redaction__fields">
          <SpanFields id={cover.id} startMs={cover.startMs} endMs={cover.endMs} isDisabled={isDisabled} />
          <FillField cover={cover} isDisabled={isDisabled} />
          <BoxFields cover={cover} isDisabled={isDisabled} />
          <Keys cover={cover} isDisabled={isDisabled} />
        </div>
      )}
    </li>
  );
}

function FillField({ cover, isDisabled }: CoverProps) {
  const t = useMessages();
  return (
    <div className="redaction__wide">
      <label className="redaction__field">
        <span className="field__label">{t('redaction.fill')}</span>
        <select
          className="field__control"
          disabled={isDisabled}
          value={cover.fill}
          onChange={(event) =>
            run(setFill, { id: cover.id, fill: RedactionFill.parse(event.currentTarget.value) })
          }
        >
          {RedactionFill.options.map((fill) => (
            <option key={fill} value={fill}>
              {t('redaction.fillName', { fill })}
            </option>
          ))}
        </select>
      </label>
      {cover.fill !== 'solid' && (
        <p className="redaction__warning" role="note">
          {t('redaction.fillWarning')}
        </p>
      )}
    </div>
  );
}

/** Where the cover is told to be; between two of them it moves in a straight line. */
function Keys({ cover, isDisabled }: CoverProps) {
  const t = useMessages();
  return (
    <div className="redaction__wide">
      <div className="redaction__heading">
        <h4 className="field__label">{t('redaction.keys')}</h4>
        <Button size="small" variant="quiet" isDisabled={isDisabled} onPress={keyHere}>
          {t('redaction.keyHere')}
        </Button>
      </div>
      <ul className="redaction__keys">
        {cover.keys.map(({ atMs }) => {
          const time = formatTimecode(atMs);
          return (
            <li key={atMs} className="redaction__key">
              <Button
                variant="quiet"
                size="small"
                aria-label={t('redaction.goKey', { time })}
                onPress={() => seek(atMs, 'after')}
              >
                <span className="numbers">{time}</span>
              </Button>
              {cover.keys.length > 1 && (
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={t('redaction.removeKey', { time })}
                  isDisabled={isDisabled}
                  onPress={() => run(removeKey, { id: cover.id, atMs })}
                >
                  <X size={ICON} aria-hidden />
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <p className="field__help">{t('redaction.keysHelp')}</p>
    </div>
  );
}
