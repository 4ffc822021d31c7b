import { useState } from 'react';
import { useMessages } from '../../app/messages';
import { errorData } from '../../../shared/api/errors';
import { Button } from '../../ui/button';
import { Progress } from '../../ui/progress';
import { useJobs, isActive } from '../../state/jobs';
import { notify } from '../../state/notices';
import { openSample } from './open-sample';

/** Makes the sample interview and opens it, with its progress in the button's place. */
export function TrySample() {
  const t = useMessages();
  const [isMaking, setMaking] = useState(false);
  const job = useJobs((state) =>
    [...state.jobs.values()].find((candidate) => candidate.kind === 'sample' && isActive(candidate)),
  );

  const start = () => {
    setMaking(true);
    openSample()
      .catch((error: unknown) => notify('error', errorData(error).message))
      .finally(() => setMaking(false));
  };

  if (isMaking)
    return (
      <div className="start__making" role="status">
        <span>{t('start.makingSample')}</span>
        <Progress label={t('start.makingSample')} value={job ? job.progress : null} />
      </div>
    );
  return (
    <Button variant="quiet" size="large" onPress={start}>
      {t('start.trySample')}
    </Button>
  );
}
