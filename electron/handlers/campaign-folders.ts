import { dirname } from 'node:path';
import type { ServiceParts } from './parts';

/** Where a campaign's own files are looked for, and where new ones go. */
export interface CampaignFolders {
  readonly folders: readonly string[];
  /** For a draft beside its footage, which stays where it is when the draft is saved. */
  readonly target: string;
}

/** Finds the campaign's folders of an open project. */
export function createCampaignFolders(
  { projects }: Pick<ServiceParts, 'projects'>,
  check: (session: string) => void,
): (session: string) => CampaignFolders {
  return (session) => {
    check(session);
    const { path, draft } = projects.state(session);
    const media = projects.mediaPlace(session);
    const folders = [path, ...(media === null ? [] : [media])].map((place) => dirname(place));
    const [own = '', besideMedia = own] = folders;
    return { folders, target: draft ? besideMedia : own };
  };
}
