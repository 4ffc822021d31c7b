import type { Job } from '../../../shared/domain/job';
import { formatClock, formatPercent } from '../../app/format';
import { useMessages } from '../../app/messages';
import { useAlignDraft } from '../../state/align-draft';
import { cancelJob } from '../../state/jobs';
import { attempt } from '../../state/notices';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';

/** An alignment under way: how far, how long yet, how many words have found a place, and the way to stop it. */
export function AlignProgress({ job }: { readonly job: Job }) {
  const t = useMessages();
  const { words, wanted } = useAlignDraft();
  return (
    <div className="transcript__step transcript__step--busy">
      <span>{t('words.aligning')}</span>
      <Button variant="quiet" size="small" onPress={() => attempt(() => cancelJob(job.id))}>
        {t('words.cancelAlign')}
      </Button>
      <Progress label={t('words.aligning')} value={job.state === 'queued' ? null : job.progress} />
      <span className="numbers">
        {t('words.aligningState', {
          percent: formatPercent(job.progress),
          left: job.etaMs === null ? 'none' : formatClock(job.etaMs),
          placed: words.length,
          wanted,
        })}
      </span>
    </div>
  );
}
