import { describe, expect, it } from 'vitest';
import { ffmpegError, lastUsefulLine, saysDiskFull } from '../../../../shared/ffmpeg/errors';

const of = (stderr: string[], code: number | null = 1) =>
  ffmpegError({
    tool: 'ffmpeg',
    code,
    stderr,
    name: 'in.mp4',
    targetName: 'out.mp4',
    paths: ['/home/aida/in.mp4'],
  });

describe('ffmpegError', () => {
  it.each([
    ['disk-full', 'out.mp4', 'av_interleaved_write_frame(): No space left on device'],
    ['disk-full', 'out.mp4', 'av_interleaved_write_frame(): File too large'],
    ['disk-full', 'out.mp4', '[out#0/mp4 @ 0x5] Error writing trailer: No space left on device'],
    ['no-permission', 'out.mp4', 'file:/root/out.mp4: Permission denied'],
    ['no-permission', 'out.mp4', 'file:/mnt/out.mp4: Read-only file system'],
    ['forbidden-format', 'in.mp4', "[hls @ 0x5582] Format not on whitelist 'mov,mp4'"],
    ['forbidden-format', 'in.mp4', "[concat @ 0x5582] Format not on whitelist 'mov,mp4'"],
    ['forbidden-format', 'in.mp4', "[dash @ 0x5582] Format not on whitelist 'mov,mp4'"],
    ['not-media', 'in.mp4', "[srt @ 0x5582] Format not on whitelist 'mov,mp4'"],
    ['not-media', 'in.mp4', "[png_pipe @ 0x5582] Format not on whitelist 'mov,mp4'"],
    [
      'too-large',
      'in.mp4',
      '[png @ 0x1] Picture size 16000x16000 exceeds specified max pixel count 36000000, see',
    ],
    ['unknown-codec', 'in.mp4', 'Decoder (codec apv) not found for input stream #0:0'],
    ['unknown-codec', 'in.mp4', 'Decoding requested, but no decoder found for: vvc'],
    ['damaged-media', 'in.mp4', '[mov,mp4,m4a,3gp,3g2,mj2 @ 0x5] moov atom not found'],
    ['damaged-media', 'in.mp4', 'file:in.mp4: Invalid data found when processing input'],
    ['not-found', 'in.mp4', 'file:in.mp4: No such file or directory'],
  ])('%s for %s: %s', (code, name, line) => {
    const error = of(['Last message repeated 2 times', line, 'Conversion failed!']);
    expect(error).toMatchObject({ code, detail: { name } });
    expect(error.message).toContain(name);
  });

  it.each([
    ["Unknown encoder 'libx264'", 'libx264'],
    ["[AVFilterGraph @ 0x5] No such filter: 'ass'", 'libass'],
  ])('tool-weak: %s', (line, missing) => {
    const error = of([line]);
    expect(error.code).toBe('tool-weak');
    expect(error.message).toContain(missing);
  });

  it('goes by the exit code where the lines are gone', () => {
    expect(of([], 228).code).toBe('disk-full');
    expect(of([], 243).code).toBe('no-permission');
  });

  it('says the full disk before the damage that it did', () => {
    expect(of(['x.mp4: Invalid data found when processing input', 'No space left on device']).code).toBe(
      'disk-full',
    );
  });

  it('else gives the last useful line, without addresses and folders', () => {
    const error = of([
      '[libx264 @ 0x55d5c8a3bd00] width not divisible by 2 (/home/aida/in.mp4)',
      'frame=   12 fps=0.0 q=0.0 size= 0kB',
      'Conversion failed!',
    ]);
    expect(error).toMatchObject({
      code: 'tool-failed',
      detail: { reason: 'width not divisible by 2 (in.mp4)' },
    });
    expect(JSON.stringify(error.detail)).not.toContain('aida');
  });

  it('has something to say of silence', () => {
    expect(of([], null).message).toContain('exit code');
    expect(lastUsefulLine([])).toBeNull();
    expect(lastUsefulLine(['Conversion failed!'])).toBe('Conversion failed!');
  });
});

it('sees a full disk behind exit code 0 (ffmpeg 5.1)', () => {
  expect(saysDiskFull(['av_interleaved_write_frame(): No space left on device'])).toBe(true);
  expect(saysDiskFull(['deprecated pixel format used'])).toBe(false);
});
