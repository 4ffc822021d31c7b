import { createScope } from '../platform/scope';
import { useAppInfo } from '../state/app-info';
import { flushDocument, useDocument } from '../state/document';
import { notifyError } from '../state/notices';
import { keepTyped } from '../state/typed';

/** Makes safe what would be lost with the page, a text that is being typed too; returns what stops it. */
export function followLeaving(): () => void {
  const scope = createScope();
  scope.listen(window, 'beforeunload', (event) => {
    keepTyped();
    const { session, seq, safeSeq } = useDocument.getState();
    if (session === null || safeSeq >= seq) return;
    // The browser asks; what is on its way has arrived before anybody answers.
    event.preventDefault();
    flushDocument().then(closeAgain, notifyError);
  });
  return scope.end;
}

/** Electron asks nobody, it only stays open: what the person wanted is done once nothing is lost by it. */
function closeAgain(): void {
  if (useAppInfo.getState().info?.nativeDialogs === true) window.close();
}
