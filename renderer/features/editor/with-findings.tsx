import type { ReactNode } from 'react';
import { useMessages } from '../../app/messages';
import { useSession } from '../../state/session';
import { FINDINGS_SHOWN, FindingsPanel } from '../findings/index';
import { REVIEW_SHOWN, ReviewPanel } from '../review/index';
import { WithBelow } from './with-below';

const SHARE = 0.42;
/** What reviewers said takes more lines than a finding. */
const REVIEW_SHARE = 0.58;

/** A panel with the findings and what reviewers said under it, where the person asked for them. */
export function WithFindings({ children }: { readonly children: ReactNode }) {
  const t = useMessages();
  const hasFindings = useSession((state) => state.layout[FINDINGS_SHOWN] === true);
  const hasReview = useSession((state) => state.layout[REVIEW_SHOWN] === true);
  return (
    <WithBelow
      name="review"
      initial={REVIEW_SHARE}
      isShown={hasReview}
      label={t('review.title')}
      resizeLabel={t('review.resize')}
      below={<ReviewPanel />}
    >
      <WithBelow
        name="findings"
        initial={SHARE}
        isShown={hasFindings}
        label={t('findings.title')}
        resizeLabel={t('findings.resize')}
        below={<FindingsPanel />}
      >
        {children}
      </WithBelow>
    </WithBelow>
  );
}
