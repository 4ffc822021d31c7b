/** Messages in the picture stream itself: H.264 and HEVC supplemental information (ITU-T H.264 Annex D, H.265 Annex D). */
import type { MetadataItem } from '../domain/export';
import { itemOf, textIn } from './source';

/** Bit stream filter that leaves only such messages, and the NAL unit types they are in. */
export const SEI_UNITS: Readonly<
  Record<string, { readonly types: string; readonly headBytes: number; readonly format: string }>
> = {
  h264: { types: '6', headBytes: 1, format: 'h264' },
  hevc: { types: '39|40', headBytes: 2, format: 'hevc' },
};
/** Messages whose content is free: registered (T.35, cameras and captions) and unregistered (x264's settings, cameras). */
const FREE = new Map([
  [4, 'registered'],
  [5, 'unregistered'],
]);

/** Every different free message in a byte stream (Annex B) of nothing but SEI units. */
export function seiMetadata(stream: Uint8Array, headBytes: number): MetadataItem[] {
  const found = new Map<string, MetadataItem>();
  for (const unit of unitsOf(stream))
    for (const { type, content } of messagesOf(unescaped(unit.subarray(headBytes)))) {
      const name = FREE.get(type);
      if (name === undefined) continue;
      // Sixteen bytes of identity stand before the text of an unregistered message.
      const value = textIn(type === 5 ? content.subarray(16) : content) || `${content.length} bytes`;
      const item = { ...itemOf(`SEI (${name})`, value, null), kind: 'left' as const };
      found.set(item.value, item);
    }
  return [...found.values()];
}

function* unitsOf(stream: Uint8Array): Generator<Uint8Array> {
  let from = -1;
  for (let at = 0; at + 3 <= stream.length; at++) {
    if (stream[at] !== 0 || stream[at + 1] !== 0 || stream[at + 2] !== 1) continue;
    if (from >= 0) yield stream.subarray(from, at);
    from = at + 3;
    at += 2;
  }
  if (from >= 0) yield stream.subarray(from);
}

/** Without the bytes that keep a start code from appearing (7.4.1). */
function unescaped(unit: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < unit.length; at++)
    if (!(unit[at] === 3 && unit[at - 1] === 0 && unit[at - 2] === 0)) bytes.push(unit[at] ?? 0);
  return Uint8Array.from(bytes);
}

function* messagesOf(bytes: Uint8Array): Generator<{ type: number; content: Uint8Array }> {
  let at = 0;
  const number = () => {
    let value = 0;
    while (bytes[at] === 0xff) [value, at] = [value + 255, at + 1];
    return value + (bytes[at++] ?? 0);
  };
  while (at + 2 < bytes.length) {
    const type = number();
    const size = number();
    yield { type, content: bytes.subarray(at, at + size) };
    at += size;
  }
}
