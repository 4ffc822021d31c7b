import { basename } from 'node:path';
import type { TextSource } from '../../shared/api/contract';
import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import { sourceTrackOf } from '../../shared/edits/make-subtitles';
import { readFileCapped } from '../platform/files';
import { runWorker } from '../platform/workers';
import { PlaceResult, type PlaceWork } from '../services/translation/place-work';
import type { ServiceParts } from './parts';

/** Largest translation that is read. */
const MAX_BYTES = 50 * 1024 * 1024 - 1;

/** What is done with translations besides editing them. */
export function translationHandlers(
  { files, projects }: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, 'translation.place'> {
  const inputOf = async (source: TextSource): Promise<PlaceWork['input']> => {
    if (source.kind === 'text') return { text: source.text };
    if (source.kind === 'bytes') return { bytes: Buffer.from(source.base64, 'base64'), name: source.name };
    const path = files.pathOf(source.file);
    return { bytes: await readFileCapped(path, MAX_BYTES), name: basename(path) };
  };
  return {
    'translation.place': async ({ session, language, profileId, source, encoding }) => {
      check(session);
      const project = projects.get(session);
      const track = sourceTrackOf(project);
      const cues = project.cues.filter(({ trackId }) => trackId === track?.id);
      if (!track || cues.length === 0) throw new AppError('no-cues');
      const work: PlaceWork = {
        cues,
        sourceLanguage: track.language,
        targetLanguage: language,
        profileId,
        input: await inputOf(source),
        encoding,
      };
      return PlaceResult.parse(await runWorker('translation', work));
    },
  };
}
