import { memo, useId, useRef, useState } from 'react';
import type { Verdict } from '../../shared/domain/review';
import { judge, suggest, type Said } from '../../shared/review/work';
import { Comments, type Writing } from './comments';
import { clock, type Item } from './items';
import { playSpan, stop, usePlayer } from './player';
import { selectedWords } from './selected-words';
import { about, update, usePacket } from './store';
import { useTyped } from './typing';
import { ruleKey, useText } from './use-text';
import { Words } from './words';

const VERDICTS: readonly Verdict[] = ['fine', 'unsure', 'wrong'];
const NOTHING: Said = { verdict: null, suggestion: null, comments: [] };

export interface CardProps {
  readonly item: Item;
  readonly said: Said | undefined;
  readonly isCurrent: boolean;
}

/** One cue or paragraph; the current one with everything to be said about it. */
export const Card = memo(function Card({ item, said = NOTHING, isCurrent }: CardProps) {
  const t = useText();
  const headingId = useId();
  const name = t(item.target.kind === 'cue' ? 'cue.name' : 'paragraph.name', { number: item.number });
  return (
    <li
      className={isCurrent ? 'card card--current' : 'card'}
      data-item={item.id}
      data-verdict={said.verdict ?? undefined}
      aria-current={isCurrent || undefined}
    >
      <article aria-labelledby={headingId} tabIndex={-1} className="card__body">
        <h2 id={headingId} className="card__head">
          <button
            type="button"
            className="card__name"
            aria-expanded={isCurrent}
            onClick={() => usePacket.setState({ currentId: item.id })}
          >
            {name}
            {said.verdict && (
              <span className={`mark mark--${said.verdict}`}>{t(`verdict.${said.verdict}`)}</span>
            )}
          </button>
          <span className="card__time" dir="ltr">
            {item.startMs !== null && clock(item.startMs)}
            {item.endMs !== null && item.target.kind === 'cue' && ` – ${clock(item.endMs)}`}
          </span>
        </h2>
        {item.speaker !== null && (
          <p className="card__speaker" dir="auto">
            {item.speaker}
          </p>
        )}
        {item.source && (
          <p className="card__source" lang={item.source.language} dir={item.source.direction}>
            <span className="hidden">{t('cue.source')}: </span>
            <Words text={item.source.text} />
          </p>
        )}
        <ItemText item={item} />
        {item.findings.length > 0 && <Findings item={item} />}
        {isCurrent ? <Actions key={item.id} item={item} said={said} /> : <Remarks said={said} item={item} />}
      </article>
    </li>
  );
});

function ItemText({ item }: { readonly item: Item }) {
  const t = useText();
  return (
    <p className="card__text" lang={item.language} dir={item.direction} data-text>
      {item.text.trim() === '' ? <em className="faint">{t('cue.empty')}</em> : <Words text={item.text} />}
    </p>
  );
}

function Findings({ item }: { readonly item: Item }) {
  const t = useText();
  return (
    <ul className="findings" aria-label={t('findings.label')}>
      {item.findings.map(({ rule, severity }) => {
        const key = ruleKey(rule);
        return (
          <li key={rule} className={`finding finding--${severity}`}>
            {key === null ? rule : t(key)}
          </li>
        );
      })}
    </ul>
  );
}

/** What was said, in short, of an item that is not open. */
function Remarks({ item, said }: { readonly item: Item; readonly said: Said }) {
  const t = useText();
  if (said.suggestion === null && said.comments.length === 0) return null;
  return (
    <div className="remarks">
      {said.suggestion !== null && (
        <p lang={item.language} dir={item.direction} className="remarks__suggestion">
          <span className="hidden">{t('suggest.label')}: </span>
          <Words text={said.suggestion} />
        </p>
      )}
      {said.comments.map((one) => (
        <p key={one.id} dir="auto" className="remarks__comment">
          {one.text}
        </p>
      ))}
    </div>
  );
}

function Actions({ item, said }: { readonly item: Item; readonly said: Said }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const [isSuggesting, setSuggesting] = useState(said.suggestion !== null);
  const [writing, setWriting] = useState<Writing | null>(null);
  const shownText = () => box.current?.closest('article')?.querySelector<HTMLElement>('[data-text]') ?? null;
  return (
    <div className="actions" ref={box}>
      <div className="actions__row">
        <PlayButton item={item} />
        <div className="verdicts" role="group" aria-label={t('verdict.label')}>
          {VERDICTS.map((verdict) => (
            <button
              key={verdict}
              type="button"
              className={`verdict verdict--${verdict}`}
              data-verdict={verdict}
              aria-pressed={said.verdict === verdict}
              onClick={() => {
                const next = said.verdict === verdict ? null : verdict;
                update((work) => judge(work, about(item.target, item.text), next));
              }}
            >
              {t(`verdict.${verdict}`)}
            </button>
          ))}
        </div>
      </div>
      <div className="actions__row">
        <button
          type="button"
          data-act="suggest"
          aria-expanded={isSuggesting}
          onClick={() => setSuggesting(!isSuggesting)}
        >
          {t('suggest.button')}
        </button>
        <button
          type="button"
          data-act="comment"
          aria-expanded={writing !== null}
          // The selection would be gone by the time of the click.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() =>
            setWriting({
              about: about(item.target, item.text),
              quote: selectedWords(shownText(), item.text),
              replyTo: null,
            })
          }
        >
          {t('comment.button')}
        </button>
      </div>
      {isSuggesting && (
        <SuggestionField item={item} suggestion={said.suggestion} close={() => setSuggesting(false)} />
      )}
      <Comments item={item} own={said.comments} writing={writing} write={setWriting} />
    </div>
  );
}

function PlayButton({ item }: { readonly item: Item }) {
  const t = useText();
  const state = usePlayer((player) => player.state);
  const isPlaying = usePlayer((player) => player.isPlaying);
  if (state === 'none' || item.startMs === null) return null;
  const toggle = () => (isPlaying ? stop() : playSpan(item.startMs ?? 0, item.endMs ?? Infinity));
  return (
    <button type="button" className="main" data-act="play" disabled={state !== 'ready'} onClick={toggle}>
      {t(isPlaying ? 'cue.stop' : 'cue.play')}
    </button>
  );
}

function SuggestionField({
  item,
  suggestion,
  close,
}: {
  readonly item: Item;
  readonly suggestion: string | null;
  readonly close: () => void;
}) {
  const t = useText();
  const { value, type, keepNow, forget } = useTyped(suggestion ?? item.text, (text) =>
    update((work) => suggest(work, about(item.target, item.text), text)),
  );
  return (
    <div className="writer">
      <label className="writer__field">
        <span>{t('suggest.label')}</span>
        <textarea
          lang={item.language}
          dir={item.direction}
          rows={item.target.kind === 'cue' ? 2 : 6}
          maxLength={20_000}
          value={value}
          data-field="suggestion"
          autoFocus={suggestion === null}
          onFocus={(event) => {
            const { length } = event.target.value;
            event.target.setSelectionRange(length, length);
          }}
          onChange={(event) => type(event.target.value)}
          onBlur={keepNow}
        />
      </label>
      {value !== item.text && (
        <button
          type="button"
          onClick={() => {
            forget();
            update((work) => suggest(work, about(item.target, item.text), item.text));
            close();
          }}
        >
          {t('suggest.reset')}
        </button>
      )}
    </div>
  );
}
