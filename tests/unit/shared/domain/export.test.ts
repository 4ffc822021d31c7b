import { describe, expect, it } from 'vitest';
import { ExportPlan, FileName, NameOverride } from '../../../../shared/domain/export';

describe('FileName', () => {
  it.each(['a.srt', 'Интервью.ru.srt', 'مقابلة.mp4', '...', "it's 50% [x].mp4"])('takes %j', (name) => {
    expect(FileName.safeParse(name).success).toBe(true);
  });

  it.each(['', '.', '..', 'a/b.srt', '..\\b.srt', 'a\nb', 'a\u0000b', 'x'.repeat(256)])(
    'refuses %j',
    (name) => {
      expect(FileName.safeParse(name).success).toBe(false);
    },
  );
});

describe('NameOverride', () => {
  it('wants a reason, not a keystroke', () => {
    expect(NameOverride.safeParse({ reason: '       x      ' }).success).toBe(false);
    expect(NameOverride.parse({ reason: '  She agreed in writing. ' }).reason).toBe('She agreed in writing.');
  });
});

describe('ExportPlan', () => {
  it('is of subtitles, transcripts and videos', () => {
    const text = { encoding: 'utf8', bom: false, lineEnd: 'lf' };
    const plan = {
      tracks: ['t1', 't2'],
      outputs: [
        { kind: 'subtitles', format: 'srt', speakers: false, text },
        { kind: 'transcript', format: 'docx', speakers: true, times: false },
        { kind: 'video', delivery: 'burn-in', container: 'mp4', preset: null, height: null },
      ],
      naming: '{title}.{lang}.{ext}',
    };
    expect(ExportPlan.parse(plan)).toEqual(plan);
  });
});
