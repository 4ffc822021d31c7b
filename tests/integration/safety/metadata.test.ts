/** Secrets planted in every place a container has: the scanner finds them there, and nothing of them is left after an export. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { containerMetadata, fileMetadata } from '../../../electron/services/safety/metadata';
import { exportSubtitles } from '../../../electron/services/export/subtitles';
import { exportTranscript } from '../../../electron/services/export/transcript';
import type { VideoOutput } from '../../../shared/domain/video-output';
import { PLAIN_BURN_IN, softTitle } from '../../../shared/video/complete';
import type { ClipSpan } from '../../../shared/video/clip';
import { attachmentLabels } from '../../../shared/ffmpeg/soft-tracks';
import { SubtitleFormat, TranscriptFormat } from '../../../shared/domain/text-formats';
import { writeZip } from '../../../shared/formats/zip/write';
import { cleared } from '../../support/cleared';
import { AAC, H264, temporaryFolder, TOOLS } from '../../support/media';
import { exifTags } from '../../support/exiftool';
import { sampleProject } from '../../support/sample-project';
import { burn, cue, project, withTracks } from '../export/fixture';

const folder = temporaryFolder();
afterAll(() => folder.remove());
const at = (name: string) => join(folder.path, name);
const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args]);

const SECRETS = {
  title: 'Interview with Aigerim-7F',
  artist: 'Camera-Person-7F',
  comment: 'Flat-12-Abay-Street-7F',
  location: '+43.2389+076.8897/',
  make: 'Device-Maker-7F',
  model: 'Device-Model-7F',
  chapter: 'Chapter-Name-7F',
  track: 'Track-Title-7F',
  sei: 'Serial-Number-7F',
  box: 'Xmp-Packet-7F',
  padding: 'Padding-Text-7F',
};
/** 2021-03-08 in the file's own counts is no text; its box says it. */
const DATE = '2021-03-08T10:11:12Z';

writeFileSync(
  at('chapters.txt'),
  `;FFMETADATA1\ntitle=${SECRETS.title}\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=900\ntitle=${SECRETS.chapter}\n`,
);
writeFileSync(at('note.txt'), SECRETS.box);

const TAGS = Object.entries({
  ...{ title: SECRETS.title, artist: SECRETS.artist, comment: SECRETS.comment, location: SECRETS.location },
  ...{ 'com.apple.quicktime.location.ISO6709': SECRETS.location, make: SECRETS.make, model: SECRETS.model },
  creation_time: DATE,
}).flatMap(([name, value]) => ['-metadata', `${name}=${value}`]);
const SEI = `h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+${SECRETS.sei}`;

function plant(extension: string, codec: string[], more: string[] = []): string {
  const path = at(`planted.${extension}`);
  ffmpeg(
    ...['-f', 'lavfi', '-i', 'color=0x808080:s=320x180:r=25:d=1.5', '-f', 'lavfi', '-i', 'sine=440:d=1.5'],
    ...['-i', at('chapters.txt'), '-map', '0', '-map', '1', '-map_chapters', '2', ...codec, ...TAGS],
    ...[
      '-metadata:s:v',
      `title=${SECRETS.track}`,
      '-metadata:s:a',
      `handler_name=${SECRETS.track}`,
      ...more,
      path,
    ],
  );
  return path;
}

const box = (type: string, text: string) => {
  const body = Buffer.from(text);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

const MP4_MORE = ['-bsf:v', SEI, '-movflags', 'use_metadata_tags', '-timecode', '01:02:03:04'];
const INPUTS: Record<string, { path: string; found: string[] }> = {};
for (const extension of ['mp4', 'mov']) {
  const path = plant(extension, [...H264, ...AAC], MP4_MORE);
  appendFileSync(path, box('uuid', `0123456789abcdef${SECRETS.box}`));
  appendFileSync(path, box('free', SECRETS.padding));
  INPUTS[extension] = { path, found: Object.values(SECRETS) };
}
const mkvPlaces = [...Object.values(SECRETS)].filter((value) => value !== SECRETS.padding);
INPUTS.mkv = {
  path: plant(
    'mkv',
    [...H264, ...AAC],
    [
      '-bsf:v',
      SEI,
      '-attach',
      at('note.txt'),
      '-metadata:s:t',
      'mimetype=text/plain',
      '-metadata:s:t',
      `filename=${SECRETS.box}`,
    ],
  ),
  found: mkvPlaces,
};
INPUTS.webm = {
  path: plant('webm', ['-c:v', 'libvpx', '-b:v', '200k', '-deadline', 'realtime', '-c:a', 'libopus']),
  found: mkvPlaces.filter((value) => value !== SECRETS.box && value !== SECRETS.sei),
};

describe.each(Object.entries(INPUTS))('%s', (extension, { path, found }) => {
  it('shows every secret to the scanner, with its place', async () => {
    const items = await fileMetadata(path, { tools: TOOLS });
    const left = items.filter(({ kind }) => kind === 'left');
    for (const secret of found)
      expect([secret, left.some(({ value }) => value.includes(secret))]).toEqual([secret, true]);
    expect(left.every(({ place }) => place !== '')).toBe(true);
    if (extension !== 'webm') expect(left.some(({ place }) => /date|DateUTC/i.test(place))).toBe(true);
  });

  it('gives a burned-in copy in which none is left, byte for byte', async () => {
    const target = at(`clean-${extension}.mp4`);
    await burn(path, target, project([cue('a', 0, 1000, 'Hello')]));
    await expectNothingLeft(target, path);
  });
});

/** Our scanner, ExifTool and a search of the bytes find nothing of the source, and nothing of how the file was made. */
async function expectNothingLeft(
  target: string,
  source: string,
  fonts: readonly string[] = [],
): Promise<void> {
  const items = await fileMetadata(target, { tools: TOOLS, labels: [...LABELS, ...attachmentLabels(fonts)] });
  expect(items.filter(({ kind }) => kind === 'left')).toEqual([]);
  const bytes = readFileSync(target);
  const said = JSON.stringify(exifTags(target) ?? {});
  const secrets = [...Object.values(SECRETS), 'Real Name', '2021-03-08', '2021:03:08', 'x264 - core'];
  for (const secret of [...secrets, folder.path, basename(source)]) {
    for (const encoding of ['utf8', 'utf16le', 'utf16be'] as const)
      expect([secret, bytes.includes(encoded(secret, encoding))]).toEqual([secret, false]);
    expect([secret, said.includes(secret)]).toEqual([secret, false]);
  }
  for (const [name, value] of Object.entries(exifTags(target) ?? {}))
    if (/date|time$|gps|author|artist|creator|owner|serial|make$|model$|software|location/i.test(name))
      expect([name, value]).toEqual([name, expect.stringMatching(NO_PERSON)]);
}

/** What players list soft tracks as. */
const LABELS = [softTitle('en'), softTitle('ru')];

/** What a tag of such a name may hold: a date that was never set, a length in seconds. */
const NO_PERSON = /^(?:0000:00:00 00:00:00|[\d.:]+(?: s)?)$/;

function encoded(text: string, encoding: 'utf8' | 'utf16le' | 'utf16be'): Buffer {
  return encoding === 'utf16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, encoding);
}

const OUTPUTS: readonly (readonly [string, string, Partial<VideoOutput>, ClipSpan | null])[] = [
  ['smart burn-in', 'mp4', { smart: true }, null],
  ['a burned-in HEVC', 'mp4', { codec: 'hevc' }, null],
  ['ProRes for editors', 'mp4', { container: 'mov', codec: 'prores' }, null],
  ['a burned-in WebM', 'mp4', { container: 'webm' }, null],
  ['a burned-in video under a size', 'mov', { maxBytes: 2_000_000 }, null],
  ['a clip', 'mp4', {}, { startMs: 200, endMs: 1000 }],
  ['a copy with soft tracks in MP4', 'mp4', { delivery: 'mux' }, null],
  ['a copy with soft tracks in MKV', 'mp4', { delivery: 'mux', container: 'mkv' }, null],
  ['a copy of MKV with styled tracks', 'mkv', { delivery: 'mux', container: 'mkv', styled: true }, null],
  ['a copy of MKV with soft tracks in MP4', 'mkv', { delivery: 'mux' }, null],
  ['a copy of WebM with soft tracks', 'webm', { delivery: 'mux', container: 'webm' }, null],
  ['a clip with soft tracks', 'mkv', { delivery: 'mux' }, { startMs: 200, endMs: 1000 }],
  ['an overlay in ProRes', 'mov', { delivery: 'overlay', container: 'mov' }, null],
  ['an overlay in WebM', 'mp4', { delivery: 'overlay', container: 'webm' }, null],
  ['a video without subtitles', 'mov', { delivery: 'none' }, null],
];

it.each(OUTPUTS)('%s of %s has none of it', async (name, source, changes, span) => {
  const path = INPUTS[source]?.path ?? '';
  const output = { ...PLAIN_BURN_IN, ...changes };
  const target = at(`${name.replaceAll(' ', '-')}.${output.container}`);
  const two = withTracks([
    ['en', [cue('a', 100, 900, 'Hello')]],
    ['ru', [cue('b', 100, 900, 'Привет')]],
  ]);
  const trackIds =
    output.delivery === 'mux' ? two.tracks.map(({ id }) => id) : two.tracks.slice(0, 1).map(({ id }) => id);
  const { attached } = await burn(path, target, two, {
    output,
    span,
    trackIds: output.delivery === 'none' ? [] : trackIds,
  });
  await expectNothingLeft(target, path, attached);
});

it('finds ID3 in front of and behind an MP3, and its cover', async () => {
  const path = at('planted.mp3');
  ffmpeg(
    ...[
      '-f',
      'lavfi',
      '-i',
      'sine=440:d=1',
      '-f',
      'lavfi',
      '-i',
      'color=red:s=16x16:d=0.04',
      '-map',
      '0',
      '-map',
      '1',
      '-frames:v',
      '1',
      '-c:v',
      'mjpeg',
    ],
    ...TAGS,
    '-write_id3v1',
    '1',
    '-id3v2_version',
    '3',
    path,
  );
  const items = (await fileMetadata(path, { tools: TOOLS })).filter(({ kind }) => kind === 'left');
  for (const secret of [SECRETS.title, SECRETS.artist, SECRETS.comment])
    expect(items.some(({ place, value }) => place.startsWith('ID3v2') && value.includes(secret))).toBe(true);
  expect(items.some(({ place }) => place === 'ID3v1')).toBe(true);
  expect(items.some(({ place }) => place === 'ID3v2/APIC')).toBe(true);
});

it('finds what Word writes of people, and nothing in our documents', async () => {
  const text = (content: string) => new TextEncoder().encode(content);
  writeFileSync(
    at('word.docx'),
    writeZip({
      '[Content_Types].xml': text('<Types/>'),
      'docProps/core.xml': text(
        `<cp><dc:creator>${SECRETS.artist}</dc:creator><dcterms:created>${DATE}</dcterms:created></cp>`,
      ),
      'word/document.xml': text(
        `<w:document><w:ins w:author="${SECRETS.track}" w:date="${DATE}"><w:t>Text</w:t></w:ins></w:document>`,
      ),
      'word/comments.xml': text(`<w:comments><w:t>${SECRETS.comment}</w:t></w:comments>`),
    }),
  );
  const values = (await fileMetadata(at('word.docx'), { tools: null })).map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining([SECRETS.artist, DATE, SECRETS.track, SECRETS.comment]));
  expect(values).not.toContain('Text');
});

describe('our own text files hold no metadata', () => {
  it.each(SubtitleFormat.options)('%s', async (format) => {
    const target = at(`own.${format}`);
    await exportSubtitles({
      cleared: cleared(sampleProject()),
      trackId: 'en',
      format,
      targetPath: target,
      speakers: true,
    });
    expect((await fileMetadata(target, { tools: null })).filter(({ kind }) => kind === 'left')).toEqual([]);
  });
  it.each(TranscriptFormat.options)('transcript %s', async (format) => {
    const target = at(`own-transcript.${format}`);
    await exportTranscript({
      cleared: cleared(sampleProject()),
      format,
      targetPath: target,
      speakers: true,
      times: true,
      sourcePaths: [],
    });
    expect((await fileMetadata(target, { tools: null })).filter(({ kind }) => kind === 'left')).toEqual([]);
  });
});

it('lists comments in subtitle files', async () => {
  writeFileSync(
    at('a.vtt'),
    `WEBVTT - ${SECRETS.title}\n\nNOTE ${SECRETS.comment}\n\n00:00.000 --> 00:01.000\nHello\n`,
  );
  writeFileSync(at('a.ass'), `[Script Info]\n; ${SECRETS.comment}\nTitle: ${SECRETS.title}\n`);
  const values = async (name: string) =>
    (await fileMetadata(at(name), { tools: null })).map(({ value }) => value).join('\n');
  for (const name of ['a.vtt', 'a.ass']) expect(await values(name)).toContain(SECRETS.comment);
  for (const name of ['a.vtt', 'a.ass']) expect(await values(name)).toContain(SECRETS.title);
});

it('never fails on damaged containers', async () => {
  for (const { path } of Object.values(INPUTS)) {
    const bytes = readFileSync(path);
    for (let n = 1; n < 40; n++) {
      const damaged = Buffer.from(bytes.subarray(0, Math.floor((bytes.length * n) / 40)));
      for (let at = n * 7; at < damaged.length; at += 997) damaged[at] = (damaged[at] ?? 0) ^ (n * 37);
      bytes.copy(damaged, 0, 0, 12);
      writeFileSync(at('damaged.bin'), damaged);
      await expect(containerMetadata(at('damaged.bin'))).resolves.toBeInstanceOf(Array);
    }
  }
});
