/** Places a translation on the source's cues off the main thread: reading, aligning and spreading take up to seconds. */
import { AppError } from '../../../shared/api/errors';
import { profileById, profileFor } from '../../../shared/profiles/profiles';
import { placeTranslation } from '../../../shared/translation/place/place';
import { placeTable, rowsOfTable } from '../../../shared/translation/place/table';
import { serveWorker } from '../../platform/workers';
import { PlaceWork, type PlaceResult } from './place-work';
import { readTranslation } from './read-translation';

serveWorker(async (raw, { progress, cancelled }): Promise<PlaceResult> => {
  const { cues, sourceLanguage, targetLanguage, profileId, input, encoding } = PlaceWork.parse(raw);
  const text = await readTranslation(input, targetLanguage, encoding);
  const profile = (profileId === null ? null : profileById(profileId)) ?? profileFor(targetLanguage);
  const found = { encoding: text.encoding, issues: [...text.issues] };
  const rows = text.cells && rowsOfTable(text.cells, cues);
  const table = rows && placeTable(rows, { cues, profile, sourceLanguage, targetLanguage });
  if (table) return { placed: table, isTable: true, ...found };
  const onProgress = (fraction: number) => {
    if (cancelled()) throw new AppError('cancelled');
    progress(fraction);
  };
  const { paragraphs } = text;
  const placed = placeTranslation({ cues, sourceLanguage, targetLanguage, profile, paragraphs, onProgress });
  return { placed, isTable: false, ...found };
});
