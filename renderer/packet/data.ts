/** What the packet carries: its data as inert JSON, its recording as base64. Both are hostile until read. */
import { Packet } from '../../shared/review/packet';

/** Ids of the elements that hold them; `electron/services/review` writes into the same. */
const DATA = 'packet-data';
const MEDIA = 'packet-media';

/** The packet of this file; null where it cannot be read. */
export function readPacket(): Packet | null {
  try {
    const parsed = Packet.safeParse(JSON.parse(document.getElementById(DATA)?.textContent ?? ''));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Characters decoded at once: a multiple of four, short enough to keep the page alive. */
const PIECE = 1 << 20;

/** An address for the recording inside this file; null where there is none. The page answers while it is decoded. */
export async function mediaAddress(type: string): Promise<string | null> {
  const text = document.getElementById(MEDIA)?.textContent ?? '';
  if (text === '') return null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < text.length; from += PIECE) {
    const bytes = atob(text.slice(from, from + PIECE));
    parts.push(Uint8Array.from(bytes, (unit) => unit.charCodeAt(0)));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return URL.createObjectURL(new Blob(parts, { type }));
}
