import type { Answer, Transport } from '../../shared/api/client';
import { jsonParts } from '../../shared/api/json-parts';
import { formatMessage } from '../../shared/messages/index';
import { inSlices } from './slices';

/** An answer the screens make themselves when the local service cannot be reached. */
function unreachable(): Answer {
  const reason = formatMessage('app.unreachable');
  return {
    ok: false,
    error: { code: 'internal', message: formatMessage('error.internal', { reason }), detail: { reason } },
  };
}

interface EventMessage {
  readonly event: string;
  readonly payload: unknown;
}

function messageOf(data: unknown): EventMessage | null {
  if (typeof data !== 'string') return null;
  const parsed: unknown = JSON.parse(data);
  if (typeof parsed !== 'object' || parsed === null) return null;
  if (!('event' in parsed) || typeof parsed.event !== 'string') return null;
  return { event: parsed.event, payload: 'payload' in parsed ? parsed.payload : null };
}

/** Bytes that are handed to the browser at a time: a blob copies what it is made of, megabytes would take tens of milliseconds. */
const BLOB_BYTES = 128 * 1024;

/**
 * What a call sends: text, written in slices so that a step of ten thousand changes keeps nobody waiting. Encoded and handed
 * over part by part; a blob of blobs copies nothing.
 */
async function bodyOf(call: unknown): Promise<Blob> {
  const encoder = new TextEncoder();
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  await inSlices(encoded());
  return new Blob([...blobs, ...parts]);

  function* encoded(): Generator<undefined, undefined> {
    for (const part of jsonParts(call)) {
      const piece = encoder.encode(part);
      parts.push(piece);
      bytes += piece.length;
      yield;
      if (bytes < BLOB_BYTES) continue;
      blobs.push(new Blob(parts));
      [parts, bytes] = [[], 0];
      yield;
    }
  }
}

/**
 * The contract over the loopback server that sent this page: `POST /api/call {method, input, client}` and the server-sent events
 * of `/api/events` (`{event, payload}` each). The cookie set with the page authenticates both.
 */
export function createHttpTransport(): Transport {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  // Ties the calls to the event stream: when this tab goes, the stream breaks and the host closes its projects.
  const client = crypto.randomUUID();
  const source = new EventSource(`/api/events?client=${client}`);

  const receive = (message: MessageEvent<unknown>) => {
    const parsed = messageOf(message.data);
    if (parsed) for (const listener of listeners.get(parsed.event) ?? []) listener(parsed.payload);
  };

  source.addEventListener('message', receive);

  return {
    async call(method, input) {
      try {
        const response = await fetch('/api/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: await bodyOf({ method, input, client }),
        });
        return (await response.json()) as unknown;
      } catch {
        return unreachable();
      }
    },
    on(event, listener) {
      const own = listeners.get(event) ?? new Set();
      listeners.set(event, own.add(listener));
      return () => own.delete(listener);
    },
  };
}
