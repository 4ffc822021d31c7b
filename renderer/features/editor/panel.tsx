import type { ReactNode } from 'react';

/** A named region of the editor; the name is for assistive technology, the content brings its own heading. */
export function Panel({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className="panel" aria-label={label}>
      {children}
    </section>
  );
}
