import type { ReactNode } from 'react';
import './banner.css';

export interface BannerProps {
  readonly tone: 'info' | 'warning' | 'danger';
  readonly children: ReactNode;
  /** Buttons that solve it. */
  readonly actions?: ReactNode;
}

/** Something that stays until it is dealt with. Put banners into a live region. */
export function Banner({ tone, children, actions }: BannerProps) {
  return (
    <div className={`banner banner--${tone}`}>
      <p className="banner__text">{children}</p>
      {actions !== undefined && <div className="banner__actions">{actions}</div>}
    </div>
  );
}
