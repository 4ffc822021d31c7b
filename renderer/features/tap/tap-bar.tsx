import { oneLine } from '../../../shared/text/unspaced';
import { shortcutsOf, useCommands } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { displayShortcut } from '../../app/shortcuts';
import { useDocument } from '../../state/document';
import { cueById } from '../../state/selectors';
import { Button } from '../../ui/button';
import { takeBack, toggleTap, useTap } from './tap';
import './tap.css';

/** Over the list while tap timing is on: what to do, the armed line, how far it is. */
export function TapBar() {
  const t = useMessages();
  const { queue, at, heldFromMs } = useTap();
  const cue = useDocument((state) => cueById(state.project, queue?.[at] ?? null));
  const commands = useCommands((state) => state.commands);
  if (!queue) return null;
  const keyOf = (id: string) => {
    const command = commands.get(id);
    const key = command && shortcutsOf(command)[0];
    return key === undefined ? '–' : displayShortcut(key).join(' ');
  };
  return (
    <section className="tap" aria-label={t('tap.title')} data-held={heldFromMs !== null || undefined}>
      <p className="tap__how">
        {t('tap.how', { hold: keyOf('tap.hold'), back: keyOf('tap.back'), stop: keyOf('tap.stop') })}
      </p>
      <p className="tap__line" aria-live="polite">
        <span className="tap__label">{t(heldFromMs === null ? 'tap.armed' : 'tap.holding')}</span>{' '}
        <bdi>{cue ? oneLine(cue.text) : t('tap.done')}</bdi>
      </p>
      <div className="tap__end">
        <span className="numbers">{t('tap.progress', { done: at, count: queue.length })}</span>
        <Button size="small" isDisabled={at === 0} onPress={takeBack}>
          {t('tap.takeBack')}
        </Button>
        <Button size="small" onPress={toggleTap}>
          {t('tap.stop')}
        </Button>
      </div>
    </section>
  );
}
