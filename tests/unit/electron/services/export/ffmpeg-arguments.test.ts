import { describe, expect, test } from 'vitest';
import { ffmpegArguments } from '../../../../../electron/services/export/ffmpeg-arguments';

const plan = {
  inputs: [
    { options: ['-ss', '1', '-itsoffset', '0.5'], input: 'file:/a b/in.mp4' },
    { options: [], input: 'file:logo.png' },
  ],
  graph: '[0:0]scale=2:2,ass=subs.ass[v]',
  outputOptions: ['-y', '-c:v', 'libx264', '-x', 'two words'],
  output: 'file:/a b/out.part',
};

const only = (input: string, options = ['-ss', '1', '-itsoffset', '0.5']) => ({
  inputs: [{ options, input }],
});

describe('ffmpegArguments', () => {
  test('is exactly this list', () => {
    expect(ffmpegArguments(plan)).toEqual([
      ...['-ss', '1', '-itsoffset', '0.5', '-i', 'file:/a b/in.mp4'],
      ...['-i', 'file:logo.png', '-filter_complex', '[0:0]scale=2:2,ass=subs.ass[v]'],
      ...['-y', '-c:v', 'libx264', '-x', 'two words', 'file:/a b/out.part'],
    ]);
  });

  test.each([
    "it's",
    'say "hi"',
    '[b]',
    'c:d',
    'e,f;g',
    '%03d',
    'new\nline',
    'сұхбат',
    '-i',
    'C:\\in.mp4',
    'a b c',
    'pipe:0',
    '$(id)',
  ])('%j passes through untouched', (name) => {
    const args = ffmpegArguments({ ...plan, ...only(`file:${name}`), output: `file:${name}.part` });
    expect(args[5]).toBe(`file:${name}`);
    expect(args.at(-1)).toBe(`file:${name}.part`);
    expect(args).toHaveLength(14);
  });

  test('no graph, no option for one', () => {
    expect(ffmpegArguments({ ...plan, graph: null })).not.toContain('-filter_complex');
  });

  test('options are never split at spaces, even a pair', () => {
    const args = ffmpegArguments({ ...plan, ...only('file:x', ['-a', 'b c']), outputOptions: ['-d', 'e f'] });
    expect(args).toEqual(expect.arrayContaining(['b c', 'e f']));
  });
});
