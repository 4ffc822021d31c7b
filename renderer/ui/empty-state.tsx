import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** The next step. */
  readonly actions?: ReactNode;
}

/** What a view shows while it has nothing: what will be here, and how to get it. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <h2 className="empty-state__title">{title}</h2>
      {children !== undefined && <p className="empty-state__text">{children}</p>}
      {actions !== undefined && <div className="empty-state__actions">{actions}</div>}
    </div>
  );
}
