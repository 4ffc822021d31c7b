import type { ReactNode } from 'react';
import { useMessages } from '../../app/messages';
import { useSession } from '../../state/session';
import { FINDINGS_SHOWN, FindingsPanel } from '../findings/index';
import { WithBelow } from './with-below';

/** A panel with the findings under it, where the person asked for them. */
export function WithFindings({ children }: { readonly children: ReactNode }) {
  const t = useMessages();
  const isShown = useSession((state) => state.layout[FINDINGS_SHOWN] === true);
  return (
    <WithBelow
      name="findings"
      initial={0.42}
      isShown={isShown}
      label={t('findings.title')}
      resizeLabel={t('findings.resize')}
      below={<FindingsPanel />}
    >
      {children}
    </WithBelow>
  );
}
