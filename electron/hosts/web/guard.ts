import { timingSafeEqual } from 'node:crypto';

/** What the guard looks at; header names in lower case. */
export interface GuardedRequest {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly cookie: string | undefined;
}

export interface GuardRules {
  /** The only `Host` that is answered, e.g. `127.0.0.1:40123`: a rebound DNS name has another. */
  readonly host: string;
  /** The only `Origin` that may send anything. */
  readonly origin: string;
  readonly cookieName: string;
  /** The secret the cookie must hold. */
  readonly secret: string;
  /** `Sec-Fetch-Site` values let through (the media port is same-site to the app's port, not same-origin). */
  readonly sites: readonly string[];
}

export type Verdict = 'ok' | 'wrong-host' | 'foreign-origin' | 'no-session';

/**
 * Whether a request to the loopback server may be answered: exact Host, exact Origin, the session's cookie.
 * Other pages on 127.0.0.1 share the cookie's site, so `Sec-Fetch-Site` is looked at too where the browser sends it.
 */
export function checkRequest(request: GuardedRequest, rules: GuardRules): Verdict {
  if (request.host !== rules.host) return 'wrong-host';
  if (request.origin !== undefined && request.origin !== rules.origin) return 'foreign-origin';
  if (request.method !== 'GET' && request.method !== 'HEAD' && request.origin === undefined)
    return 'foreign-origin';
  if (request.fetchSite !== undefined && !rules.sites.includes(request.fetchSite)) return 'foreign-origin';
  const held = cookieValue(request.cookie, rules.cookieName);
  return held !== null && sameSecret(held, rules.secret) ? 'ok' : 'no-session';
}

/** The value of one cookie in a `Cookie` header; null when it is not there. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

/** Compares secrets in a time that does not tell how much of them is right. */
export function sameSecret(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
