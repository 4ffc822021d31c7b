import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClients } from '../../../../../electron/services/files/clients';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function make() {
  const gone: string[] = [];
  return { clients: createClients((session) => gone.push(session), 1000), gone };
}

describe('createClients', () => {
  it('lets a client use only what it opened', () => {
    const { clients } = make();
    clients.claim('a', 'one');
    expect(() => clients.check('a', 'one')).not.toThrow();
    expect(() => clients.check('b', 'one')).toThrow(expect.objectContaining({ code: 'unknown-handle' }));
    clients.release('one');
    expect(() => clients.check('a', 'one')).toThrow();
  });

  it('keeps the projects of a client that comes back in time', () => {
    const { clients, gone } = make();
    const leave = clients.arrive('a');
    clients.claim('a', 'one');
    leave();
    vi.advanceTimersByTime(900);
    clients.arrive('a');
    vi.advanceTimersByTime(5000);
    expect(gone).toEqual([]);
    expect(clients.abandoned()).toEqual([]);
  });

  it('gives up the projects of one that stays away, and of no other', () => {
    const { clients, gone } = make();
    const leave = clients.arrive('a');
    clients.arrive('b');
    clients.claim('a', 'one');
    clients.claim('b', 'two');
    leave();
    leave();
    expect(clients.abandoned()).toEqual(['one']);
    vi.advanceTimersByTime(1000);
    expect(gone).toEqual(['one']);
    expect(clients.abandoned()).toEqual([]);
  });

  it('counts streams: a second tab of one client keeps it here', () => {
    const { clients, gone } = make();
    const leave = clients.arrive('a');
    clients.arrive('a');
    clients.claim('a', 'one');
    leave();
    vi.advanceTimersByTime(5000);
    expect(gone).toEqual([]);
  });

  it('takes a client that never had a stream (the command line) for present', () => {
    const { clients } = make();
    clients.claim('cli', 'one');
    expect(clients.abandoned()).toEqual([]);
  });
});
