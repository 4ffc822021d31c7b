/** The player's own subtitle renderer on a page of its own, for comparing what it draws with what ffmpeg draws. */
import {
  createSubtitleRenderer,
  type SubtitleRenderer,
} from '../../../renderer/features/player/subtitle-renderer';

const Plain = window.Worker;
const ownWorker = () =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'jassub-worker' });
/** Vite finds JASSUB's worker by its address and ours by ours: only when it runs is one put in place of the other. */
function useOwnWorker(): void {
  window.Worker = new Proxy(Plain, {
    construct: () => {
      window.Worker = Plain;
      return ownWorker();
    },
  });
}

let renderer: SubtitleRenderer | null = null;

/** Puts up the renderer for pictures of a size; resolves once it can draw. */
async function open(width: number, height: number): Promise<void> {
  renderer?.end();
  document.body.replaceChildren();
  const host = document.createElement('div');
  host.style.cssText = `position:absolute;left:0;top:0;width:${width}px;height:${height}px`;
  document.body.append(host);
  useOwnWorker();
  renderer = createSubtitleRenderer(host, { width, height }, (error) => {
    document.title = `failed: ${String(error)}`;
  });
  const canvas = host.querySelector('canvas');
  if (canvas) canvas.style.cssText = 'width:100%;height:100%';
  await renderer.drawn();
}

interface DrawnRows {
  readonly top: number;
  readonly rows: number;
  readonly luma: Uint8Array;
}

const channel = new BroadcastChannel('read');

/** Draws a script (null: the one before) at a time and answers with what was drawn. */
async function draw(script: string | null, ms: number): Promise<{ top: number; rows: number; luma: string }> {
  if (!renderer) throw new Error('not open');
  if (script !== null) renderer.setScript(script);
  await renderer.drawn();
  renderer.draw(ms);
  await renderer.drawn();
  const { luma, ...rows } = await new Promise<DrawnRows>((resolve) => {
    channel.onmessage = ({ data }: MessageEvent<DrawnRows>) => resolve(data);
    channel.postMessage('read');
  });
  return { ...rows, luma: base64(luma) };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  const CHUNK = 0x8000;
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

Object.assign(window, { preview: { open, draw } });
