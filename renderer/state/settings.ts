/** The person's settings, kept by the services; the layout is written back a moment after it changes. */
import { create } from 'zustand';
import type { Settings } from '../../shared/api/contract';
import { getClient } from '../platform/client';
import { notifyError } from './notices';
import { useSession } from './session';

/** A drag of a separator is over before the layout is written. */
const LAYOUT_MS = 600;

export const useSettings = create<Settings>()(() => ({
  theme: 'dark',
  direction: 'ltr',
  ffmpegPath: null,
  keys: { preset: 'outspoken', changed: {} },
  listening: { tones: false, spoken: false },
  translator: null,
  layout: {},
}));

/** Reads the settings and follows changes of the layout; resolves with what stops following. */
export async function followSettings(): Promise<() => void> {
  const settings = await getClient().call('settings.get', {});
  useSettings.setState(settings);
  useSession.setState({ layout: settings.layout });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useSession.subscribe((state, before) => {
    if (state.layout === before.layout) return;
    clearTimeout(timer);
    timer = setTimeout(() => void changeSettings({ layout: { ...state.layout } }), LAYOUT_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Reads again what another program (the command line) may have changed; the layout stays as it is on the screen. */
export async function reloadSettings(): Promise<void> {
  const { layout: _, ...settings } = await getClient().call('settings.get', {});
  useSettings.setState(settings);
}

/** Changes some settings, at once on the screen and at the services; what they do not take is put back. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const before = useSettings.getState();
  useSettings.setState(change);
  try {
    useSettings.setState(await getClient().call('settings.set', change));
  } catch (error) {
    useSettings.setState({ ...before, layout: useSettings.getState().layout });
    notifyError(error);
  }
}
