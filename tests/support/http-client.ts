import { createClient, type Client } from '../../shared/api/client';
import { ask } from './loopback';

/** The contract over the web host, as the page has it: calls by POST, events by a stream; `ready` once that is open. */
export function httpClient(
  port: number,
  cookie: string,
  name: string,
): { client: Client; raw: Client['call']; ready: Promise<void>; close: () => void } {
  const origin = `http://127.0.0.1:${port}`;
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const stop = new AbortController();
  const call = async (method: string, input: unknown): Promise<unknown> => {
    const answer = await ask(port, '/api/call', {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ method, input, client: name }),
    });
    return JSON.parse(Buffer.from(answer.body, 'latin1').toString('utf8')) as unknown;
  };
  let opened: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (opened = resolve));
  void listen();
  async function listen() {
    const answer = await fetch(`${origin}/api/events?client=${name}`, {
      headers: { cookie },
      signal: stop.signal,
    }).catch(() => null);
    opened();
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of answer?.body ?? []) {
        text += decoder.decode(chunk, { stream: true });
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) {
          if (!message.startsWith('data: ')) continue;
          const { event, payload } = JSON.parse(message.slice(6)) as { event: string; payload: unknown };
          for (const listener of listeners.get(event) ?? []) listener(payload);
        }
      }
    } catch {
      // The stream ends with the test.
    }
  }
  const client = createClient({
    call,
    on(event, listener) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener));
      return () => all.delete(listener);
    },
  });
  return { client, raw: call as Client['call'], ready, close: () => stop.abort() };
}
