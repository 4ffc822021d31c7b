import type { ReactNode } from 'react';
import { ResizeHandle } from '../../ui/resize-handle';
import { useShare, type PanelName } from './layout';
import { Panel } from './panel';

const SHARE = { min: 0.2, max: 0.75 } as const;

export interface WithBelowProps {
  readonly children: ReactNode;
  readonly below: ReactNode;
  readonly isShown: boolean;
  /** Its size is kept under this name. */
  readonly name: PanelName;
  readonly initial: number;
  readonly label: string;
  readonly resizeLabel: string;
}

/** A panel with another one under it, where the person asked for that. */
export function WithBelow({ children, below, isShown, name, initial, label, resizeLabel }: WithBelowProps) {
  const share = useShare(name, initial);
  return (
    <div className="editor__stack">
      <div className="editor__stack-main">{children}</div>
      {isShown && (
        <>
          <ResizeHandle
            {...SHARE}
            initial={initial}
            label={resizeLabel}
            orientation="horizontal"
            isAfter
            value={share.value}
            onChange={share.set}
          />
          <div className="editor__findings" style={{ flexBasis: `${share.value * 100}%` }}>
            <Panel label={label}>{below}</Panel>
          </div>
        </>
      )}
    </div>
  );
}
