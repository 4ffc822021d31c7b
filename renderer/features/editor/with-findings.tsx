import type { ReactNode } from 'react';
import { useMessages } from '../../app/messages';
import { useSession } from '../../state/session';
import { ResizeHandle } from '../../ui/resize-handle';
import { FINDINGS_SHOWN, FindingsPanel } from '../findings/index';
import { useShare } from './layout';
import { Panel } from './panel';

const SHARE = { min: 0.2, max: 0.75, initial: 0.42 } as const;

/** A panel with the findings under it, where the person asked for them. */
export function WithFindings({ children }: { readonly children: ReactNode }) {
  const t = useMessages();
  const isShown = useSession((state) => state.layout[FINDINGS_SHOWN] === true);
  const share = useShare('findings', SHARE.initial);
  return (
    <div className="editor__stack">
      <div className="editor__stack-main">{children}</div>
      {isShown && (
        <>
          <ResizeHandle
            {...SHARE}
            label={t('findings.resize')}
            orientation="horizontal"
            isAfter
            value={share.value}
            onChange={share.set}
          />
          <div className="editor__findings" style={{ flexBasis: `${share.value * 100}%` }}>
            <Panel label={t('findings.title')}>
              <FindingsPanel />
            </Panel>
          </div>
        </>
      )}
    </div>
  );
}
