import { answerCall, createClient, type Client } from '../../../shared/api/client';
import type { Services } from '../../compose';

const NAME = 'cli';

/** The contract as the command line uses it: in this process, yet validated both ways like every other host's. */
export function clientOf(services: Services): Client {
  const handlers = services.handlersFor(NAME);
  return createClient({
    call: (method, input) => answerCall(handlers, method, input),
    on: (event, listener) =>
      services.onEvent((name, payload) => (name === event ? listener(payload) : undefined)),
  });
}
