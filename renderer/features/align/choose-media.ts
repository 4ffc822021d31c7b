import { setProjectMedia } from '../../../shared/edits/project';
import { getClient } from '../../platform/client';
import { flushDocument, run, setMedia, useDocument } from '../../state/document';
import { chooseFile } from '../../state/file-choice';
import { setMediaUrl } from '../../state/session';

/**
 * Asks for the project's footage: where it is now if it went missing or changed (another file is then refused), else which
 * file to use from here on.
 */
export async function chooseProjectMedia(): Promise<void> {
  const { session, media, project } = useDocument.getState();
  if (session === null) return;
  const file = await chooseFile('media');
  if (!file) return;
  await flushDocument();
  const isLost = media.state === 'missing' || media.state === 'changed';
  const found = await getClient().call('project.useMedia', {
    session,
    file: file.handle,
    sameAs: isLost ? project.meta.media : null,
  });
  run(setProjectMedia, { media: found.reference });
  setMedia(found.media);
  setMediaUrl(found.media.url);
}
