import { z } from 'zod';
import { AppError } from '../../../shared/api/errors';
import { SpectrogramBuilder } from '../../../shared/spectrogram/spectrogram';
import { levelFileParts, SPECTROGRAM_FILE } from '../../../shared/waveform/level-file';
import { serveWorker } from '../../platform/workers';
import { writeCache } from '../media/cache';

const Work = z.object({ file: z.string() });

/** Mono 16-bit samples in pieces in; the spectrogram in `file`, and how long it is (ms) out. */
serveWorker(async (raw, { pieces, cancelled }) => {
  const { file } = Work.parse(raw);
  const builder = new SpectrogramBuilder();
  /** The first byte of a sample whose second comes with the next piece. */
  let odd: number | null = null;
  for await (const piece of pieces) {
    if (cancelled()) throw new AppError('cancelled');
    const bytes: Uint8Array = odd === null ? piece : withFirst(odd, piece);
    odd = bytes.length % 2 === 1 ? (bytes[bytes.length - 1] ?? null) : null;
    builder.push(samplesOf(bytes));
  }
  if (builder.durationMs === 0) return { durationMs: 0 };
  const { levels } = builder.finish();
  await writeCache(file, levelFileParts(SPECTROGRAM_FILE, levels, builder.durationMs));
  return { durationMs: builder.durationMs };
});

function withFirst(byte: number, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(rest.length + 1);
  bytes[0] = byte;
  bytes.set(rest, 1);
  return bytes;
}

/** Whole little-endian samples; a last odd byte is left out. */
function samplesOf(bytes: Uint8Array): Int16Array {
  const count = bytes.length >> 1;
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : bytes.slice();
  return new Int16Array(aligned.buffer, aligned.byteOffset, count);
}
