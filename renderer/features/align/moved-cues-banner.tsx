import { useMessages } from '../../app/messages';
import { canEdit, useDocument } from '../../state/document';
import { showDialog } from '../../state/session';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { keepTimes, movedCues } from './moved-cues';

/** Says that cues timed by hand no longer match their words, as long as any does and nobody has decided. */
export function MovedCuesBanner() {
  const t = useMessages();
  const cues = useDocument((state) => movedCues(state.project));
  if (cues.length === 0 || !canEdit()) return null;
  return (
    <Banner
      tone="info"
      actions={
        <>
          <Button size="small" onPress={() => showDialog('moved-cues')}>
            {t('align.moved.show')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => keepTimes(cues)}>
            {t('align.moved.keepAll')}
          </Button>
        </>
      }
    >
      {t('align.moved.banner', { count: cues.length })}
    </Banner>
  );
}
