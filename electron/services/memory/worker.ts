/** Reads memories and glossaries off the main thread: 100,000 units take seconds to parse. */
import { basename } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import { parseGlossaryCsv, parseTbx } from '../../../shared/translation/glossary/terms';
import { parseTmx } from '../../../shared/translation/memory/tmx';
import { readFileCapped } from '../../platform/files';
import { serveWorker } from '../../platform/workers';
import { decodeText } from '../text/decode';
import { HelpWork, type HelpRead } from './help-work';

/** A memory of a million units is about this large. */
const MAX_BYTES = 400 * 1024 * 1024;

serveWorker(async (raw, { cancelled, progress }): Promise<HelpRead> => {
  const { files, source, target } = HelpWork.parse(raw);
  const found: HelpRead = { units: [], terms: [], unreadable: [] };
  for (const [n, { path, kind }] of files.entries()) {
    if (cancelled()) throw new AppError('cancelled');
    progress(n / files.length);
    const name = basename(path);
    try {
      const { text } = decodeText(await readFileCapped(path, MAX_BYTES), null, name);
      if (kind === 'tmx') {
        const { units, problem } = parseTmx(text, source, target);
        for (const unit of units) found.units.push(unit);
        if (problem !== null) found.unreadable.push(name);
      } else {
        const terms = (kind === 'tbx' ? parseTbx : parseGlossaryCsv)(text, source, target) ?? [];
        for (const term of terms) found.terms.push({ ...term, forbidden: [...term.forbidden] });
      }
    } catch {
      found.unreadable.push(name);
    }
  }
  return found;
});
