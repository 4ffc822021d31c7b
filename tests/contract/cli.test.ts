import { answerCall } from '../../shared/api/client';
import { createClient } from '../../shared/api/client';
import { composeServices } from '../../electron/compose';
import { clientOf } from '../../electron/hosts/cli/client';
import { footage } from '../support/media';
import { conformance } from './conformance';
import { DIST, ownFolders } from './subjects';

conformance(
  'the command line',
  async () => {
    const { folder, done } = await ownFolders();
    const services = await composeServices({
      host: 'cli',
      version: '0',
      distFolder: DIST,
      resourcesFolder: null,
      mediaUrl: null,
      pick: null,
      approve: () => Promise.resolve(true),
    });
    const other = services.handlersFor('second');
    const second = createClient({
      call: (method, input) => answerCall(other, method, input),
      on: () => () => undefined,
    });
    const own = services.handlersFor('cli');
    return {
      client: clientOf(services),
      second,
      folder,
      programs: 'typed',
      raw: (method, input) => answerCall(own, method, input),
      async close() {
        await services.dispose();
        await done();
      },
    };
  },
  async () => footage(),
);
