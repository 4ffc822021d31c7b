import { createClient, type Client, type Transport } from '../../shared/api/client';
import { createHttpTransport } from './http-transport';

declare global {
  interface Window {
    /** Put there by the window host's preload; absent in a browser. */
    readonly outspoken?: Transport;
  }
}

let current: Client | null = null;

/** The one client of this page: over the preload in the window host, over HTTP in a browser. */
export function getClient(): Client {
  current ??= createClient(window.outspoken ?? createHttpTransport());
  return current;
}

/** Replaces the client; for tests of what stands on it. */
export function provideClient(client: Client): void {
  current = client;
}
