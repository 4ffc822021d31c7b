import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { filesOf, makeSample } from '../../../electron/services/sample/sample';
import { sampleFolder, sampleTruth } from '../../support/sample';

const PATIENCE_MS = 300_000;
const EDITIONS = ['sample-interview', 'sample-en', 'sample-ru', 'sample-kk'];

const Probe = z.object({
  streams: z.array(
    z.object({ codec_name: z.string(), width: z.number().optional(), avg_frame_rate: z.string() }),
  ),
  format: z.object({ duration: z.coerce.number() }),
});

test(
  'every edition is a film with its transcript and its truth',
  () => {
    for (const edition of EDITIONS) {
      const { mediaPath, transcriptPath } = filesOf(sampleFolder(), edition);
      const shown = ['-v', 'error', '-show_streams', '-show_format', '-of', 'json', mediaPath];
      const { streams, format } = Probe.parse(
        JSON.parse(execFileSync('ffprobe', shown, { encoding: 'utf8' })),
      );
      expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
      expect(streams[0]).toMatchObject({ width: 1280, avg_frame_rate: '25/1' });
      const truth = sampleTruth(edition);
      expect(format.duration * 1000).toBeGreaterThan(truth.at(-1)?.endMs ?? Infinity);
      const written = readFileSync(transcriptPath, 'utf8').replace(/^(Interviewer|Defender): /gm, '');
      expect(truth.map(({ text }) => text)).toEqual(written.trim().split(/\s+/));
      for (const [index, { startMs, endMs }] of truth.entries()) {
        expect(endMs).toBeGreaterThan(startMs);
        expect(startMs).toBeGreaterThanOrEqual(truth[index - 1]?.endMs ?? 0);
      }
    }
  },
  PATIENCE_MS,
);

test(
  'the truth is true: it is loud inside sentences and quiet between speakers',
  () => {
    const { mediaPath } = filesOf(sampleFolder(), 'sample-kk');
    const raw = ['-v', 'error', '-i', mediaPath, '-vn', '-ac', '1', '-ar', '8000', '-f', 's16le', '-'];
    const bytes = execFileSync('ffmpeg', raw, { maxBuffer: 64 * 1024 * 1024 });
    const power = (fromMs: number, toMs: number) => {
      let sum = 0;
      for (let n = fromMs * 8; n < toMs * 8; n++) sum += bytes.readInt16LE(2 * n) ** 2;
      return sum / ((toMs - fromMs) * 8);
    };
    const truth = sampleTruth('sample-kk');
    for (const [index, { startMs, endMs }] of truth.entries()) {
      const next = truth[index + 1];
      if (!next || next.startMs - endMs < 600) continue;
      // The room's echo dies away within a tenth of a second.
      expect(power(startMs, endMs)).toBeGreaterThan(30 * power(endMs + 250, next.startMs - 50));
    }
  },
  PATIENCE_MS,
);

test(
  'cancelled, it leaves nothing behind',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outspoken-sample-'));
    try {
      const controller = new AbortController();
      const onProgress = (fraction: number) => {
        if (fraction > 0) controller.abort();
      };
      const made = makeSample({ folder, ffmpegPath: 'ffmpeg', signal: controller.signal, onProgress });
      await expect(made).rejects.toMatchObject({ code: 'cancelled' });
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  PATIENCE_MS,
);
