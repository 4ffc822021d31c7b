import { join } from 'node:path';
import { startWebHost } from '../../electron/hosts/web/server';
import { httpClient } from '../support/http-client';
import { enter } from '../support/loopback';
import { footage } from '../support/media';
import { conformance } from './conformance';
import { DIST, ownFolders, webServices } from './subjects';

conformance(
  'HTTP',
  async () => {
    const { folder, done } = await ownFolders();
    const host = await startWebHost({
      pageFolder: join(DIST, 'renderer'),
      project: null,
      connect: webServices,
    });
    const cookie = await enter(host.address);
    const first = httpClient(host.port, cookie, 'first');
    const second = httpClient(host.port, cookie, 'second');
    return {
      client: first.client,
      second: second.client,
      folder,
      programs: 'elsewhere',
      raw: first.raw,
      async close() {
        first.close();
        second.close();
        await host.close();
        await done();
      },
    };
  },
  async () => footage(),
);
