import { useMessages } from '../../app/messages';
import { useSettings } from '../../state/settings';
import { CheckInput } from '../../ui/field';
import { toggleSpoken, toggleTones } from './listening';

/** What is heard of subtitles while the film plays. */
export function ListeningSetting() {
  const t = useMessages();
  const { tones, spoken } = useSettings((state) => state.listening);
  return (
    <section className="settings__tools">
      <h3 className="settings__heading">{t('listening.title')}</h3>
      <CheckInput label={t('listening.tones')} value={tones} onChange={toggleTones} />
      <CheckInput label={t('listening.spoken')} value={spoken} onChange={toggleSpoken} />
    </section>
  );
}
