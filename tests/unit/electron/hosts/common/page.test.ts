import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, pageFile, pageType } from '../../../../../electron/hosts/common/page';

describe('pageFile', () => {
  it.each([
    ['/', '/page/index.html'],
    ['/assets/a.js', '/page/assets/a.js'],
    ['/a%20b.css', '/page/a b.css'],
  ])('%s is %s', (path, file) => expect(pageFile('/page', path)).toBe(file));

  it.each([
    '/../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/../../secret',
    '/..\\..\\secret',
    '/%00',
    '/%',
    '/..',
    '/../pagex/file',
  ])('refuses %s', (path) => expect(pageFile('/page', path)).toBeNull());
});

describe('contentSecurityPolicy', () => {
  it('lets in no script from outside and no inline script', () => {
    const policy = contentSecurityPolicy('http://127.0.0.1:5000');
    const scripts = policy.split('; ').find((part) => part.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain('media-src http://127.0.0.1:5000 blob:');
  });
});

describe('pageType', () => {
  it('names WASM, which is compiled while it streams only under its own type', () => {
    expect(pageType('a.wasm')).toBe('application/wasm');
    expect(pageType('a.unknown')).toBe('application/octet-stream');
  });
});
