/** What this host is and can: version, kind of dialogs, tools found. */
import { create } from 'zustand';
import type { Output } from '../../shared/api/contract';
import { getClient } from '../platform/client';

export type AppInfo = Output<'app.info'>;

export const useAppInfo = create<{ readonly info: AppInfo | null }>()(() => ({ info: null }));

/** Asks the services again, e.g. after another ffmpeg was chosen. */
export async function loadAppInfo(): Promise<AppInfo> {
  const info = await getClient().call('app.info', {});
  useAppInfo.setState({ info });
  return info;
}
