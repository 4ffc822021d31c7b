import { useId, type ReactNode } from 'react';
import type { Style, Track } from '../../../shared/domain/track';

/** What each part of the editor works on. */
export interface PartProps {
  readonly style: Style;
  readonly track: Track;
  readonly isDisabled: boolean;
}

/** A group of controls under a heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="styles__part" aria-labelledby={id}>
      <h3 id={id} className="styles__heading">
        {title}
      </h3>
      <div className="styles__fields">{children}</div>
    </section>
  );
}
