import { useCommands, runCommand, shortcutsOf } from '../../app/commands';
import { useMessages } from '../../app/messages';
import { useAppInfo } from '../../state/app-info';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Keys } from '../../ui/keys';
import { RecentProjects } from './recent-projects';
import { TrySample } from './try-sample';
import './start.css';

/** The first screen: three ways in, what was worked on last, and what is missing on this machine. */
export function StartScreen() {
  const t = useMessages();
  const info = useAppInfo((state) => state.info);
  // Where both tools are missing, one sentence is enough: they come together.
  const problem = info?.tools.find((tool) => tool.problem !== null)?.problem?.message;
  return (
    <main className="start">
      <div className="start__page">
        <header className="start__header">
          <p className="start__brand">{t('app.name')}</p>
          <h1 className="start__title">{t('start.title')}</h1>
          <p className="start__lead">{t('start.lead')}</p>
        </header>
        <div className="start__ways">
          <Button variant="primary" size="large" onPress={() => runCommand('media.open')}>
            {t('start.openVideo')}
          </Button>
          <Button size="large" onPress={() => runCommand('project.open')}>
            {t('start.openProject')}
          </Button>
          <TrySample />
        </div>
        {problem !== undefined && (
          <div role="status" className="start__problems">
            <Banner
              tone="warning"
              actions={
                <Button size="small" onPress={() => runCommand('settings.open')}>
                  {t('start.chooseFfmpeg')}
                </Button>
              }
            >
              {problem}
            </Banner>
          </div>
        )}
        <RecentProjects />
        <footer className="start__footer">
          <CommandHint id="palette.open" text={t('start.allCommands')} />
          <CommandHint id="help.keys" text={t('start.allKeys')} />
          <span className="start__private">{t('start.private')}</span>
        </footer>
      </div>
    </main>
  );
}

function CommandHint({ id, text }: { readonly id: string; readonly text: string }) {
  const command = useCommands((state) => state.commands.get(id));
  const shortcut = command && shortcutsOf(command)[0];
  return (
    <Button variant="quiet" size="small" onPress={() => runCommand(id)}>
      {text}
      {shortcut !== undefined && <Keys shortcut={shortcut} />}
    </Button>
  );
}
