import { X } from 'lucide-react';
import type { Job } from '../../../shared/domain/job';
import { formatClock, formatPercent } from '../../app/format';
import { useMessages } from '../../app/messages';
import { cancelJob, dismissJob, isActive } from '../../state/jobs';
import { attempt } from '../../state/notices';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';

/** One job: what it does, how far it is, how it ended, and the way to stop it or take it off the list. */
export function JobRow({ job }: { readonly job: Job }) {
  const t = useMessages();
  const title = t(`job.${job.kind}`, { subject: job.subject });
  return (
    <li className="job">
      <div className="job__head">
        <span className="job__title" dir="auto">
          {title}
        </span>
        {isActive(job) ? (
          <Button
            variant="quiet"
            size="small"
            aria-label={t('job.cancelNamed', { title })}
            onPress={() => attempt(() => cancelJob(job.id))}
          >
            {t('app.cancel')}
          </Button>
        ) : (
          <Button
            variant="quiet"
            size="small"
            aria-label={t('job.dismissNamed', { title })}
            onPress={() => dismissJob(job.id)}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      </div>
      {isActive(job) && <Progress label={title} value={job.state === 'queued' ? null : job.progress} />}
      <JobState job={job} />
    </li>
  );
}

/** A job's state in words: `63 %, 1:20 left`, `Done`, or what went wrong. */
export function JobState({ job }: { readonly job: Job }) {
  const t = useMessages();
  if (job.state === 'failed') return <p className="job__state job__state--failed">{job.error?.message}</p>;
  return <p className="job__state numbers">{jobStateText(job, t)}</p>;
}

function jobStateText(job: Job, t: ReturnType<typeof useMessages>): string {
  if (job.state !== 'running') return t(`job.state.${job.state}`);
  const percent = formatPercent(job.progress);
  return job.etaMs === null ? percent : t('job.left', { percent, left: formatClock(job.etaMs) });
}
