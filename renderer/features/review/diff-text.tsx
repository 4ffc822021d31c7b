import { useMemo } from 'react';
import { diffTexts } from '../../../shared/review/text-diff';
import { useMessages } from '../../app/messages';

/** A changed text: what goes struck out, what comes underlined; both are also told to screen readers. */
export function DiffText({
  before,
  after,
  language,
  direction,
}: {
  readonly before: string;
  readonly after: string;
  readonly language?: string | undefined;
  readonly direction?: 'ltr' | 'rtl' | undefined;
}) {
  const t = useMessages();
  const pieces = useMemo(() => diffTexts(before, after), [before, after]);
  return (
    <span className="diff" lang={language} dir={direction ?? 'auto'}>
      {pieces.map(({ kind, text }, n) => {
        if (kind === 'same') return <span key={n}>{text}</span>;
        const Tag = kind === 'removed' ? 'del' : 'ins';
        return (
          <Tag key={n} className={`diff__${kind}`}>
            <span className="visually-hidden">{t(kind === 'removed' ? 'diff.removed' : 'diff.added')} </span>
            {text}
          </Tag>
        );
      })}
    </span>
  );
}
