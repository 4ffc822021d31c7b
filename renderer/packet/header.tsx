import { useEffect, useRef, useState } from 'react';
import { PacketLanguage, type Packet } from '../../shared/review/packet';
import { writeReview } from '../../shared/review/review-file';
import { signAs, unsavedCount } from '../../shared/review/work';
import { KeysDialog } from './keys-dialog';
import { openReview, saveReview } from './save';
import { TRANSCRIPT, update, usePacket } from './store';
import { keepTyped } from './typing';
import { useText } from './use-text';

/** A language's name in another one, or its tag. */
export function nameOf(tag: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What the page is for, who reviews, in which language; saving and going on. */
export function Header({ packet }: { readonly packet: Packet }) {
  const t = useText();
  const language = usePacket((state) => state.language);
  const initials = usePacket((state) => state.work.initials);
  return (
    <header className="head">
      <a className="skip" href="#list">
        {t('page.skip')}
      </a>
      <div className="head__title">
        <h1 dir="auto">{t('page.title', { title: packet.title })}</h1>
        <label className="pick">
          <span className="hidden">{t('page.language')}</span>
          <select
            aria-label={t('page.language')}
            value={language}
            onChange={(event) => usePacket.setState({ language: PacketLanguage.parse(event.target.value) })}
          >
            {PacketLanguage.options.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {nameOf(tag, tag)}
              </option>
            ))}
          </select>
        </label>
        <KeysDialog />
      </div>
      <p className="head__intro">{t(packet.media ? 'page.intro' : 'page.introRead')}</p>
      <div className="head__row">
        <label className="field">
          <span>{t('initials.label')}</span>
          <input
            type="text"
            dir="auto"
            maxLength={24}
            autoComplete="off"
            value={initials}
            onChange={(event) => update((work) => signAs(work, event.target.value))}
          />
        </label>
        <Files />
      </div>
      <Kept />
    </header>
  );
}

function Files() {
  const t = useText();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const copy = async () => {
    keepTyped();
    const review = writeReview(usePacket.getState().work);
    try {
      await navigator.clipboard.writeText(review);
      usePacket.setState({ said: t('save.copied') });
    } catch {
      // A page from a file may not use the clipboard: then the person copies.
      setText(review);
    }
  };
  return (
    <div className="files">
      <button type="button" className="main" onClick={saveReview}>
        {t('save.button')}
      </button>
      <button type="button" onClick={() => void copy()}>
        {t('save.copy')}
      </button>
      <button type="button" onClick={() => file.current?.click()}>
        {t('open.button')}
      </button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen) void openReview(chosen);
          event.target.value = '';
        }}
      />
      {text !== null && (
        <label className="writer__field">
          <span>{t('save.text')}</span>
          <textarea
            dir="ltr"
            rows={5}
            readOnly
            autoFocus
            value={text}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
    </div>
  );
}

/** Whoever has come to the end of the list saves there. */
export function SaveAtEnd() {
  const t = useText();
  return (
    <div className="files files--end">
      <button type="button" className="main" onClick={saveReview}>
        {t('save.button')}
      </button>
      <Unsaved />
    </div>
  );
}

/** What is not in a file yet, where there is anything to save. */
function Unsaved() {
  const t = useText();
  const unsaved = usePacket((state) => unsavedCount(state.work, state.saved));
  const hasWork = usePacket(({ work }) => work.notes.length > 0 || work.initials !== '');
  return hasWork && <span className="kept">{t('save.unsaved', { count: unsaved })}</span>;
}

/** How safe the work is. */
function Kept() {
  const t = useText();
  const isStored = usePacket((state) => state.isStored);
  const said = usePacket((state) => state.said);
  const unsaved = usePacket((state) => unsavedCount(state.work, state.saved));
  useEffect(() => {
    if (unsaved === 0 || isStored) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved, isStored]);
  return (
    <>
      <p className={isStored ? 'kept' : 'kept kept--off'}>
        {t(isStored ? 'storage.on' : 'storage.off')} <Unsaved />
      </p>
      <p className="said" role="status">
        {said}
      </p>
    </>
  );
}

/** Chooses a track or the transcript, and which of its parts are listed. */
export function Views({
  packet,
  done,
  all,
}: {
  readonly packet: Packet;
  readonly done: number;
  readonly all: number;
}) {
  const t = useText();
  const { view, filter, language } = usePacket();
  return (
    <div className="views">
      <label className="pick">
        <span>{t('view.label')}</span>
        <select
          value={view}
          onChange={(event) => usePacket.setState({ view: event.target.value, currentId: null })}
        >
          {packet.tracks.map((track) => (
            <option key={track.id} value={track.id}>
              {t('view.subtitles', { language: nameOf(track.language, language) })}
            </option>
          ))}
          {packet.transcript.length > 0 && <option value={TRANSCRIPT}>{t('view.transcript')}</option>}
        </select>
      </label>
      <label className="pick">
        <span>{t('filter.label')}</span>
        <select
          value={filter}
          onChange={(event) => {
            const chosen = FILTERS.find((one) => one === event.target.value);
            if (chosen) usePacket.setState({ filter: chosen });
          }}
        >
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {t(`filter.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="progress">{t('progress', { done, all })}</p>
    </div>
  );
}

const FILTERS = ['all', 'open', 'findings', 'mine'] as const;
