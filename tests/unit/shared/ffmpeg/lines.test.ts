import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LineSplitter } from '../../../../shared/ffmpeg/lines';

function split(parts: readonly string[]): string[] {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  for (const part of parts) splitter.push(part);
  splitter.end();
  return lines;
}

it.each([
  [['a\nb\n'], ['a', 'b']],
  [['a\r\nb'], ['a', 'b']],
  [['frame=1\rframe=2\r'], ['frame=1', 'frame=2']],
  [
    ['a\r', '\nb'],
    ['a', 'b'],
  ],
  [['\n\n'], []],
  [[], []],
])('%j gives %j', (parts, lines) => {
  expect(split(parts)).toEqual(lines);
});

it('gives the same lines however the text is cut', () => {
  const text = fc.array(fc.constantFrom('a', 'б', '\n', '\r', ' '), { maxLength: 40 });
  fc.assert(
    fc.property(text, (letters) => {
      expect(split(letters)).toEqual(split([letters.join('')]));
    }),
  );
});

it('keeps the first 16,384 characters of an endless line and goes on with the next', () => {
  const [long, next] = split([...Array<string>(50).fill('x'.repeat(1000)), '\nnext']);
  expect(long).toHaveLength(16_384);
  expect(next).toBe('next');
});
