import { useEffect, useState } from 'react';
import type { SubtitleFormat, SubtitleOptions, TextIssue } from '../../../shared/api/contract';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { attempt } from '../../state/notices';

const NONE: readonly TextIssue[] = [];

/** What a format cannot hold of a track, asked anew whenever the choice changes; nothing while there is no track. */
export function useLimits(
  trackId: string | null,
  format: SubtitleFormat | null,
  options: SubtitleOptions,
): readonly TextIssue[] {
  const session = useDocument((state) => state.session);
  const [issues, setIssues] = useState(NONE);
  const asked = JSON.stringify([session, trackId, format, options]);
  useEffect(() => {
    let isCurrent = true;
    void attempt(async () => {
      if (session === null || trackId === null || format === null) return setIssues(NONE);
      await flushDocument();
      const found = await getClient().call('export.limits', { session, track: trackId, format, options });
      if (isCurrent) setIssues(found.issues);
    });
    return () => {
      isCurrent = false;
    };
    // `asked` holds all that matters of the options.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  return issues;
}
