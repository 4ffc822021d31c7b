import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseProjectFile } from '../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../shared/formats/project/write';
import { mostSmallCopyBytes } from '../../../shared/ffmpeg/small-copy';
import { Packet } from '../../../shared/review/packet';
import { writeReview, type Review } from '../../../shared/review/review-file';
import { judge, newWork, suggest } from '../../../shared/review/work';
import { cliPlace, theObject } from '../../support/cli';
import { AAC, H264, picture, testMedia, tone } from '../../support/media';
import { withFootage } from '../../support/with-footage';
import { packetOf, SOME_DAY } from '../../support/reviews';
import { sampleProject } from '../../support/sample-project';

const place = cliPlace();
const here = (name: string) => join(place.folder, name);
const project = sampleProject();
const packet = packetOf(project);

beforeEach(() => {
  for (const beside of ['.journal', '.bak']) rmSync(here(`p.outspoken${beside}`), { force: true });
  writeFileSync(here('p.outspoken'), writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} }));
});
afterAll(() => place.remove());

const saved = () => parseProjectFile(readFileSync(here('p.outspoken'), 'utf8'), 'p').project;
const Merged = z.object({
  added: z.number(),
  accepted: z.number(),
  open: z.number(),
  conflicts: z.array(z.string()),
  reviews: z.array(z.object({ name: z.string(), error: z.object({ code: z.string() }).nullable() })),
});

function review(reviewId: string, initials: string, text: string): Review {
  const target = { kind: 'cue', id: 'c3', trackId: 'en' } as const;
  const about = { target, base: 'This is our land.', atMs: SOME_DAY };
  const work = { ...newWork(packet, reviewId), initials };
  return judge(suggest(work, { ...about, freshId: 's1' }, text), { ...about, freshId: 'j1' }, 'wrong');
}

function bring(name: string, of: Review): string {
  writeFileSync(here(name), writeReview(of));
  return name;
}

describe('outspoken packet', () => {
  it('writes one page that names its script and style and lets nothing else in', async () => {
    const run = await place.run([
      'packet',
      'p.outspoken',
      '--track',
      'ru',
      '-o',
      'p.html',
      '--language',
      'kk',
      '--json',
    ]);
    expect(run).toMatchObject({ code: 0 });
    const page = readFileSync(here('p.html'), 'utf8');
    expect(page).toMatch(
      /default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; media-src blob:/,
    );
    const marks = page.replace(/(<script[^>]*>)[^]*?<\/script>/g, '$1').replace(/<style>[^]*?<\/style>/, '');
    expect(marks).not.toMatch(/\son\w+=|src=|href=|https?:|@@/);
    const data = /id="packet-data">([^<]*)</.exec(page)?.[1] ?? '';
    const made = Packet.parse(JSON.parse(data));
    expect(made).toMatchObject({ projectId: 'p', language: 'kk', tracks: [{ language: 'ru' }], media: null });
  });

  it('speaks the language of its first track where nobody says another, as the dialog does', async () => {
    expect(await place.run(['packet', 'p.outspoken', '--track', 'ru', '-o', 'ru.html'])).toMatchObject({
      code: 0,
    });
    const data = /id="packet-data">([^<]*)</.exec(readFileSync(here('ru.html'), 'utf8'))?.[1] ?? '';
    expect(Packet.parse(JSON.parse(data)).language).toBe('ru');
  });

  it('lets no listed name out, and puts pseudonyms in the place of names', async () => {
    writeFileSync(here('do-not-name.csv'), 'name,aliases,kind,languages,pseudonym\nland,,place,,\n');
    const stopped = await place.run(['packet', 'p.outspoken', '-o', 'named.html']);
    expect(stopped.code).toBe(3);
    expect(stopped.stderr).toContain('land');
    expect(() => readFileSync(here('named.html'))).toThrow();
    writeFileSync(here('do-not-name.csv'), 'name,aliases,kind,languages,pseudonym\nland,,place,,home\n');
    expect(await place.run(['packet', 'p.outspoken', '-o', 'named.html'])).toMatchObject({ code: 0 });
    rmSync(here('do-not-name.csv'));
    const page = readFileSync(here('named.html'), 'utf8');
    expect(page).toContain('This is our home.');
    expect(page).not.toContain('our land');
    expect(page).not.toContain('Gulzada');
  });

  it('carries the recording without what the footage says of itself', async () => {
    const secret = testMedia([
      ...picture(),
      ...tone(),
      ...H264,
      ...AAC,
      '-shortest',
      '-metadata',
      'title=SecretTitle',
      '-metadata',
      'artist=SecretArtist',
    ]);
    const filmed = await withFootage(project, secret, place.folder);
    writeFileSync(
      here('filmed.outspoken'),
      writeProjectFile({ project: filmed, savedSeq: 0, savedEntry: null, extra: {} }),
    );
    for (const media of ['audio', 'video'] as const) {
      const made = await place.run(['packet', 'filmed.outspoken', '-o', `${media}.html`, '--media', media]);
      expect(made).toMatchObject({ code: 0 });
      const page = readFileSync(here(`${media}.html`), 'utf8');
      const bytes = Buffer.from(/id="packet-media">([^<]*)</.exec(page)?.[1] ?? '', 'base64');
      expect(bytes.length).toBeGreaterThan(1000);
      expect(bytes.length).toBeLessThanOrEqual(mostSmallCopyBytes({ kind: media, height: 240 }, 2000));
      const all = `${bytes.toString('latin1')} ${page.replace(/[A-Za-z0-9+/=]{500,}/g, '')}`;
      for (const word of ['Secret', 'x264 - core', basename(secret)]) expect(all).not.toContain(word);
    }
  });

  it('redacts the recording like every video, and inspect says how much is redacted', async () => {
    const film = testMedia([
      ...['-f', 'lavfi', '-i', 'color=white:s=320x180:r=25:d=2', ...tone(), ...H264, ...AAC, '-shortest'],
    ]);
    const redacted = {
      ...(await withFootage(project, film, place.folder)),
      redactions: [
        {
          ...({ id: 'a', order: 0, kind: 'cover', fill: 'solid', startMs: 400, endMs: 1200 } as const),
          keys: [
            { atMs: 400, x: 0, y: 0, width: 0.5, height: 1 },
            { atMs: 1200, x: 0.1, y: 0, width: 0.5, height: 1 },
          ],
        },
        { id: 'b', order: 1, kind: 'sound', treatment: 'mute', startMs: 500, endMs: 1500 } as const,
      ],
    };
    writeFileSync(
      here('hidden.outspoken'),
      writeProjectFile({ project: redacted, savedSeq: 0, savedEntry: null, extra: {} }),
    );
    expect((await place.run(['inspect', 'hidden.outspoken'])).stdout).toContain('1 covered');
    const made = await place.run(['packet', 'hidden.outspoken', '-o', 'hidden.html', '--media', 'video']);
    expect(made).toMatchObject({ code: 0 });
    const page = readFileSync(here('hidden.html'), 'utf8');
    writeFileSync(
      here('hidden.mp4'),
      Buffer.from(/id="packet-media">([^<]*)</.exec(page)?.[1] ?? '', 'base64'),
    );
    const decoded = (...args: string[]) =>
      execFileSync('ffmpeg', ['-v', 'error', '-i', here('hidden.mp4'), ...args, '-'], { maxBuffer: 1 << 26 });
    // One column of pixels at a third of the width: dark while it is covered.
    const column = 'crop=2:180:106:0,scale=1:1:flags=area,format=gray';
    const pictures = [...decoded('-vf', column, '-fps_mode', 'passthrough', '-f', 'rawvideo')];
    expect(pictures.flatMap((value, n) => (value < 40 ? [n] : []))).toEqual(
      Array.from({ length: 20 }, (_, n) => n + 10),
    );
    const sound = decoded('-map', '0:a', '-ac', '1', '-ar', '8000', '-f', 'u8');
    const loudest = (from: number, to: number) =>
      Math.max(...sound.subarray(from * 8, to * 8).map((sample) => Math.abs(sample - 128)));
    expect(loudest(560, 1440)).toBeLessThan(2);
    expect(loudest(100, 400)).toBeGreaterThan(30);
  });

  it('refuses what it cannot do, with nothing written', async () => {
    const [wrong, none] = [
      await place.run(['packet', 'p.outspoken', '--track', 'zh', '-o', 'x.html']),
      await place.run(['packet', 'p.outspoken', '--media', 'video', '-o', 'x.html']),
    ];
    expect([wrong.code, none.code]).toEqual([2, 3]);
    expect(() => readFileSync(here('x.html'))).toThrow();
  });
});

describe('outspoken diff', () => {
  it('compares a project with what it was, and two subtitle files, word by word', async () => {
    const changed = {
      ...project,
      cues: project.cues.map((one) => (one.id === 'c3' ? { ...one, text: 'This was our land.' } : one)),
    };
    writeFileSync(
      here('q.outspoken'),
      writeProjectFile({ project: changed, savedSeq: 0, savedEntry: null, extra: {} }),
    );
    const run = await place.run(['diff', 'p.outspoken', 'q.outspoken']);
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('en: 1 reworded, 0 retimed, 0 added, 0 removed, 2 the same');
    expect(run.stdout).toContain('This [-is-]{+was+} our land.');
    expect(await place.run(['diff', 'p.outspoken', 'p.outspoken'])).toMatchObject({ code: 0 });
    expect((await place.run(['diff', 'p.outspoken'])).code).toBe(2);
    const srt = (text: string) => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`;
    writeFileSync(here('one.srt'), srt('Hello there.'));
    writeFileSync(here('two.srt'), srt('Hello you.'));
    const files = await place.run(['diff', 'one.srt', 'two.srt']);
    expect(files).toMatchObject({ code: 1 });
    expect(files.stdout).toContain('Hello [-there-]{+you+}.');
  });

  it('keeps two tracks in one language apart, and asks which is meant', async () => {
    const [first] = project.tracks;
    if (!first) throw new Error('the sample has no track');
    const more = project.cues
      .filter(({ trackId }) => trackId === first.id)
      .map((cue) => ({ ...cue, id: `${cue.id}-again`, trackId: 'again', wordIds: [] }));
    const two = (change: (text: string) => string) => ({
      ...project,
      tracks: [...project.tracks, { ...first, id: 'again', order: 9, kind: 'translation' as const }],
      cues: [...project.cues, ...more.map((cue) => ({ ...cue, text: change(cue.text) }))],
    });
    const write = (name: string, of: typeof project) =>
      writeFileSync(here(name), writeProjectFile({ project: of, savedSeq: 0, savedEntry: null, extra: {} }));
    write(
      'one.outspoken',
      two((text) => text),
    );
    write(
      'two.outspoken',
      two((text) => text.replace('is our', 'was our')),
    );
    const run = await place.run(['diff', 'one.outspoken', 'two.outspoken']);
    expect(run.stdout).toContain('en 1: 0 reworded, 0 retimed, 0 added, 0 removed, 3 the same');
    expect(run.stdout).toContain('en 2: 1 reworded, 0 retimed, 0 added, 0 removed, 2 the same');
    const second = await place.run(['diff', 'one.outspoken', 'two.outspoken', '--track', 'en 2']);
    expect(second.stdout).not.toContain('en 1');
    expect(second.stdout).toContain('This [-is-]{+was+} our land.');
    writeFileSync(here('one.srt'), '1\n00:00:01,000 --> 00:00:02,000\nThis is our land.\n');
    const unclear = await place.run(['diff', 'one.outspoken', 'one.srt', '--track', 'en']);
    expect(unclear).toMatchObject({ code: 2 });
    expect(unclear.stderr).toContain('en 1, en 2');
    expect((await place.run(['diff', 'one.outspoken', 'one.srt', '--track', 'en 2'])).code).toBe(1);
  });
});

describe('outspoken merge', () => {
  it('brings reviews in, a folder of them too, and a second time nothing', async () => {
    mkdirSync(here('back'), { recursive: true });
    const one = bring('a.review.json', review('review-a', 'AB', 'This was our land.'));
    bring('back/b.review.json', review('review-b', 'CD', 'This is our home.'));
    const run = await place.run(['merge', 'p.outspoken', one, 'back', '--json']);
    expect(Merged.parse(theObject(run))).toMatchObject({ added: 4, accepted: 0, open: 2, conflicts: [] });
    expect(saved().cues.find(({ id }) => id === 'c3')?.text).toBe('This is our land.');
    const again = await place.run(['merge', 'p.outspoken', one, 'back', '--accept', 'all', '--json']);
    expect(Merged.parse(theObject(again))).toMatchObject({ added: 0, accepted: 2, open: 0 });
    expect(saved().cues.find(({ id }) => id === 'c3')?.text).toBe('This was our home.');
  });

  it('accepts one author’s only, and says what is then in conflict', async () => {
    const files = [
      bring('a.review.json', review('review-a', 'AB', 'This was our land.')),
      bring('b.review.json', review('review-b', 'CD', 'This will be our land.')),
    ];
    const run = await place.run(['merge', 'p.outspoken', ...files, '--accept', 'AB', '--json']);
    expect(Merged.parse(theObject(run))).toMatchObject({ accepted: 1, open: 1, conflicts: ['review-b_s1'] });
  });

  it('refuses a review of another project and rubbish, and merges the rest', async () => {
    const other = { ...review('review-x', 'X', 'Other.'), projectId: 'other' };
    const files = [
      bring('x.review.json', other),
      bring('a.review.json', review('review-a', 'AB', 'This was our land.')),
    ];
    writeFileSync(here('rubbish.review.json'), Buffer.from([0xff, 0xfe, 0x00, 0x7b]));
    const run = await place.run(['merge', 'p.outspoken', ...files, 'rubbish.review.json', '--json']);
    expect(run.code).toBe(1);
    const answer = Merged.parse(theObject(run));
    expect(answer.reviews.map(({ error }) => error?.code ?? null)).toEqual([
      'other-project',
      null,
      'not-a-review',
    ]);
    expect(answer.added).toBe(2);
    const alone = await place.run(['merge', 'p.outspoken', 'x.review.json']);
    expect(alone.code).toBe(3);
    expect(alone.stderr).toContain('another project');
  });
});
