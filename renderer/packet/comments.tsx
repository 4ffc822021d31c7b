import { useEffect, useRef, useState } from 'react';
import type { Quote } from '../../shared/domain/review';
import { changeComment, comment, commentId, type WorkComment } from '../../shared/review/work';
import type { Item } from './items';
import { about, update, usePacket } from './store';
import { useText } from './use-text';

/** What others and the reviewer said of an item, with answers; and the field for more. */
export function Comments({
  item,
  own,
  quote,
  isWriting,
  close,
}: {
  readonly item: Item;
  readonly own: readonly WorkComment[];
  readonly quote: Quote | null;
  readonly isWriting: boolean;
  readonly close: () => void;
}) {
  const t = useText();
  const [replyTo, setReplyTo] = useState<string | null>(null);
  const [changing, setChanging] = useState<string | null>(null);
  const work = usePacket((state) => state.work);
  const add = (text: string, about_: { quote: Quote | null; replyTo: string | null }) =>
    update((before) => comment(before, about(item.target, item.text), { text, ...about_ }));
  return (
    <>
      {item.comments.length + own.length > 0 && (
        <ul className="comments" aria-label={t('comment.list')}>
          {item.comments.map((one) => (
            <li key={one.id} className="comment">
              <b dir="auto">{one.author === '' ? t('comment.somebody') : one.author}</b>
              <p dir="auto">{one.text}</p>
              <button type="button" className="quiet" onClick={() => setReplyTo(one.id)}>
                {t('comment.reply')}
              </button>
            </li>
          ))}
          {own.map((one) => (
            <li key={one.id} className="comment comment--own" data-note={commentId(work, one)}>
              <b>{t('comment.you')}</b>
              {one.quote && <q dir="auto">{one.base.slice(one.quote.from, one.quote.to)}</q>}
              {changing === one.id ? (
                <Writer
                  label={t('comment.label')}
                  text={one.text}
                  done={(text) => {
                    update((before) => changeComment(before, one.id, text));
                    setChanging(null);
                  }}
                  cancel={() => setChanging(null)}
                />
              ) : (
                <>
                  <p dir="auto">{one.text}</p>
                  <button type="button" className="quiet" onClick={() => setChanging(one.id)}>
                    {t('comment.change')}
                  </button>
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => update((before) => changeComment(before, one.id, ''))}
                  >
                    {t('comment.remove')}
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {replyTo !== null && (
        <Writer
          label={t('comment.reply')}
          text=""
          done={(text) => {
            add(text, { quote: null, replyTo });
            setReplyTo(null);
          }}
          cancel={() => setReplyTo(null)}
        />
      )}
      {isWriting && (
        <Writer
          label={
            quote ? t('comment.about', { quote: item.text.slice(quote.from, quote.to) }) : t('comment.label')
          }
          text=""
          done={(text) => {
            add(text, { quote, replyTo: null });
            close();
          }}
          cancel={close}
        />
      )}
    </>
  );
}

function Writer({
  label,
  text,
  done,
  cancel,
}: {
  readonly label: string;
  readonly text: string;
  readonly done: (text: string) => void;
  readonly cancel: () => void;
}) {
  const t = useText();
  const [value, setValue] = useState(text);
  // What the page does with it when the field goes; null once the reviewer has said.
  const keep = useRef<(() => void) | null>(null);
  useEffect(() => {
    keep.current = value.trim() === '' || value === text ? null : () => done(value);
  });
  useEffect(() => {
    // Going on to the next one, or closing the page, is no reason to lose a comment.
    const leave = () => keep.current?.();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);
  const say = (what: () => void) => {
    keep.current = null;
    what();
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
          onChange={(event) => setValue(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) say(() => done(value));
          }}
        />
      </label>
      <button
        type="button"
        className="main"
        disabled={value.trim() === '' || value === text}
        onClick={() => say(() => done(value))}
      >
        {t('comment.add')}
      </button>
      <button type="button" onClick={() => say(cancel)}>
        {t('comment.cancel')}
      </button>
    </div>
  );
}
