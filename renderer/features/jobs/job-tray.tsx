import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { formatClock, formatPercent } from '../../app/format';
import { useMessages } from '../../app/messages';
import { isActive, useJobs } from '../../state/jobs';
import { JobRow } from './job-row';
import { leadingJob, trayJobs } from './model';
import './jobs.css';

/** The quiet tray: a line in the status bar that opens into the list of jobs. */
export function JobTray() {
  const t = useMessages();
  const state = useJobs();
  const jobs = trayJobs(state);
  if (jobs.length === 0) return null;
  const leading = leadingJob(jobs);
  const active = jobs.filter(isActive).length;
  const failed = jobs.some((job) => job.state === 'failed');
  return (
    <DialogTrigger>
      <AriaButton
        className={failed && leading === null ? 'status__button status__button--failed' : 'status__button'}
      >
        <span className="numbers">
          {leading === null
            ? t(failed ? 'job.someFailed' : 'job.allDone')
            : t('job.summary', {
                count: active,
                title: t(`job.short.${leading.kind}`),
                percent: formatPercent(leading.progress),
                left: leading.etaMs === null ? 'none' : formatClock(leading.etaMs),
              })}
        </span>
      </AriaButton>
      <Popover className="popover job-popover" placement="top start">
        <Dialog className="job-tray">
          <Heading slot="title" className="job-tray__title">
            {t('job.title')}
          </Heading>
          <ul className="job-tray__list">
            {jobs.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </ul>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
