import { t } from '../../app/messages';
import { runCommand } from '../../app/commands';
import { useDocument } from '../../state/document';
import { notify } from '../../state/notices';

/** Says why nothing moved when somebody tries to time a translation whose times are the source's; returns what stops it. */
export function followHeldTimes(): () => void {
  return useDocument.subscribe((state, before) => {
    if (state.timesHeld === before.timesHeld || state.session !== before.session) return;
    notify('info', t('translation.held'), {
      label: t('translation.free'),
      run: () => void runCommand('translation.timing'),
    });
  });
}
