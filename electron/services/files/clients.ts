import { AppError } from '../../../shared/api/errors';

/** Which client has which projects open, so that a client that goes away leaves none locked. */
export interface Clients {
  /** The client's event stream is there; the answer is called once when it breaks. */
  arrive(client: string): () => void;
  claim(client: string, session: string): void;
  /** Throws `unknown-handle` when the client does not hold the session. */
  check(client: string, session: string): void;
  release(session: string): void;
}

/** `onGone` hears of every session whose client has no event stream left. */
export function createClients(onGone: (session: string) => void): Clients {
  const streams = new Map<string, number>();
  const owners = new Map<string, string>();
  return {
    arrive(client) {
      streams.set(client, (streams.get(client) ?? 0) + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const rest = (streams.get(client) ?? 1) - 1;
        streams.set(client, rest);
        if (rest > 0) return;
        streams.delete(client);
        for (const [session, owner] of owners) if (owner === client) onGone(session);
      };
    },
    claim: (client, session) => void owners.set(session, client),
    check(client, session) {
      if (owners.get(session) !== client) throw new AppError('unknown-handle');
    },
    release: (session) => void owners.delete(session),
  };
}
