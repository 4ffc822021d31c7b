import { followQueue } from '../features/export/index';
import { followListening } from '../features/listening/index';
import { followDrops } from '../features/start/index';
import { followHeldTimes, followHelp } from '../features/translation/index';
import { getClient } from '../platform/client';
import { createScope } from '../platform/scope';
import { followAlignDraft } from '../state/align-draft';
import { loadAppInfo } from '../state/app-info';
import { useDocument } from '../state/document';
import { followContrast } from '../state/contrast';
import { followFindings } from '../state/findings';
import { followFrames } from '../state/frames';
import { followReview } from '../state/review';
import { followShots } from '../state/shots';
import { followJobs } from '../state/jobs';
import { attempt, notifyError } from '../state/notices';
import { followSettings, useSettings } from '../state/settings';
import { followGlossary } from '../state/glossary';
import { followSpelling } from '../state/spelling';
import { followTracks } from '../state/follow-tracks';
import { allCommands } from './all-commands';
import { chooseKeys, registerCommands, runCommand } from './commands';
import { followKeyboard } from './keyboard';
import { openProjectHandle } from './project-actions';
import { followDirection } from './direction';
import { followTheme } from './theme';

/** Connects the screens with the services, the keyboard and the system; returns what disconnects them. */
export function startApp({ onDropHover }: { readonly onDropHover: (isOver: boolean) => void }): () => void {
  const scope = createScope();
  scope.add(registerCommands(allCommands));
  scope.add(followKeyboard());
  scope.add(followTheme());
  scope.add(followDirection());
  scope.add(followJobs());
  scope.add(followQueue());
  scope.add(followAlignDraft());
  scope.add(followListening());
  scope.add(followTracks());
  scope.add(followFrames());
  scope.add(followShots());
  scope.add(followSpelling());
  scope.add(followContrast());
  scope.add(followGlossary());
  scope.add(followFindings());
  scope.add(followReview());
  scope.add(followHeldTimes());
  scope.add(followHelp());
  scope.add(followDrops(onDropHover));
  scope.add(getClient().on('menu.command', ({ command }) => void runCommand(command)));
  scope.add(getClient().on('project.requested', ({ file }) => attempt(() => openProjectHandle(file))));
  scope.add(useSettings.subscribe(({ keys }) => chooseKeys(keys)));
  followSettings().then(scope.add, notifyError);
  loadAppInfo().catch(notifyError);
  scope.listen(window, 'beforeunload', (event) => {
    const { session, seq, safeSeq } = useDocument.getState();
    // Edits younger than the last answer would be lost; the browser asks.
    if (session !== null && safeSeq < seq) event.preventDefault();
  });
  return scope.end;
}
