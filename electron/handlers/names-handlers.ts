import type { Handlers } from '../../shared/api/client';
import type { TextSource } from '../../shared/api/contract';
import { readNames } from '../../shared/safety/names-file';
import { occurrencesOf } from '../../shared/safety/occurrences';
import { resting } from '../platform/resting';
import { readCampaignNames, saveCampaignNames } from '../services/safety/edit-names';
import { readNameList } from '../services/safety/name-lists';
import { decodeText } from '../services/text/decode';
import { createCampaignFolders } from './campaign-folders';
import type { ServiceParts } from './parts';

/** The campaign's do-not-name list. */
export function namesHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, Extract<keyof Handlers, `names.${string}`>> {
  const { files, projects } = parts;
  const campaign = createCampaignFolders(parts, check);
  const listOf = async (source: TextSource) => {
    switch (source.kind) {
      case 'file':
        return readNameList(files.pathOf(source.file));
      case 'bytes':
        return readNames(decodeText(Buffer.from(source.base64, 'base64'), null, source.name).text);
      case 'text':
        return readNames(source.text);
    }
  };
  return {
    'names.get': ({ session }) => readCampaignNames(campaign(session)),
    'names.set': ({ session, names, revision }) => saveCampaignNames(campaign(session), names, revision),
    'names.read': async ({ source }) => {
      const { names, issues } = await listOf(source);
      return { names: [...names], issues: [...issues] };
    },
    'names.find': async ({ session, names }) => {
      check(session);
      const found = await resting(occurrencesOf(projects.get(session), names));
      return { found: found.map(({ count, places }) => ({ count, places: [...places] })) };
    },
  };
}
