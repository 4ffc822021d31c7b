/** The sandboxed bridge: gives the page `call` and `on`, and nothing of Electron or Node. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels';

contextBridge.exposeInMainWorld('outspoken', {
  call: (method: string, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(CALL_CHANNEL, String(method), input),
  on: (event: string, listener: (payload: unknown) => void): (() => void) => {
    const wanted = String(event);
    const hear = (_: IpcRendererEvent, name: string, payload: unknown) => {
      if (name === wanted) listener(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, hear);
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, hear);
  },
});
