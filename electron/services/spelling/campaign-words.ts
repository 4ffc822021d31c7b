import { isUtf8 } from 'node:buffer';
import { basename, dirname, join } from 'node:path';
import { parseLearnt, withLearnt } from '../../../shared/spelling/learnt';
import { primaryLanguage } from '../../../shared/text/locale';
import { keepCopy, readFileCapped, statOrNull, systemCode, writeFileAtomic } from '../../platform/files';
import { AppError } from '../../../shared/api/errors';
import { decodeText } from '../text/decode';

const MAX_BYTES = 4 * 1024 * 1024;

/** The words learnt in the campaign (the folder) that a project or subtitle file belongs to: a plain text file a language. */
export interface CampaignWords {
  /** Empty where nothing was learnt. Throws `too-large`, `no-permission`. */
  read(path: string, language: string): Promise<string[]>;
  /** Adds a word or takes it out; answers all there are then. Throws `no-permission`, `disk-full`. */
  set(path: string, language: string, word: string, isLearnt: boolean): Promise<string[]>;
}

export function createCampaignWords(): CampaignWords {
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async (path, language) => parseLearnt(await textOf(wordsFile(path, language))),
    set(path, language, word, isLearnt) {
      // One at a time, so that two words learnt at once are both kept.
      const next = last.then(async () => {
        const file = wordsFile(path, language);
        const before = await textOf(file);
        const after = withLearnt(before, word, isLearnt);
        if (after === before) return parseLearnt(after);
        // What was in another encoding is written in UTF-8 now; a guess may be wrong, so the file as it was stays, too.
        if (await isForeign(file)) await keepCopy(file, 'before');
        await writeFileAtomic(file, after);
        return parseLearnt(after);
      });
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** `spelling.ru.txt` beside the file. */
export function wordsFile(path: string, language: string): string {
  const code = primaryLanguage(language);
  if (!/^[a-z]{2,8}$/.test(code))
    throw new AppError('bad-request', { reason: 'no language to learn a word of' });
  return join(dirname(path), `spelling.${code}.txt`);
}

/** Whether a file is there and is no UTF-8: people save it from editors that write something else. */
async function isForeign(file: string): Promise<boolean> {
  return (await statOrNull(file)) !== null && !isUtf8(await readFileCapped(file, MAX_BYTES));
}

async function textOf(file: string): Promise<string> {
  try {
    const bytes = await readFileCapped(file, MAX_BYTES);
    return bytes.length === 0 ? '' : decodeText(bytes, null, basename(file)).text;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return '';
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  }
}
