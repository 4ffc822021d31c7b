import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeServices, type Services } from '../../electron/compose';

/** An empty folder for the app and one for its files; `done` removes both and restores the environment. */
export async function ownFolders(): Promise<{ home: string; folder: string; done: () => Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'outspoken-contract-home-'));
  const folder = await mkdtemp(join(tmpdir(), 'outspoken-contract-'));
  const before = process.env.OUTSPOKEN_HOME;
  process.env.OUTSPOKEN_HOME = home;
  return {
    home,
    folder,
    async done() {
      if (before === undefined) delete process.env.OUTSPOKEN_HOME;
      else process.env.OUTSPOKEN_HOME = before;
      await rm(home, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const DIST = join(import.meta.dirname, '..', '..', 'dist');

const COMMON = { version: '0', distFolder: DIST, resourcesFolder: null, pick: null } as const;

/** The services as the command line has them: whoever typed it has decided. */
export const cliServices = (): Promise<Services> =>
  composeServices({ ...COMMON, host: 'cli', mediaUrl: null, approve: () => Promise.resolve(true) });

/** The services as the web host has them. */
export const webServices = (mediaUrl: (handle: string) => string): Promise<Services> =>
  composeServices({ ...COMMON, host: 'web', mediaUrl, approve: null });
