import { MessageSquare } from 'lucide-react';
import type { Track } from '../../../shared/domain/track';
import type { Id } from '../../../shared/domain/common';
import { useMessages } from '../../app/messages';
import { useReview } from '../../state/review';
import { DiffText } from './diff-text';
import { suggestedTexts } from './model';
import './review.css';

const ICON = 12;
/** A row stays as high as a few lines, however many reviewers have something to say; the panel has all of it. */
const MOST_LINES = 3;

/** What reviewers want of a subtitle, beside its text: open suggestions as tracked changes, the first open comment. */
export function InlineReview({ cueId, track }: { readonly cueId: Id; readonly track: Track }) {
  const t = useMessages();
  const suggestions = useReview((state) => state.suggestions.get(cueId));
  const threads = useReview((state) => state.threads.get(cueId));
  const open = suggestedTexts(suggestions ?? []);
  const comments = (threads ?? []).filter(({ first }) => first.resolved === null);
  if (open.length + comments.length === 0) return null;
  const shownComments = comments.slice(0, Math.max(1, MOST_LINES - open.length));
  const shown = open.slice(0, MOST_LINES - Math.min(1, comments.length));
  const hidden = open.length + comments.length - shown.length - shownComments.length;
  return (
    <span className="inline-review">
      {shown.map(({ id, authors, before, after, isConflict }) => (
        <span key={id} className="inline-review__line">
          <b className="inline-review__who" dir="auto">
            {authors.map((author) => (author === '' ? t('review.somebody') : author)).join(', ')}
          </b>
          <DiffText before={before} after={after} language={track.language} direction={track.direction} />
          {isConflict && <span className="inline-review__conflict">{t('review.conflict')}</span>}
        </span>
      ))}
      {shownComments.map(({ first, replies }) => (
        <span key={first.id} className="inline-review__line">
          <MessageSquare size={ICON} role="img" aria-label={t('review.kind.thread')} />
          <span dir="auto">{first.text}</span>
          {replies.length > 0 && (
            <span className="inline-review__more">{t('review.replies', { count: replies.length })}</span>
          )}
        </span>
      ))}
      {hidden > 0 && (
        <span className="inline-review__line inline-review__more">
          {t('review.inlineMore', { count: hidden })}
        </span>
      )}
    </span>
  );
}
