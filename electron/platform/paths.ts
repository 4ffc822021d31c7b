import { homedir } from 'node:os';
import { join } from 'node:path';

export interface AppFolders {
  /** Settings and recent projects. */
  readonly config: string;
  /** Drafts and the sample: the person's work, never cleared by the app. */
  readonly data: string;
  /** Waveforms, frame indexes, proxies: may be deleted at any time. */
  readonly cache: string;
}

/**
 * The app's own folders by each system's custom (XDG on Linux, Library on macOS, AppData on Windows).
 * `OUTSPOKEN_HOME` puts all three under one folder: portable installs and tests.
 */
export function appFolders(
  environment: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string = homedir(),
): AppFolders {
  const own = environment.OUTSPOKEN_HOME;
  if (own) return { config: join(own, 'config'), data: join(own, 'data'), cache: join(own, 'cache') };
  if (platform === 'win32') {
    const local = environment.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
    const roaming = environment.APPDATA ?? join(home, 'AppData', 'Roaming');
    return {
      config: join(roaming, 'Outspoken'),
      data: join(local, 'Outspoken', 'Data'),
      cache: join(local, 'Outspoken', 'Cache'),
    };
  }
  if (platform === 'darwin')
    return {
      config: join(home, 'Library', 'Preferences', 'Outspoken'),
      data: join(home, 'Library', 'Application Support', 'Outspoken'),
      cache: join(home, 'Library', 'Caches', 'Outspoken'),
    };
  return {
    config: join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'outspoken'),
    data: join(environment.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'outspoken'),
    cache: join(environment.XDG_CACHE_HOME ?? join(home, '.cache'), 'outspoken'),
  };
}
