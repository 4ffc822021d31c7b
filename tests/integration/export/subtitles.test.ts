import { execFileSync } from 'node:child_process';
import { copyFileSync, linkSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportSubtitles, subtitleLimits, writeCuesAs } from '../../../electron/services/export/subtitles';
import { readSubtitleFile } from '../../../electron/services/convert/subtitle-file';
import type { SubtitleFormat } from '../../../shared/api/contract';
import { CLEAR, cleared } from '../../support/cleared';
import { temporaryFolder } from '../../support/media';
import { cue, names, project } from './fixture';
import { smallDisk } from '../../support/small-disk';

const HOSTILE = [
  '{\\an8}x',
  'a --> b',
  '<b>x</b>',
  '1\n00:00:01,000 --> 00:00:02,000',
  '\\N',
  '<i>x',
  '&lt; &',
  'نحن',
  'әі',
];
const CUES = [
  cue('a', 1000, 2005, 'Hello\n<i>there</i>', { speakerId: 'aya' }),
  cue('b', 2005, 3000, 'top', { position: 'top' }),
  cue('c', 3000, 3100, ' '),
  ...HOSTILE.map((text, n) => cue(`h${n}`, 4000 + n * 1000, 4900 + n * 1000, text)),
];

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());
const inFolder = (name: string) => join(folder.path, name);
const read = (name: string) => readFileSync(inFolder(name), 'utf8');
const run = (format: SubtitleFormat, name = `out.${format}`, more = {}) =>
  exportSubtitles({
    cleared: cleared(project(CUES)),
    trackId: 'track',
    format,
    targetPath: inFolder(name),
    ...more,
  });

describe('exportSubtitles', () => {
  test.each([
    [
      'srt',
      '1\n00:00:01,000 --> 00:00:02,005\nHello\n<i>there</i>\n\n2\n00:00:02,005 --> 00:00:03,000\n{\\an8}top\n',
    ],
    [
      'vtt',
      '\n1\n00:00:01.000 --> 00:00:02.005\nHello\n<i>there</i>\n\n2\n00:00:02.005 --> 00:00:03.000 line:0\ntop\n',
    ],
    ['ass', 'Dialogue: 0,0:00:01.00,0:00:02.01,Outspoken,,0,0,0,,Hello\\N{\\i1}there{\\i0}\n'],
  ] as const)('%s: text, times, place; nothing left beside it', async (format, part) => {
    const result = await run(format);
    expect(result).toMatchObject({ path: inFolder(`out.${format}`), cues: CUES.length - 1 });
    expect(read(`out.${format}`)).toContain(part);
    expect(result.issues.map(({ code }) => code)).toContain('write-empty');
    expect(names(folder.path)).toEqual([`out.${format}`]);
  });

  test.each(['srt', 'vtt', 'ass'] as const)('%s holds no name, title or track name', async (format) => {
    await run(format);
    for (const secret of ['Real Name', 'Speaker A', 'Secret Title', 'Track Name'])
      expect(read(`out.${format}`)).not.toContain(secret);
  });

  test('with speakers VTT names the pseudonym, never the name', async () => {
    await run('vtt', 'out.vtt', { speakers: true });
    expect(read('out.vtt')).toContain('<v Speaker A>Hello');
    expect(read('out.vtt')).not.toContain('Real Name');
  });

  test('a speaker without a pseudonym is named only when asked for', async () => {
    const named = project(CUES);
    const open = { ...named, speakers: named.speakers.map((speaker) => ({ ...speaker, pseudonym: null })) };
    await exportSubtitles({
      cleared: cleared(open),
      trackId: 'track',
      format: 'vtt',
      targetPath: inFolder('a.vtt'),
    });
    expect(read('a.vtt')).not.toContain('Real Name');
    const options = {
      cleared: cleared(open),
      trackId: 'track',
      format: 'vtt',
      targetPath: inFolder('b.vtt'),
      speakers: true,
    };
    await exportSubtitles({ ...options, format: 'vtt' });
    expect(read('b.vtt')).toContain('<v Real Name>Hello');
  });

  test.each(['ttml', 'stl', 'sbv', 'csv', 'tsv'] as const)('%s is written and read back', async (format) => {
    const result = await run(format);
    expect(result.cues).toBe(CUES.length - 1);
    const file = await readSubtitleFile(inFolder(`out.${format}`), null);
    expect(file).toMatchObject({ format });
    expect(file.cues.length).toBe(CUES.length - 1);
    for (const secret of ['Real Name', 'Speaker A', 'Secret Title', 'Track Name'])
      expect(readFileSync(inFolder(`out.${format}`), 'latin1')).not.toContain(secret);
  });

  test('what a format cannot hold is said before writing, word for word', async () => {
    for (const format of ['srt', 'vtt', 'ass', 'ttml', 'stl', 'sbv', 'csv'] as const) {
      const output = { encoding: 'windows-1251', bom: false, lineEnd: 'crlf' } as const;
      const before = subtitleLimits({
        project: project(CUES),
        trackId: 'track',
        format,
        output,
        speakers: true,
      });
      expect((await run(format, `out.${format}`, { output, speakers: true })).issues).toEqual(before);
    }
  });

  test('legacy code pages name what they lack; ffmpeg reads them', async () => {
    const output = { encoding: 'windows-1251', bom: false, lineEnd: 'crlf' } as const;
    const cyrillic = project([cue('a', 0, 1000, 'Права человека\nқ')]);
    const { issues } = await run('srt', 'out.srt', { cleared: cleared(cyrillic), output });
    expect(issues).toMatchObject([
      { code: 'not-encodable', message: expect.stringContaining('қ') as string },
    ]);
    const read = execFileSync('ffmpeg', [
      ...['-v', 'error', '-sub_charenc', 'CP1251', '-i', inFolder('out.srt'), '-f', 'srt', '-'],
    ]);
    expect(String(read).replaceAll('\r', '')).toContain('Права человека\n?');
  });

  test.each(['srt', 'vtt', 'ass'] as const)('ffmpeg reads %s', async (format) => {
    await run(format);
    const read = execFileSync('ffmpeg', ['-v', 'error', '-i', inFolder(`out.${format}`), '-f', 'srt', '-']);
    expect(String(read).replaceAll(/\r|<\/?font[^>]*>/g, '')).toContain('Hello\n<i>there</i>');
    expect(String(read).match(/ --> /g)?.length).toBeGreaterThanOrEqual(CUES.length - 2);
  });

  test('ASS says what it rounds, cannot draw, and leaves out', async () => {
    const cues = [cue('a', 1001, 2000, 'a {b} 日')];
    const result = await writeCuesAs({
      format: 'ass',
      cues,
      track: { language: 'en', direction: 'ltr' },
      targetPath: inFolder('a.ass'),
      clearance: CLEAR,
      voices: ['Somebody'],
    });
    expect(result.issues.map(({ code }) => code).sort()).toEqual([
      'ass-braces',
      'ass-rounded',
      'missing-glyphs',
      'voices-not-kept',
    ]);
    expect(read('a.ass')).not.toContain('Somebody');
  });

  test.each([
    ['no such track', { trackId: 'x' }, 'not-found'],
    ['no such folder', { targetPath: '/no/such/folder/x.srt' }, 'not-found'],
    ['no text', { cleared: cleared(project([cue('a', 0, 1, ' ')])) }, 'no-cues'],
  ])('%s', async (_, more, code) => {
    await expect(run('srt', 'out.srt', more)).rejects.toMatchObject({ code });
    expect(names(folder.path)).toEqual([]);
  });

  test('never writes over the footage or the project', async () => {
    writeFileSync(inFolder('in.mp4'), 'footage');
    linkSync(inFolder('in.mp4'), inFolder('link.srt'));
    const more = { sourcePaths: [inFolder('in.mp4')] };
    await expect(run('srt', 'in.mp4', more)).rejects.toMatchObject({ code: 'target-is-source' });
    await expect(run('srt', 'link.srt', more)).rejects.toMatchObject({ code: 'target-is-source' });
    expect(read('in.mp4')).toBe('footage');
  });

  test('a full disk leaves the old file', async ({ skip }) => {
    const disk = smallDisk(folder.path, 16);
    if (!disk) return skip();
    try {
      writeFileSync(join(disk.path, 'out.srt'), 'what was there before');
      const long = project([cue('a', 0, 1000, 'x'.repeat(20_000)), cue('b', 1000, 2000, 'y'.repeat(20_000))]);
      const target = join(disk.path, 'out.srt');
      await expect(run('srt', '', { cleared: cleared(long), targetPath: target })).rejects.toMatchObject({
        code: 'disk-full',
      });
      expect(readFileSync(target, 'utf8')).toBe('what was there before');
      expect(names(disk.path)).toEqual(['out.srt']);
    } finally {
      disk.remove();
    }
  });

  test('replaces an older export', async () => {
    writeFileSync(inFolder('out.srt'), 'old');
    copyFileSync(inFolder('out.srt'), inFolder('kept.srt'));
    await run('srt');
    expect(read('out.srt')).toContain('Hello');
    expect(read('kept.srt')).toBe('old');
  });
});
