import { CircleHelp, MessageSquare, PencilLine, ThumbsDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Comment } from '../../../shared/domain/review';
import type { Track } from '../../../shared/domain/track';
import { useMessages } from '../../app/messages';
import { formatMoment } from '../../app/format';
import { useDocument } from '../../state/document';
import { formatTimecode } from '../../state/timecode';
import { Button } from '../../ui/button';
import { accept, goToEntry, reject, reopen, settle, withdraw, writeComment } from './actions';
import { DiffText } from './diff-text';
import { isOpen, type Entry } from './model';

const ICON = 14;
const ICONS = {
  suggestion: PencilLine,
  thread: MessageSquare,
  wrong: ThumbsDown,
  unsure: CircleHelp,
} as const;

export interface EntryRowProps {
  readonly entry: Entry;
  readonly track: Track | null;
  readonly isCurrent: boolean;
}

/** One thing reviewers said, with what can be done about it. */
export function EntryRow({ entry, track, isCurrent }: EntryRowProps) {
  const t = useMessages();
  const Icon = ICONS[entry.kind === 'verdicts' ? entry.verdict : entry.kind];
  const name =
    entry.kind === 'verdicts' ? t(`review.verdict.${entry.verdict}`) : t(`review.kind.${entry.kind}`);
  return (
    <div className={isOpen(entry) ? 'entry' : 'entry entry--done'}>
      <AriaButton className="entry__go" aria-current={isCurrent} onPress={() => goToEntry(entry)}>
        <Icon size={ICON} aria-hidden className="entry__icon" />
        <span className="entry__place numbers">
          {entry.number === null
            ? t('review.gone')
            : t(entry.isCue ? 'review.cue' : 'review.paragraph', { number: entry.number })}
          {entry.startMs !== null && <span dir="ltr"> {formatTimecode(entry.startMs)}</span>}
        </span>
        <span className="entry__kind">{name}</span>
        <Who entry={entry} />
      </AriaButton>
      <Body entry={entry} track={track} />
    </div>
  );
}

function Who({ entry }: { readonly entry: Entry }) {
  const t = useMessages();
  const nameOf = (author: string) => (author === '' ? t('review.somebody') : author);
  const text =
    entry.kind === 'verdicts'
      ? entry.authors.map(nameOf).join(', ')
      : nameOf(entry.kind === 'suggestion' ? entry.tracked.note.author : entry.thread.first.author);
  return (
    <span className="entry__who" dir="auto">
      {text}
    </span>
  );
}

function Body({ entry, track }: { readonly entry: Entry; readonly track: Track | null }) {
  switch (entry.kind) {
    case 'suggestion':
      return <SuggestionBody entry={entry} track={track} />;
    case 'thread':
      return <ThreadBody entry={entry} />;
    case 'verdicts':
      return null;
  }
}

type SuggestionEntry = Extract<Entry, { kind: 'suggestion' }>;
type ThreadEntry = Extract<Entry, { kind: 'thread' }>;

function SuggestionBody({ entry, track }: { readonly entry: SuggestionEntry; readonly track: Track | null }) {
  const t = useMessages();
  const { note, change } = entry.tracked;
  const words = { language: track?.language, direction: track?.direction };
  const current = change.state === 'gone' ? note.base : change.current;
  return (
    <>
      {change.state === 'conflict' && isOpen(entry) ? (
        <dl className="entry__sides">
          <dt>{t('review.side.now')}</dt>
          <dd>
            <DiffText before={note.base} after={current} {...words} />
          </dd>
          <dt>{t('review.side.theirs')}</dt>
          <dd>
            <DiffText before={note.base} after={note.text} {...words} />
          </dd>
        </dl>
      ) : (
        <p className="entry__text">
          <DiffText
            before={isOpen(entry) && change.state !== 'done' ? current : note.base}
            after={isOpen(entry) && change.state === 'clean' ? change.after : note.text}
            {...words}
          />
        </p>
      )}
      <SuggestionState entry={entry} />
      <SuggestionButtons entry={entry} />
    </>
  );
}

function SuggestionState({ entry }: { readonly entry: SuggestionEntry }) {
  const t = useMessages();
  const { note, change } = entry.tracked;
  if (note.decision) {
    const { answer, by, atMs } = note.decision;
    const values = { by: by === '' ? t('review.somebody') : by, when: formatMoment(atMs) };
    return <p className="entry__state">{t(`review.decided.${answer}`, values)}</p>;
  }
  if (change.state === 'clean') return null;
  return <p className="entry__state">{t(`review.state.${change.state}`)}</p>;
}

function SuggestionButtons({ entry }: { readonly entry: SuggestionEntry }) {
  const t = useMessages();
  const isReadOnly = useDocument((state) => state.readOnly !== null);
  const { note, change } = entry.tracked;
  if (note.decision)
    return (
      <div className="entry__buttons">
        <Button size="small" variant="quiet" isDisabled={isReadOnly} onPress={() => reopen(note.id)}>
          {t('review.reopen')}
        </Button>
      </div>
    );
  return (
    <div className="entry__buttons">
      {(change.state === 'clean' || change.state === 'done') && (
        <Button size="small" isDisabled={isReadOnly} onPress={() => accept(entry)}>
          {t('review.accept')}
        </Button>
      )}
      {change.state !== 'gone' && (
        <Button
          size="small"
          {...(change.state === 'conflict' ? {} : { variant: 'quiet' as const })}
          isDisabled={isReadOnly}
          onPress={() => settle(note.id)}
        >
          {t('review.settle')}
        </Button>
      )}
      <Button size="small" variant="quiet" isDisabled={isReadOnly} onPress={() => reject(entry)}>
        {t('review.reject')}
      </Button>
    </div>
  );
}

function ThreadBody({ entry }: { readonly entry: ThreadEntry }) {
  const t = useMessages();
  const isReadOnly = useDocument((state) => state.readOnly !== null);
  const { first, replies } = entry.thread;
  return (
    <>
      <ul className="entry__comments">
        {[first, ...replies].map((comment) => (
          <CommentLine key={comment.id} comment={comment} isReply={comment !== first} />
        ))}
      </ul>
      <div className="entry__buttons">
        {first.resolved === null ? (
          <Button size="small" isDisabled={isReadOnly} onPress={() => accept(entry)}>
            {t('review.resolve')}
          </Button>
        ) : (
          <Button size="small" variant="quiet" isDisabled={isReadOnly} onPress={() => reopen(first.id)}>
            {t('review.reopen')}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          isDisabled={isReadOnly || entry.number === null}
          onPress={() => writeComment(first.target, first.id)}
        >
          {t('review.answer')}
        </Button>
      </div>
    </>
  );
}

function CommentLine({ comment, isReply }: { readonly comment: Comment; readonly isReply: boolean }) {
  const t = useMessages();
  const isReadOnly = useDocument((state) => state.readOnly !== null);
  return (
    <li className={isReply ? 'entry__comment entry__comment--reply' : 'entry__comment'}>
      {isReply && <b dir="auto">{comment.author === '' ? t('review.somebody') : comment.author}</b>}
      {comment.quote && <q dir="auto">{comment.base.slice(comment.quote.from, comment.quote.to)}</q>}
      <span dir="auto">{comment.text}</span>
      {comment.reviewId === null && (
        <Button size="small" variant="quiet" isDisabled={isReadOnly} onPress={() => withdraw(comment.id)}>
          {t('review.withdraw')}
        </Button>
      )}
    </li>
  );
}
