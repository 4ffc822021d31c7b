import { useState } from 'react';
import { contrastSentence } from '../../../shared/contrast/in-output';
import type { Id } from '../../../shared/domain/common';
import type { PictureShape } from '../../../shared/domain/video-output';
import { useMessages } from '../../app/messages';
import { getClient } from '../../platform/client';
import { flushDocument, useDocument } from '../../state/document';
import { jobResult } from '../../state/jobs';
import { attempt } from '../../state/notices';
import { Button } from '../../ui/button';
import { lookAgain } from './state';
import type { PlanCheck } from './use-plan-check';

interface Unmeasured {
  readonly track: Id;
  readonly shape: PictureShape;
}

/** Each language in each picture that nobody has looked at wholly, once. */
export function unmeasuredIn({ files }: Pick<PlanCheck, 'files'>): Unmeasured[] {
  const found = files.flatMap(({ item: { output, trackIds }, contrast }) => {
    const [track] = trackIds;
    if (!contrast || contrast.unmeasured === 0 || output.kind !== 'video' || track === undefined) return [];
    const { preset, height, framing } = output;
    return [{ track, shape: { preset, height, ...(framing ? { framing } : {}) } }];
  });
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** How the subtitles of each video stand out from its own picture, and a way to look where nobody has. */
export function ContrastReport({ check }: { readonly check: PlanCheck }) {
  const t = useMessages();
  const [isMeasuring, setMeasuring] = useState(false);
  const drawn = check.files.filter(({ contrast }) => contrast !== null);
  const low = drawn.flatMap(({ item, contrast }) => {
    const sentence = contrast && contrastSentence(contrast);
    return sentence ? [t('export.fileProblem', { file: item.name, problem: sentence })] : [];
  });
  const unmeasured = unmeasuredIn(check);
  const measure = () =>
    attempt(async () => {
      setMeasuring(true);
      await measureAll(unmeasured).finally(() => setMeasuring(false));
      lookAgain();
    });
  if (drawn.length === 0) return null;
  return (
    <>
      {low.map((text) => (
        <li key={text} className="export__low">
          {text}
        </li>
      ))}
      {low.length === 0 && unmeasured.length === 0 && <li>{t('export.contrast.passed')}</li>}
      {unmeasured.length > 0 && (
        <li>
          {t('export.contrast.notLooked', { count: unmeasured.length })}{' '}
          <Button size="small" isDisabled={isMeasuring} onPress={measure}>
            {t(isMeasuring ? 'export.contrast.measuring' : 'export.contrast.measure')}
          </Button>
        </li>
      )}
    </>
  );
}

async function measureAll(unmeasured: readonly Unmeasured[]): Promise<void> {
  const { session } = useDocument.getState();
  if (session === null) return;
  await flushDocument();
  for (const one of unmeasured)
    await jobResult(await getClient().call('contrast.measure', { session, ...one }), 'contrast');
}
