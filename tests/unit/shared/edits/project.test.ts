import { expect, it } from 'vitest';
import { setProjectFitting, setProjectMedia, setProjectSound } from '../../../../shared/edits/project';
import { acceptWord } from '../../../../shared/edits/spelling';
import { emptyProject } from '../../../../shared/history/tables';

const project = emptyProject({ id: 'p', title: 'P', language: 'ru' });
const media = (sizeBytes: number) => ({
  path: 'a.mp4',
  fingerprint: { sizeBytes, headSha256: '0'.repeat(64), tailSha256: '0'.repeat(64) },
  durationMs: 1000,
});

it('the sound chosen belongs to the footage: moved footage keeps it, another file does not', () => {
  const own = setProjectMedia.apply(project, { media: media(1) });
  const chosen = setProjectSound.apply(own, { sound: 2 });
  expect(chosen.meta.sound).toBe(2);
  expect(setProjectSound.apply(chosen, { sound: 2 })).toBe(chosen);
  expect('sound' in setProjectSound.apply(chosen, { sound: null }).meta).toBe(false);
  const moved = setProjectMedia.apply(chosen, { media: { ...media(1), path: 'b/a.mp4' } });
  expect(moved.meta.sound).toBe(2);
  expect('sound' in setProjectMedia.apply(chosen, { media: media(2) }).meta).toBe(false);
});

it('a word is accepted once for its language, and taken back', () => {
  const one = acceptWord.apply(project, { language: 'ru-KZ', word: ' Жанар ', isRight: true });
  expect(one.meta.words).toEqual({ ru: ['Жанар'] });
  expect(acceptWord.apply(one, { language: 'ru', word: 'Жанар', isRight: true })).toBe(one);
  expect(acceptWord.apply(one, { language: 'ru', word: 'Жанар', isRight: false }).meta.words).toEqual({
    ru: [],
  });
  expect(() => acceptWord.apply(project, { language: 'ru', word: 'x'.repeat(101), isRight: true })).toThrow();
});

it('how footage is framed belongs to the footage, too', () => {
  const own = setProjectMedia.apply(project, { media: media(1) });
  const fitting = { fit: 'crop' as const, focusX: 0.2, focusY: 0.5 };
  const framed = setProjectFitting.apply(own, { fitting });
  expect(framed.meta.fitting).toEqual(fitting);
  expect(setProjectFitting.apply(framed, { fitting })).toBe(framed);
  expect('fitting' in setProjectMedia.apply(framed, { media: media(2) }).meta).toBe(false);
});
