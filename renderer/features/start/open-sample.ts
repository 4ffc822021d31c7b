import { t } from '../../app/messages';
import { createProject } from '../../app/project-actions';
import { getClient } from '../../platform/client';
import { jobResult } from '../../state/jobs';
import { importDraft } from '../import/index';

/** The sample's first language; its paragraphs in Russian and Kazakh follow. */
const LANGUAGE = 'en';

/** Makes the sample interview (or finds it made) and opens it as a draft with its transcript already in. */
export async function openSample(): Promise<void> {
  const client = getClient();
  const { media, transcript } = await jobResult(await client.call('sample.make', {}), 'sample');
  const draft = await client.call('transcript.read', {
    source: { kind: 'file', file: transcript.handle },
    language: LANGUAGE,
    encoding: null,
  });
  await createProject(media, LANGUAGE, t('start.sampleTitle'));
  importDraft(draft, LANGUAGE, 'text');
}
