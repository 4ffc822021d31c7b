import { useState } from 'react';
import type { Quote } from '../../shared/domain/review';
import {
  changeComment,
  commentId,
  typeComment,
  type About,
  type WorkComment,
} from '../../shared/review/work';
import type { Item } from './items';
import { about, update, usePacket } from './store';
import { useTyped } from './typing';
import { useText } from './use-text';

/** A comment that is being written. It is one of the review from its first pause on; `about` holds its id. */
export interface Writing {
  readonly about: About;
  readonly quote: Quote | null;
  readonly replyTo: string | null;
}

interface CommentsProps {
  readonly item: Item;
  readonly own: readonly WorkComment[];
  readonly writing: Writing | null;
  readonly write: (writing: Writing | null) => void;
}

/** What others and the reviewer said of an item, with answers; and the field for more. */
export function Comments({ item, own, writing, write }: CommentsProps) {
  const t = useText();
  const shown = own.filter(({ id }) => id !== writing?.about.freshId);
  return (
    <>
      {item.comments.length + shown.length > 0 && (
        <ul className="comments" aria-label={t('comment.list')}>
          {item.comments.map((one) => (
            <li key={one.id} className="comment">
              <b dir="auto">{one.author === '' ? t('comment.somebody') : one.author}</b>
              <p dir="auto">{one.text}</p>
              <button
                type="button"
                className="quiet"
                onClick={() => write({ about: about(item.target, item.text), quote: null, replyTo: one.id })}
              >
                {t('comment.reply')}
              </button>
            </li>
          ))}
          {shown.map((one) => (
            <OwnComment key={one.id} comment={one} />
          ))}
        </ul>
      )}
      {writing && (
        <NewComment key={writing.about.freshId} item={item} writing={writing} close={() => write(null)} />
      )}
    </>
  );
}

function NewComment({
  item,
  writing,
  close,
}: {
  readonly item: Item;
  readonly writing: Writing;
  readonly close: () => void;
}) {
  const t = useText();
  const { about: subject, quote, replyTo } = writing;
  const label =
    replyTo !== null
      ? t('comment.reply')
      : quote
        ? t('comment.about', { quote: item.text.slice(quote.from, quote.to) })
        : t('comment.label');
  return (
    <Writer
      label={label}
      text=""
      keep={(text) => update((work) => typeComment(work, subject, { text, quote, replyTo }))}
      takeBack={() => update((work) => changeComment(work, subject.freshId, ''))}
      close={close}
    />
  );
}

function OwnComment({ comment }: { readonly comment: WorkComment }) {
  const t = useText();
  const work = usePacket((state) => state.work);
  const [isChanging, setChanging] = useState(false);
  /** As it was before it was changed. */
  const [before, setBefore] = useState(comment.text);
  const change = (text: string) => update((now) => changeComment(now, comment.id, text));
  return (
    <li className="comment comment--own" data-note={commentId(work, comment)}>
      <b>{t('comment.you')}</b>
      {comment.quote && <q dir="auto">{comment.base.slice(comment.quote.from, comment.quote.to)}</q>}
      {isChanging ? (
        <Writer
          label={t('comment.label')}
          text={before}
          // An empty one would be gone, and this field with it.
          keep={(text) => text.trim() !== '' && change(text)}
          takeBack={() => change(before)}
          close={() => setChanging(false)}
        />
      ) : (
        <>
          <p dir="auto">{comment.text}</p>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              setBefore(comment.text);
              setChanging(true);
            }}
          >
            {t('comment.change')}
          </button>
          <button type="button" className="quiet" onClick={() => change('')}>
            {t('comment.remove')}
          </button>
        </>
      )}
    </li>
  );
}

interface WriterProps {
  readonly label: string;
  readonly text: string;
  readonly keep: (text: string) => void;
  /** Makes it as it was before this field was opened. */
  readonly takeBack: () => void;
  readonly close: () => void;
}

/** A field whose text is kept as it is typed: whoever goes elsewhere, saves or closes the page loses nothing. */
function Writer({ label, text, keep, takeBack, close }: WriterProps) {
  const t = useText();
  const { value, type, keepNow, forget } = useTyped(text, keep);
  const done = () => {
    keepNow();
    close();
  };
  return (
    <div className="writer">
      <label className="writer__field">
        <span>{label}</span>
        <textarea
          dir="auto"
          rows={3}
          maxLength={20_000}
          value={value}
          autoFocus
          onChange={(event) => type(event.target.value)}
          onBlur={keepNow}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) done();
          }}
        />
      </label>
      <button type="button" className="main" disabled={value.trim() === '' || value === text} onClick={done}>
        {t('comment.add')}
      </button>
      <button
        type="button"
        onClick={() => {
          forget();
          takeBack();
          close();
        }}
      >
        {t('comment.cancel')}
      </button>
    </div>
  );
}
