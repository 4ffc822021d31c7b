import { useRef } from 'react';
import { ALWAYS, KEYS } from './keys';
import { usePacket } from './store';
import { useText } from './use-text';

/** A button, and the list of keys it shows. */
export function KeysDialog() {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const singleKeys = usePacket((state) => state.singleKeys);
  return (
    <>
      <button type="button" id="keys-button" onClick={() => dialog.current?.showModal()}>
        {t('page.keys')}
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{t('keys.title')}</h2>
        <dl className="keys">
          {[...KEYS, ...ALWAYS].map(({ title, shown }) => (
            <div key={title}>
              <dt>{t(title)}</dt>
              <dd dir="ltr">
                {shown.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
        <label className="tick">
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={(event) => usePacket.setState({ singleKeys: event.target.checked })}
          />
          <span>{t('keys.single')}</span>
        </label>
        <form method="dialog">
          <button type="submit" className="main">
            {t('page.close')}
          </button>
        </form>
      </dialog>
    </>
  );
}
