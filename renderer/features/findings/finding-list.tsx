import { useVirtualizer } from '@tanstack/react-virtual';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Finding } from '../../../shared/domain/profile';
import { useMessages } from '../../app/messages';
import { useDocument } from '../../state/document';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { canMend, goToFinding, proposeFix, sentenceOf, titleOf } from './actions';

const ICON = 14;
const ROW_PX = 44;
const OVERSCAN = 8;

export interface FindingListProps {
  readonly findings: readonly Finding[];
  /** The one gone to last; -1 for none. It is kept in view. */
  readonly currentAt: number;
}

/** Findings in cue order; only those in view are drawn. */
export function FindingList({ findings, currentAt }: FindingListProps) {
  const t = useMessages();
  const box = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay inside this component
  const rows = useVirtualizer({
    count: findings.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  useEffect(() => {
    if (currentAt >= 0) rows.scrollToIndex(currentAt, { align: 'auto' });
  }, [currentAt, rows]);
  if (findings.length === 0) return <p className="findings__empty">{t('findings.empty')}</p>;
  return (
    <div className="findings__box" ref={box}>
      <ul
        className="findings__list"
        style={{ blockSize: rows.getTotalSize() }}
        aria-label={t('findings.title')}
      >
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const finding = findings[index];
          return (
            finding && (
              <li
                key={key}
                data-index={index}
                ref={rows.measureElement}
                className={index === currentAt ? 'finding finding--current' : 'finding'}
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={findings.length}
                aria-posinset={index + 1}
                data-rule={finding.rule}
              >
                <FindingRow finding={finding} isCurrent={index === currentAt} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function FindingRow({ finding, isCurrent }: { readonly finding: Finding; readonly isCurrent: boolean }) {
  const t = useMessages();
  const readOnly = useDocument((state) => state.readOnly);
  const { rule, severity, number, startMs, cueId } = finding;
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert;
  return (
    <>
      <AriaButton className="finding__go" aria-current={isCurrent} onPress={() => goToFinding(finding)}>
        <Icon
          size={ICON}
          role="img"
          aria-label={t(severity === 'error' ? 'findings.error' : 'findings.warning')}
          className={`finding__icon finding__icon--${severity}`}
        />
        <span className="finding__place numbers">
          <span>{number}</span>
          <span className="finding__time">{formatTimecode(startMs)}</span>
        </span>
        <span className="finding__words">
          <span className="finding__rule">{titleOf(rule)}</span>
          <span className="finding__sentence" dir="auto">
            {sentenceOf(finding)}
          </span>
        </span>
      </AriaButton>
      {canMend(rule) && (
        <Button
          size="small"
          variant="quiet"
          isDisabled={readOnly !== null}
          aria-label={t('findings.fixThis', { rule: titleOf(rule), number })}
          onPress={() => proposeFix({ rule, cueId })}
        >
          {t('findings.fix')}
        </Button>
      )}
    </>
  );
}
