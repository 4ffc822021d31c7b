import { useState, type KeyboardEvent } from 'react';
import { shortcutsOf, type Command } from '../../app/commands';
import { mayBeKey, shortcutOfPress } from '../../app/key-choice';
import { useMessages } from '../../app/messages';
import { displayShortcut, isMac } from '../../app/shortcuts';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';

export interface KeyRowProps {
  readonly command: Command;
  /** Titles of other commands on one of its keys. */
  readonly rivals: readonly string[];
  readonly isChanged: boolean;
  readonly ownerOf: (key: string) => Command | null;
  /** Other keys; null: those of the preset. */
  readonly onChange: (keys: readonly string[] | null) => void;
}

/** One command: its keys, and a place to press others. */
export function KeyRow({ command, rivals, isChanged, ownerOf, onChange }: KeyRowProps) {
  const t = useMessages();
  const [isAsking, setAsking] = useState(false);
  const [pressed, setPressed] = useState<string | null>(null);
  const title = t(command.titleKey);
  const keys = shortcutsOf(command);
  const owner = pressed === null ? null : ownerOf(pressed);

  const stop = () => {
    setAsking(false);
    setPressed(null);
  };
  const take = (key: string) => {
    onChange([key, ...keys.filter((known) => known !== key)].slice(0, MOST_KEYS));
    stop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    const key = shortcutOfPress(event, isMac());
    if (key === null) return;
    if (!mayBeKey(key) || ownerOf(key)) setPressed(key);
    else take(key);
  };

  return (
    <li className="key-list__row">
      <span className="key-list__title">
        {title}
        {rivals.length > 0 && (
          <span className="key-list__rivals">{t('keys.also', { others: rivals.join(', ') })}</span>
        )}
      </span>
      <span className="key-list__keys">
        {keys.map((key) => (
          <Keys key={key} shortcut={key} />
        ))}
      </span>
      {isAsking ? (
        <span className="key-list__ask">
          <span
            className="key-list__press"
            role="textbox"
            tabIndex={0}
            aria-label={t('keys.pressFor', { command: title })}
            // The person asked for it by pressing “Change”.
            ref={(element) => element?.focus()}
            onKeyDown={onKeyDown}
          >
            {pressed === null ? t('keys.press') : displayShortcut(pressed).join(' ')}
          </span>
          {pressed !== null && owner && (
            <Button size="small" onPress={() => take(pressed)}>
              {t('keys.takeFrom', { command: t(owner.titleKey) })}
            </Button>
          )}
          {pressed !== null && !owner && <span role="status">{t('keys.kept')}</span>}
          <Button variant="quiet" size="small" onPress={stop}>
            {t('app.cancel')}
          </Button>
        </span>
      ) : (
        <span className="key-list__actions">
          <Button
            size="small"
            aria-label={t('keys.changeOf', { command: title })}
            onPress={() => setAsking(true)}
          >
            {t('keys.change')}
          </Button>
          {isChanged ? (
            <Button
              variant="quiet"
              size="small"
              aria-label={t('keys.resetOf', { command: title })}
              onPress={() => onChange(null)}
            >
              {t('keys.reset')}
            </Button>
          ) : (
            keys.length > 0 && (
              <Button
                variant="quiet"
                size="small"
                aria-label={t('keys.removeOf', { command: title })}
                onPress={() => onChange([])}
              >
                {t('keys.remove')}
              </Button>
            )
          )}
        </span>
      )}
    </li>
  );
}

/** As many keys as a command may have (see `KeyChoice`). */
const MOST_KEYS = 6;
