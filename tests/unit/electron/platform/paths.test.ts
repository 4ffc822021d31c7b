import { describe, expect, it } from 'vitest';
import { appFolders } from '../../../../electron/platform/paths';

describe('appFolders', () => {
  it('follows each system', () => {
    expect(appFolders({}, 'linux', '/home/a').cache).toBe('/home/a/.cache/outspoken');
    expect(appFolders({ XDG_DATA_HOME: '/d' }, 'linux', '/home/a').data).toBe('/d/outspoken');
    expect(appFolders({}, 'darwin', '/Users/a').data).toBe('/Users/a/Library/Application Support/Outspoken');
    expect(appFolders({ APPDATA: '/r', LOCALAPPDATA: '/l' }, 'win32', '/u').config).toContain('/r/Outspoken');
  });

  it('keeps everything under OUTSPOKEN_HOME', () => {
    const { config, data, cache } = appFolders(
      { OUTSPOKEN_HOME: '/stick', XDG_CACHE_HOME: '/c' },
      'linux',
      '/home/a',
    );
    expect([config, data, cache].every((path) => path.startsWith('/stick/'))).toBe(true);
  });
});
