/** Looking the words of a track up for `outspoken check --spelling`. */
import type { Client } from '../../../shared/api/client';
import type { CheckInput } from '../../../shared/checks/check';
import { misspelt, wordsToAsk } from '../../../shared/checks/spelling';
import { createCampaignWords } from '../../services/spelling/campaign-words';

/** The input with what dictionaries say of its words. `path` is the checked file: the words of its campaign lie beside it. */
export async function withSpelling(
  client: Client,
  input: CheckInput,
  path: string,
  known: Iterable<string>,
): Promise<CheckInput> {
  const { language } = input.track;
  const words = [...wordsToAsk(input.cues)];
  const { hasDictionary, wrong } = await client.call('spelling.check', { language, words });
  if (!hasDictionary) return { ...input, spelling: null, hasDictionary };
  const learnt = await createCampaignWords().read(path, language);
  return { ...input, spelling: misspelt(wrong, [...learnt, ...known]) };
}
