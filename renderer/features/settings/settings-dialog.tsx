import { useState } from 'react';
import type { Tool } from '../../../shared/api/contract';
import { useMessages } from '../../app/messages';
import type { Theme } from '../../app/theme';
import { loadAppInfo, useAppInfo } from '../../state/app-info';
import { attempt } from '../../state/notices';
import { showDialog } from '../../state/session';
import { changeSettings, useSettings } from '../../state/settings';
import { Button } from '../../ui/button';
import { ModalDialog } from '../../ui/dialog';
import { ChoiceCards, TextInput } from '../../ui/field';
import { ListeningSetting } from '../listening/index';
import { TranslatorSetting } from './translator-setting';
import './settings.css';

const DIRECTIONS = ['ltr', 'rtl'] as const;
const THEMES: readonly Theme[] = ['dark', 'light', 'contrast', 'system'];

/** Theme and direction, which ffmpeg is used and what it can do, and the translation program. Everything takes effect at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const { theme, direction } = useSettings();
  const info = useAppInfo((state) => state.info);
  return (
    <ModalDialog
      title={t('settings.title')}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('app.done')}
        </Button>
      }
    >
      <ChoiceCards
        label={t('settings.theme')}
        value={theme}
        options={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
        onChange={(value) => void changeSettings({ theme: value })}
      />
      <ChoiceCards
        label={t('settings.direction')}
        value={direction}
        options={DIRECTIONS.map((value) => ({ value, label: t(`settings.direction.${value}`) }))}
        onChange={(value) => void changeSettings({ direction: value })}
      />
      <Button onPress={() => showDialog('keys')}>{t('command.keys.change')}</Button>
      <ListeningSetting />
      <section className="settings__tools">
        <h3 className="settings__heading">{t('settings.ffmpeg')}</h3>
        <p className="settings__lead">{t('settings.ffmpegHelp')}</p>
        {info?.setsPrograms === true ? <FfmpegPath /> : <FfmpegElsewhere />}
        <ul className="settings__report" aria-live="polite">
          {info?.tools.map((tool) => (
            <ToolRow key={tool.name} tool={tool} />
          ))}
        </ul>
      </section>
      <TranslatorSetting />
      <p className="settings__version">{t('settings.version', { version: info?.version ?? '' })}</p>
    </ModalDialog>
  );
}

/** Another ffmpeg than the one that is found; the system itself asks before it is used. */
function FfmpegPath() {
  const t = useMessages();
  const ffmpegPath = useSettings((state) => state.ffmpegPath);
  const [path, setPath] = useState(ffmpegPath ?? '');
  const [isTrying, setTrying] = useState(false);

  const useIt = () =>
    attempt(async () => {
      setTrying(true);
      try {
        await takeFfmpeg(path.trim() === '' ? null : path.trim());
      } finally {
        setTrying(false);
      }
    });

  return (
    <div className="settings__path">
      <TextInput
        label={t('settings.ffmpegPath')}
        help={t('settings.ffmpegPathHelp')}
        value={path}
        onChange={setPath}
        onSubmit={useIt}
        dir="ltr"
      />
      <Button onPress={useIt} isDisabled={isTrying || path.trim() === (ffmpegPath ?? '')}>
        {isTrying ? t('settings.trying') : t('settings.use')}
      </Button>
    </div>
  );
}

async function takeFfmpeg(ffmpegPath: string | null): Promise<void> {
  await changeSettings({ ffmpegPath });
  await loadAppInfo();
}

function FfmpegElsewhere() {
  const t = useMessages();
  const ffmpegPath = useSettings((state) => state.ffmpegPath);
  return (
    <>
      <p className="settings__lead">{t('settings.ffmpegElsewhere')}</p>
      {ffmpegPath !== null && (
        <div className="settings__buttons">
          <Button onPress={() => attempt(() => takeFfmpeg(null))}>{t('settings.ffmpegFind')}</Button>
        </div>
      )}
    </>
  );
}

function ToolRow({ tool }: { readonly tool: Tool }) {
  const t = useMessages();
  const isFine = tool.problem === null && tool.path !== null;
  return (
    <li className={isFine ? 'tool' : 'tool tool--bad'}>
      <span className="tool__name">
        {tool.name} {tool.version !== null && <span className="tool__version">{tool.version}</span>}
      </span>
      {tool.path !== null && (
        <span className="tool__path" dir="ltr">
          {tool.path}
        </span>
      )}
      <span className="tool__state">
        {tool.problem?.message ?? (isFine ? t('settings.toolFine') : t('settings.toolMissing'))}
      </span>
      {tool.missing.length > 0 && (
        <span className="tool__state">{t('settings.toolLacks', { missing: tool.missing.join(', ') })}</span>
      )}
    </li>
  );
}
