import { expect, it } from 'vitest';
import { ALLOWED_FORMATS, safeInputArguments } from '../../../../shared/ffmpeg/input';

it('puts every guard before the input, which comes last', () => {
  const args = safeInputArguments('/a/b.mp4', { seekMs: 1500, durationMs: 40, extra: ['-itsoffset', '1'] });
  expect(args.filter((arg) => arg.startsWith('-'))).toEqual([
    ...['-protocol_whitelist', '-format_whitelist', '-max_pixels', '-ss', '-t', '-itsoffset', '-i'],
  ]);
  expect(args.slice(-2)).toEqual(['-i', 'file:/a/b.mp4']);
  expect(args).toContain('1.500000');
  expect(args).toContain('0.040000');
});

it.each([
  '-i',
  '--help',
  'http://example.invalid/a.mp4',
  'concat:a|b',
  "it's [1], 100%;\n.mp4",
  'C:\\a b\\ж.mov',
])('makes a file of %j and nothing else', (path) => {
  expect(safeInputArguments(path).at(-1)).toBe(`file:${path}`);
});

it.each(['hls', 'applehttp', 'concat', 'dash', 'sdp', 'rtsp', 'image2', 'lavfi', 'tty', 'rawvideo'])(
  'does not open %s',
  (format) => {
    expect(ALLOWED_FORMATS).not.toContain(format);
  },
);
