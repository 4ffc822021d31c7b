import { AppError } from '../../../shared/api/errors';

/** Which client has which projects open, so that a client that goes away leaves none locked. */
export interface Clients {
  /** The client's event stream is there; the answer is called once when it breaks. */
  arrive(client: string): () => void;
  claim(client: string, session: string): void;
  /** Throws `unknown-handle` when the client does not hold the session. */
  check(client: string, session: string): void;
  release(session: string): void;
  /** Sessions of clients whose stream broke and has not come back: whoever wants to open the project may have them closed. */
  abandoned(): string[];
}

/**
 * How long a client may be away and find its projects as they were: a browser that froze a tab in the background, or a laptop
 * that slept, opens the stream again.
 */
const AWAY_MS = 10 * 60_000;

interface Presence {
  streams: number;
  timer: ReturnType<typeof setTimeout> | null;
}

/** `onGone` hears of every session of a client that has stayed away for `awayMs`. */
export function createClients(onGone: (session: string) => void, awayMs = AWAY_MS): Clients {
  const present = new Map<string, Presence>();
  const owners = new Map<string, string>();
  const held = (client: string) =>
    [...owners].flatMap(([session, owner]) => (owner === client ? [session] : []));

  const leave = (client: string, presence: Presence) => {
    presence.streams -= 1;
    if (presence.streams > 0) return;
    const give = () => {
      present.delete(client);
      for (const session of held(client)) onGone(session);
    };
    presence.timer = setTimeout(give, awayMs);
    presence.timer.unref();
  };

  return {
    arrive(client) {
      const presence = present.get(client) ?? { streams: 0, timer: null };
      if (presence.timer) clearTimeout(presence.timer);
      presence.timer = null;
      presence.streams += 1;
      present.set(client, presence);
      let left = false;
      return () => {
        if (!left) leave(client, presence);
        left = true;
      };
    },
    claim: (client, session) => void owners.set(session, client),
    check(client, session) {
      if (owners.get(session) !== client) throw new AppError('unknown-handle');
    },
    release: (session) => void owners.delete(session),
    abandoned: () => [...present].flatMap(([client, { streams }]) => (streams === 0 ? held(client) : [])),
  };
}
