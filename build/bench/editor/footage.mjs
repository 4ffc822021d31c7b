/** Long footage in little time: a minute is encoded once and repeated without encoding again. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MINUTE = 60_000;
const MIB = 1024 * 1024;
/** Something that swells and falls like speech does, so that every column of the waveform differs. */
const SOUND = 'anoisesrc=r=48000:d=60:a=0.4:s=1,tremolo=f=3:d=0.9,tremolo=f=0.7:d=0.6';

/** Writes an MP4 of so many minutes at 25 pictures a second, with sound. */
export function makeFootage(path, minutes) {
  const minute = join(path, '..', 'minute.mp4');
  const ffmpeg = (...args) =>
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  ffmpeg(
    ...['-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=60', '-f', 'lavfi', '-i', SOUND],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-pix_fmt', 'yuv420p', '-c:a', 'aac', minute],
  );
  ffmpeg('-stream_loop', String(minutes - 1), '-i', minute, '-c', 'copy', '-movflags', '+faststart', path);
  rmSync(minute);
  return { durationMs: minutes * MINUTE };
}

/** A file's size and SHA-256 of its first and last MiB, as projects refer to footage. */
export function fingerprint(path) {
  const { size } = statSync(path);
  const file = openSync(path, 'r');
  const digest = (offset) => {
    const bytes = Buffer.alloc(Math.min(MIB, size - offset));
    readSync(file, bytes, 0, bytes.length, offset);
    return createHash('sha256').update(bytes).digest('hex');
  };
  const found = {
    sizeBytes: size,
    headSha256: digest(0),
    tailSha256: digest(Math.max(0, size - MIB)),
  };
  closeSync(file);
  return found;
}
