import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTranscript } from '../../../../shared/transcript/parse';

const read = (name: string, language: string) =>
  parseTranscript(
    readFileSync(new URL(`../../../fixtures/transcripts/${name}`, import.meta.url), 'utf8'),
    language,
  );

describe('transcripts as people send them', () => {
  it('names with colons', () => {
    const draft = read('interview-en.txt', 'en');
    expect(draft.speakers).toEqual([{ name: 'Interviewer' }, { name: 'Feminita' }]);
    expect(draft.paragraphs.map((paragraph) => paragraph.speaker)).toEqual([0, 1, 0, 1]);
    expect(draft.issues).toEqual([]);
  });

  it('Otter, hard-wrapped', () => {
    const draft = read('otter-ru.txt', 'ru');
    expect(draft.speakers).toEqual([{ name: 'Интервьюер' }, { name: 'Гулзада Сержан' }]);
    expect(draft.paragraphs.map((paragraph) => paragraph.hintMs)).toEqual([0, 4000, 15_000, 3_723_000]);
    expect(draft.paragraphs[1]?.text).toContain('разумом и совестью');
    expect(draft.issues).toEqual([]);
  });

  it('capitals and dashes, beside a dash in a sentence', () => {
    const draft = read('labels-kk.txt', 'kk');
    expect(draft.speakers).toEqual([{ name: 'СҰХБАТТАСУШЫ' }, { name: 'ӘЛИЯ' }]);
    expect(draft.paragraphs.at(-1)?.text).toBe('Бұл — біздің жеріміз.');
    expect(draft.issues).toEqual([]);
  });

  it('a sentence with a year before its colon is nobody’s name', () => {
    const draft = read('sentence-with-a-year-ar.txt', 'ar');
    expect(draft.speakers).toEqual([]);
    expect(draft.paragraphs[0]?.text).toContain('Feminita (NGO) في 2019:');
  });
});
