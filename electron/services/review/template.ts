import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { Packet } from '../../../shared/review/packet';

/** Where data and recording stand in the page that `build/packet.mjs` makes. */
const DATA = '@@DATA@@';
const MEDIA = '@@MEDIA@@';

/** The page of a packet in the pieces between which data and recording go. */
export interface PacketTemplate {
  readonly before: string;
  readonly between: string;
  readonly after: string;
}

/** Reads the page from `dist/`. Throws `internal` where it is not built. */
export async function readTemplate(distFolder: string): Promise<PacketTemplate> {
  const text = await readFile(join(distFolder, 'packet', 'packet.html'), 'utf8').catch(() => '');
  const [before, rest] = cut(text, DATA);
  const [between, after] = cut(rest, MEDIA);
  return { before, between, after };
}

function cut(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new AppError('internal', { reason: 'the packet page is not built; run npm run build' });
  return [text.slice(0, at), text.slice(at + mark.length)];
}

/** A packet as JSON that nothing in it can break out of: no `<` is left to begin a tag or a comment. */
export function inertJson(packet: Packet): string {
  return JSON.stringify(packet)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
