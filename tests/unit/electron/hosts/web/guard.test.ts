import { describe, expect, it } from 'vitest';
import {
  checkRequest,
  cookieValue,
  sameSecret,
  type GuardedRequest,
} from '../../../../../electron/hosts/web/guard';

const rules = {
  host: '127.0.0.1:4000',
  origin: 'http://127.0.0.1:4000',
  cookieName: 'outspoken_4000',
  secret: 'a'.repeat(43),
  sites: ['same-origin'],
};
const good: GuardedRequest = {
  method: 'POST',
  host: '127.0.0.1:4000',
  origin: 'http://127.0.0.1:4000',
  fetchSite: 'same-origin',
  cookie: `other=1; outspoken_4000=${'a'.repeat(43)}`,
};

describe('checkRequest', () => {
  it('lets the session of the right page through', () => {
    expect(checkRequest(good, rules)).toBe('ok');
    expect(checkRequest({ ...good, method: 'GET', origin: undefined }, rules)).toBe('ok');
    expect(checkRequest({ ...good, fetchSite: undefined }, rules)).toBe('ok');
  });

  it.each([
    ['a rebound DNS name', { host: 'evil.example:4000' }, 'wrong-host'],
    ['localhost by name', { host: 'localhost:4000' }, 'wrong-host'],
    ['another port', { host: '127.0.0.1:4001' }, 'wrong-host'],
    ['no host', { host: undefined }, 'wrong-host'],
    ['a foreign origin', { origin: 'http://evil.example' }, 'foreign-origin'],
    ['an origin that starts alike', { origin: 'http://127.0.0.1:4000.evil.example' }, 'foreign-origin'],
    ['a null origin', { origin: 'null' }, 'foreign-origin'],
    ['a POST without origin', { origin: undefined }, 'foreign-origin'],
    ['another port of this machine', { fetchSite: 'same-site' }, 'foreign-origin'],
    ['a cross-site fetch', { fetchSite: 'cross-site' }, 'foreign-origin'],
    ['no cookie', { cookie: undefined }, 'no-session'],
    ['a wrong secret', { cookie: `outspoken_4000=${'b'.repeat(43)}` }, 'no-session'],
    ['the secret under another name', { cookie: `outspoken_4001=${'a'.repeat(43)}` }, 'no-session'],
    ['a shorter secret', { cookie: 'outspoken_4000=aaa' }, 'no-session'],
  ])('refuses %s', (_what, part, verdict) => {
    expect(checkRequest({ ...good, ...part }, rules)).toBe(verdict);
  });
});

describe('cookieValue', () => {
  it('finds a cookie among others and only whole names', () => {
    expect(cookieValue('a=1; b=2', 'b')).toBe('2');
    expect(cookieValue('ab=1', 'b')).toBeNull();
    expect(cookieValue('b', 'b')).toBeNull();
  });
});

describe('sameSecret', () => {
  it('compares whole secrets', () => {
    expect(sameSecret('abc', 'abc')).toBe(true);
    expect(sameSecret('abc', 'abd')).toBe(false);
    expect(sameSecret('abc', 'abcd')).toBe(false);
  });
});
