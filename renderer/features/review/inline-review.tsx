import { MessageSquare } from 'lucide-react';
import type { Track } from '../../../shared/domain/track';
import type { Id } from '../../../shared/domain/common';
import { useMessages } from '../../app/messages';
import { useReview } from '../../state/review';
import { DiffText } from './diff-text';
import './review.css';

const ICON = 12;

/** What reviewers want of a subtitle, beside its text: open suggestions as tracked changes, the first open comment. */
export function InlineReview({ cueId, track }: { readonly cueId: Id; readonly track: Track }) {
  const t = useMessages();
  const suggestions = useReview((state) => state.suggestions.get(cueId));
  const threads = useReview((state) => state.threads.get(cueId));
  const open = (suggestions ?? []).filter(({ note }) => note.decision === null);
  const comments = (threads ?? []).filter(({ first }) => first.resolved === null);
  if (open.length + comments.length === 0) return null;
  return (
    <span className="inline-review">
      {open.map(({ note, change }) => (
        <span key={note.id} className="inline-review__line">
          <b className="inline-review__who" dir="auto">
            {note.author === '' ? t('review.somebody') : note.author}
          </b>
          <DiffText
            before={change.state === 'clean' ? change.current : note.base}
            after={change.state === 'clean' ? change.after : note.text}
            language={track.language}
            direction={track.direction}
          />
          {change.state === 'conflict' && (
            <span className="inline-review__conflict">{t('review.conflict')}</span>
          )}
        </span>
      ))}
      {comments.map(({ first, replies }) => (
        <span key={first.id} className="inline-review__line">
          <MessageSquare size={ICON} role="img" aria-label={t('review.kind.thread')} />
          <span dir="auto">{first.text}</span>
          {replies.length > 0 && (
            <span className="inline-review__more">{t('review.replies', { count: replies.length })}</span>
          )}
        </span>
      ))}
    </span>
  );
}
