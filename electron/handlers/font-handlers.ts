import { homedir } from 'node:os';
import type { Handlers } from '../../shared/api/client';
import {
  addCampaignFont,
  campaignFonts,
  readCampaignFont,
  type PlacedFont,
} from '../services/fonts/campaign-fonts';
import { findSystemFonts, systemFontFolders } from '../services/fonts/system-fonts';
import { createCampaignFolders } from './campaign-folders';
import type { ServiceParts } from './parts';

/** The font files of a project's campaign. */
export function fontHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, Extract<keyof Handlers, `fonts.${string}`>> {
  const { files } = parts;
  const placesOf = createCampaignFolders(parts, check);
  const plain = (fonts: readonly PlacedFont[]) => ({ fonts: fonts.map(({ path: _, ...font }) => font) });
  return {
    'fonts.list': async ({ session }) => plain(await campaignFonts(placesOf(session).folders)),
    'fonts.add': async ({ session, file }) => {
      const { folders, target } = placesOf(session);
      await addCampaignFont(files.pathOf(file), target);
      return plain(await campaignFonts(folders));
    },
    'fonts.system': async ({ session, characters }) => {
      check(session);
      const folders = systemFontFolders(process.env, process.platform, homedir());
      const found = await findSystemFonts(characters, folders);
      return {
        fonts: found.map(({ path, family, covered }) => ({ file: files.mint(path), family, covered })),
      };
    },
    'fonts.read': async ({ session, file }) => {
      const bytes = await readCampaignFont(await campaignFonts(placesOf(session).folders), file);
      return { base64: Buffer.from(bytes).toString('base64') };
    },
  };
}
