import { basename } from 'node:path';
import type { TextSource } from '../../shared/api/contract';
import type { Handlers } from '../../shared/api/client';
import { AppError } from '../../shared/api/errors';
import { sourceTrackOf } from '../../shared/edits/make-subtitles';
import { readFileCapped } from '../platform/files';
import { runWorker } from '../platform/workers';
import { PlaceResult, type PlaceWork } from '../services/translation/place-work';
import { createTranslationHelp } from '../services/memory/translation-help';
import type { ServiceParts } from './parts';

const help = createTranslationHelp();

/** Largest translation that is read. */
const MAX_BYTES = 50 * 1024 * 1024 - 1;

/** What is done with translations besides editing them. */
export function translationHandlers(
  { files, projects }: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, `translation.${'place' | 'help' | 'search' | 'keep'}`> {
  const inputOf = async (source: TextSource): Promise<PlaceWork['input']> => {
    if (source.kind === 'text') return { text: source.text };
    if (source.kind === 'bytes') return { bytes: Buffer.from(source.base64, 'base64'), name: source.name };
    const path = files.pathOf(source.file);
    return { bytes: await readFileCapped(path, MAX_BYTES), name: basename(path) };
  };
  const trackOf = (session: string, id: string) => {
    const track = projects.get(session).tracks.find((each) => each.id === id);
    if (!track) throw new AppError('bad-request', { reason: `there is no track ${id}` });
    return track;
  };
  return {
    'translation.help': async ({ session, cue }) => {
      check(session);
      const { matches, terms, unreadable } = await help.forCue(
        projects.state(session).path,
        projects.get(session),
        cue,
      );
      return {
        matches: [...matches],
        terms: terms.map((term) => ({ ...term, forbidden: [...term.forbidden], wrong: [...term.wrong] })),
        unreadable: [...unreadable],
      };
    },
    'translation.search': async ({ session, track, phrase }) => {
      check(session);
      const place = projects.state(session).path;
      return { units: await help.search(place, projects.get(session), trackOf(session, track), phrase) };
    },
    'translation.keep': async ({ session, track }) => {
      check(session);
      const { path, draft } = projects.state(session);
      if (draft)
        throw new AppError('bad-request', { reason: 'a draft has no folder of its own: save it first' });
      const { path: file, units } = await help.keep(path, projects.get(session), trackOf(session, track));
      return { file: basename(file), units };
    },
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
