import { z } from 'zod';
import { rankSubstitutes, substituteOf } from '../../../shared/style/substitutes';
import { serveWorker } from '../../platform/workers';
import { fontFilesIn, readFontSketch } from './font-files';

const Work = z.object({
  folders: z.array(z.string()),
  characters: z.array(z.string()),
  most: z.number().int(),
});

/** Looks through font files, their small tables only; those that draw most of the characters out. */
serveWorker(async (raw, { cancelled }) => {
  const { folders, characters, most } = Work.parse(raw);
  const found = [];
  for await (const path of fontFilesIn(folders)) {
    if (cancelled()) break;
    // What is no font, or none that can be used, is passed over.
    const facts = await readFontSketch(path).catch(() => null);
    const substitute = facts && substituteOf(facts, characters);
    if (substitute) found.push({ ...substitute, path });
  }
  return rankSubstitutes(found).slice(0, most);
});
