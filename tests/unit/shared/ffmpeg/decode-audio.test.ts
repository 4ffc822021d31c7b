import { expect, it } from 'vitest';
import { decodeAudioArguments } from '../../../../shared/ffmpeg/decode-audio';

const base = { container: 'mov,mp4,m4a,3gp,3g2,mj2', startMs: 0, stream: 3, rateHz: null };

it('maps the one stream by its number and guards the input', () => {
  const args = decodeAudioArguments('/a.mp4', base);
  expect(args).toContain('-format_whitelist');
  expect(args[args.indexOf('-map') + 1]).toBe('0:3');
  expect(args.at(-1)).toBe('pipe:1');
  expect(args).not.toContain('-ar');
});

it('takes a rate, and the shift of a file that starts late', () => {
  const args = decodeAudioArguments('/a.mp4', { ...base, startMs: 500, rateHz: 16_000 });
  expect(args[args.indexOf('-ar') + 1]).toBe('16000');
  expect(args[args.indexOf('-itsoffset') + 1]).toBe('0.500000');
  expect(args.indexOf('-itsoffset')).toBeLessThan(args.indexOf('-i'));
});
