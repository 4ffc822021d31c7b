import { basename, dirname, extname } from 'node:path';
import type { Handlers } from '../../shared/api/client';
import { AppError, errorData } from '../../shared/api/errors';
import { planItems } from '../../shared/export/plan';
import { familiesOf } from '../../shared/style/campaign-families';
import { campaignFonts } from '../services/fonts/campaign-fonts';
import { knownRatios } from '../services/contrast/contrast';
import { fingerprintFile } from '../services/media/fingerprint';
import { checkPlan } from '../services/export/check-plan';
import { runItem } from '../services/export/run-item';
import { protectedNames } from '../services/safety/name-lists';
import type { ServiceParts } from './parts';

type Names = 'export.check' | 'export.run' | `queue.${string}`;

/** A plan before it is begun, and the queue of what was asked for. */
export function queueHandlers(
  { files, jobs, means, media, projects, queue }: ServiceParts,
  check: (session: string) => void,
): Pick<Handlers, Extract<keyof Handlers, Names>> {
  /** The project's own name, by which its files are called: the one on disk, else the title. */
  const placeOf = (session: string) => {
    const { path, draft, project } = projects.state(session);
    const mediaPath = projects.mediaPlace(session);
    return {
      project,
      title: draft ? project.meta.title : basename(path, extname(path)),
      projectPath: draft ? null : path,
      mediaPath,
      sourcePaths: [path, ...(mediaPath === null ? [] : [mediaPath])],
      listFolders: [dirname(path), ...(mediaPath === null ? [] : [dirname(mediaPath)])],
    };
  };
  const folderOf = async (handle: string) => {
    const path = files.pathOf(handle);
    const { kind } = await files.info(path);
    if (kind !== 'folder') throw new AppError('bad-request', { reason: 'not a folder' });
    return path;
  };
  const knownIn = async (path: string | null) =>
    path === null
      ? new Map<string, number | null>()
      : knownRatios({ cacheFolder: means.cacheFolder, fingerprint: await fingerprintFile(path) });
  return {
    'export.check': async ({ session, plan, folder }) => {
      check(session);
      const { project, title, mediaPath, listFolders } = placeOf(session);
      const items = planItems(project, plan, title);
      const { info } = await media.stateOf(project.meta.media, mediaPath);
      const lists = await protectedNames(listFolders).then(
        (names) => ({ names, problem: null }),
        (error: unknown) => ({ names: [], problem: errorData(error) }),
      );
      const target = folder === null ? null : files.pathOf(folder);
      const fonts = familiesOf(await campaignFonts(listFolders));
      const contrast = await knownIn(info ? mediaPath : null);
      return {
        ...(await checkPlan({
          ...{ project, items, folder: target, names: lists.names, media: info, fonts, contrast },
        })),
        problem: lists.problem,
      };
    },
    'export.run': async ({ session, item, folder, override }) => {
      check(session);
      const { title: _, projectPath: __, ...place } = placeOf(session);
      const request = { ...place, item, folder: await folderOf(folder), override: override ?? null };
      return jobs.start({
        kind: 'export',
        subject: item.name,
        run: async ({ signal, progress }) => {
          const { state, record } = await runItem(request, means, { signal, onProgress: progress });
          return { kind: 'export', state, record };
        },
      });
    },
    'queue.get': () => queue.get(),
    'queue.add': async ({ session, plan, folder, override }) => {
      check(session);
      const { title, ...place } = placeOf(session);
      const items = planItems(place.project, plan, title);
      if (items.length === 0) throw new AppError('bad-request', { reason: 'the plan makes no file' });
      return queue.add({ ...place, items, folder: await folderOf(folder), override: override ?? null });
    },
    'queue.move': ({ entry, before }) => queue.move(entry, before),
    'queue.pause': ({ paused }) => queue.pause(paused),
    'queue.cancel': ({ entry }) => queue.cancel(entry),
    'queue.retry': ({ entry }) => queue.retry(entry),
    'queue.clear': () => queue.clear(),
  };
}
