import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FileName, type ExportOutput } from '../../../../shared/domain/export';
import { safeName } from '../../../../shared/export/file-names';
import { planItems, USUAL_NAMING } from '../../../../shared/export/plan';
import { sampleProject } from '../../../support/sample-project';

const text = { encoding: 'utf8', bom: false, lineEnd: 'lf' } as const;
const srt: ExportOutput = { kind: 'subtitles', format: 'srt', speakers: false, text };
const video = (more: object): ExportOutput => ({
  ...{ kind: 'video', delivery: 'burn-in', container: 'mp4', preset: null, height: null },
  ...more,
});
const transcript: ExportOutput = { kind: 'transcript', format: 'docx', speakers: true, times: false };
const names = (outputs: ExportOutput[], title = 'Feminita', naming = USUAL_NAMING) =>
  planItems(sampleProject(), { tracks: ['en', 'ru'], outputs, naming }, title).map(({ name }) => name);

describe('planItems', () => {
  it('makes one file a language, one for all of soft subtitles, one transcript; quick ones first', () => {
    expect(names([video({}), srt, video({ delivery: 'mux', container: 'mkv' }), transcript])).toEqual([
      'Feminita.en.docx',
      'Feminita.en.srt',
      'Feminita.ru.srt',
      'Feminita.en.mp4',
      'Feminita.en-ru.mkv',
      'Feminita.ru.mp4',
    ]);
  });

  it('tells outputs of one ending apart by their label', () => {
    expect(names([video({ preset: 'youtube' }), video({ preset: 'tiktok' })])).toEqual([
      'Feminita.en.youtube.mp4',
      'Feminita.en.tiktok.mp4',
      'Feminita.ru.youtube.mp4',
      'Feminita.ru.tiktok.mp4',
    ]);
    expect(names([srt, { ...srt }])).toEqual([
      ...['Feminita.en.utf8.srt', 'Feminita.en.utf8-2.srt', 'Feminita.ru.utf8.srt', 'Feminita.ru.utf8-2.srt'],
    ]);
  });

  it('fills a pattern of the person’s, and passes over tracks that are gone', () => {
    expect(names([srt], 'A/B', 'DiA {lang} – {title}.{ext}')).toEqual([
      'DiA en – A-B.srt',
      'DiA ru – A-B.srt',
    ]);
    const plan = { tracks: ['gone', 'ru'], outputs: [srt], naming: '{lang}.{ext}' };
    expect(planItems(sampleProject(), plan, 'x').map(({ trackIds }) => trackIds)).toEqual([['ru']]);
  });

  it('gives names that every system takes, all different, whatever the title and pattern', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (title, naming) => {
        const found = names([srt, video({}), video({ height: 720 }), transcript], title, `${naming}x`);
        expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(found.length);
        for (const name of found) {
          expect(FileName.safeParse(name).success).toBe(true);
          expect(name).not.toMatch(/[<>:"|?*\u007f]|^[. ]|[. ]$|^(con|nul|com1)\./i);
        }
      }),
    );
  });
});

describe('safeName', () => {
  it.each([
    ['..', 'export'],
    ['con', '_con'],
    ['NUL.txt', '_NUL.txt'],
    ['a\u202eb', 'a-b'],
    [' Интервью: часть 1/2? ', 'Интервью- часть 1-2'],
  ])('%j becomes %j', (from, to) => expect(safeName(from)).toBe(to));
});
