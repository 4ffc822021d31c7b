import { basename } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import { isMovingBrand } from '../../shared/domain/branding';
import { addBrandFile, brandPath, readBranding, saveBranding } from '../services/branding/campaign-branding';
import { cleanBrand, stillOf } from '../services/branding/clean-brand';
import { createCampaignFolders } from './campaign-folders';
import type { ServiceParts } from './parts';

/** The campaign's logo and end card. */
export function brandingHandlers(
  parts: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, Extract<keyof Handlers, `branding.${string}`>> {
  const { files, folders, jobs, tools } = parts;
  const campaign = createCampaignFolders(parts, check);
  return {
    'branding.get': ({ session }) => readBranding(campaign(session).folders),
    'branding.set': async ({ session, branding }) => {
      await saveBranding(campaign(session).target, branding);
      return {};
    },
    'branding.add': async ({ session, file, use }) => {
      const { target } = campaign(session);
      const source = files.pathOf(file);
      const found = await tools.paths();
      return jobs.start({
        kind: 'brand',
        subject: basename(source),
        run: async ({ signal, progress }) => {
          const cleaned = await cleanBrand(source, use, {
            tools: found,
            temporaryFolder: folders.cache,
            signal,
            onProgress: progress,
          });
          await addBrandFile(target, cleaned);
          return { kind: 'brand', file: cleaned.file };
        },
      });
    },
    'branding.show': async ({ session, file }) => {
      const path = await brandPath(campaign(session).folders, file);
      const bytes = await stillOf(path, isMovingBrand(file), await tools.paths());
      return { base64: Buffer.from(bytes).toString('base64') };
    },
  };
}
