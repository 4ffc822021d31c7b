import { describe, expect, it } from 'vitest';
import { fileStem } from '../../../../../renderer/app/project-actions';
import { exportName } from '../../../../../renderer/features/export/model';

const track = {
  id: 't',
  order: 0,
  kind: 'source',
  language: 'kk',
  name: '',
  direction: 'ltr',
  profileId: 'p',
  styleId: 's',
} as const;

describe('exportName', () => {
  it('names title, language and format', () => {
    expect(exportName('Feminita', track, 'srt')).toBe('Feminita.kk.srt');
  });
});

describe('fileStem', () => {
  it.each([
    ['Feminita interview', 'Feminita interview'],
    ['a/b\\c:d*e?"<f>|g', 'a b c d e f g'],
    ['  ..hidden.. ', 'hidden'],
    ['Айгерім', 'Айгерім'],
    ['\u0000\n', 'Untitled'],
    ['', 'Untitled'],
  ])('%j becomes %s', (title, expected) => expect(fileStem(title)).toBe(expected));
});
