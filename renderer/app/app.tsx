import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { EditorScreen } from '../features/editor/index';
import { FileDialogHost } from '../features/files/index';
import { StartScreen } from '../features/start/index';
import { useDocument } from '../state/document';
import { useSession } from '../state/session';
import { useSettings } from '../state/settings';
import { localeFor } from './direction';
import { Dialogs } from './dialogs';
import { useMessages } from './messages';
import { LiveRegion, Toasts } from './toasts';
import { startApp } from './start-app';
import './app.css';

/** The whole window: one screen, at most one dialog over it, notices on top. */
export function App() {
  const t = useMessages();
  const [isDropping, setDropping] = useState(false);
  useEffect(() => startApp({ onDropHover: setDropping }), []);
  const screen = useSession((state) => state.screen);
  const title = useDocument((state) => (state.session === null ? null : state.project.meta.title));
  useEffect(() => {
    document.title = title === null ? t('app.name') : t('app.windowTitle', { title });
  }, [title, t]);
  const direction = useSettings((state) => state.direction);
  return (
    <I18nProvider locale={localeFor(direction)}>
      {screen === 'start' ? <StartScreen /> : <EditorScreen />}
      <Dialogs />
      <FileDialogHost />
      {isDropping && <p className="drop-hint">{t('app.dropHint')}</p>}
      <Toasts />
      <LiveRegion />
    </I18nProvider>
  );
}
