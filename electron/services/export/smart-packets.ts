import { packetListArguments } from '../../../shared/ffmpeg/smart-plan';
import type { PicturePacket, PictureStream } from '../../../shared/video/smart';
import { runTool } from '../../platform/spawn';

export interface ListedPictures {
  readonly packets: readonly PicturePacket[];
  readonly stream: PictureStream;
}

/** A listing reads the whole file: hours of footage on a slow drive need minutes. */
const LIMIT_MS = 30 * 60_000;

/** Every packet of the picture, without decoding; null where the stream says no clock. Some 100 bytes a picture. */
export async function listPictures(
  path: string,
  stream: number,
  ffprobe: string,
  signal: AbortSignal | undefined,
): Promise<ListedPictures | null> {
  const packets: PicturePacket[] = [];
  let found: PictureStream | null = null;
  const run = await runTool({
    command: ffprobe,
    args: packetListArguments(path, stream),
    timeoutMs: LIMIT_MS,
    signal,
    onStdoutLine: (line) => {
      const fields = new Map(line.split('|').map((part): [string, string] => splitOnce(part)));
      const base = fields.get('time_base');
      if (base !== undefined) found = streamOf(base, fields.get('field_order') ?? null);
      else if (fields.has('flags')) packets.push(packetOf(fields));
    },
  });
  return run.code === 0 && found && packets.length > 0
    ? { packets: withFirstTimes(packets), stream: found }
    : null;
}

/** Matroska leaves out when the first pictures are decoded: any time before the others will do. */
function withFirstTimes(packets: readonly PicturePacket[]): PicturePacket[] {
  const known = packets.findIndex(({ dts }) => dts !== null);
  const from = packets[known]?.dts ?? 0;
  return packets.map((packet, n) => (n < known ? { ...packet, dts: from - (known - n) } : packet));
}

function packetOf(fields: ReadonlyMap<string, string>): PicturePacket {
  const flags = fields.get('flags') ?? '';
  return {
    pts: integer(fields.get('pts')),
    dts: integer(fields.get('dts')),
    isKey: flags.includes('K'),
    isDiscarded: flags.includes('D'),
  };
}

function streamOf(timeBase: string, fieldOrder: string | null): PictureStream | null {
  const [num, den] = timeBase.split('/').map(Number);
  return num === 1 && den !== undefined && den > 0 ? { tickS: 1 / den, fieldOrder } : null;
}

function integer(text: string | undefined): number | null {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : null;
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}
