import { answerCall } from '../../shared/api/client';
import { createClient } from '../../shared/api/client';
import { clientOf } from '../../electron/hosts/cli/client';
import { footage } from '../support/media';
import { conformance } from './conformance';
import { cliServices, ownFolders } from './subjects';

conformance(
  'the command line',
  async () => {
    const { folder, done } = await ownFolders();
    const services = await cliServices();
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
