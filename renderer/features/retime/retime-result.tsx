import type { RetimedSegment } from '../../../shared/domain/retiming';
import { useMessages } from '../../app/messages';
import { Banner } from '../../ui/banner';
import type { Found } from './use-retime';

/** Under this a person should look. */
const SURE_FROM = 0.9;

/** What was found, stretch by stretch, and what has no place. */
export function RetimeResult({ found: { retiming } }: { readonly found: Found }) {
  const t = useMessages();
  const leftOut = retiming.times.filter((span) => span === null).length;
  const isUnsure = retiming.segments.some(({ confidence }) => confidence < SURE_FROM);
  const shift = ({ offsetMs }: RetimedSegment) =>
    `${offsetMs < 0 ? '−' : '+'}${(Math.abs(offsetMs) / 1000).toFixed(2)}`;
  return (
    <div role="status" className="retime">
      <table className="retime__table">
        <thead>
          <tr>
            <th scope="col">{t('retime.column.cues')}</th>
            <th scope="col">{t('retime.column.shift')}</th>
            <th scope="col">{t('retime.column.sure')}</th>
          </tr>
        </thead>
        <tbody>
          {retiming.segments.map((segment) => (
            <tr key={segment.firstCue}>
              <td>{t('retime.cues', { first: segment.firstCue + 1, last: segment.lastCue + 1 })}</td>
              <td>{t('retime.seconds', { shift: shift(segment) })}</td>
              <td>{t('retime.sure', { percent: Math.floor(segment.confidence * 100) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {retiming.rate !== 1 && <p>{t('retime.rate', { rate: retiming.rate.toFixed(5) })}</p>}
      {isUnsure && <Banner tone="warning">{t('retime.unsure')}</Banner>}
      {leftOut > 0 && <Banner tone="warning">{t('retime.leftOut', { count: leftOut })}</Banner>}
    </div>
  );
}
