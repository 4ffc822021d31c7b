import { expect, it } from 'vitest';
import { correctedText } from '../../../../shared/translation/upstream';
import type { Project } from '../../../../shared/domain/project';
import { sampleProject } from '../../../support/sample-project';

const project = sampleProject();
const textFor = (of: Project) => {
  const cue = of.cues.find(({ id }) => id === 'r2');
  return cue ? correctedText(of, cue) : null;
};
const withSource = (change: object): Project => ({
  ...project,
  cues: project.cues.map((cue) => (cue.id === 'c2' ? { ...cue, ...change } : cue)),
  paragraphs: project.paragraphs.map((paragraph) => ({
    ...paragraph,
    words: paragraph.words.map((word) => (word.id === 'w4' ? { ...word, text: 'women’s' } : word)),
  })),
});

it('is what the source’s subtitle says', () => {
  expect(textFor(project)).toBe('in human rights.');
  expect(textFor(withSource({}))).toBe('in human rights.');
});

it('is what the transcript says where the source’s subtitle itself is out of date', () => {
  expect(textFor(withSource({ stale: true }))).toBe('in women’s rights.');
});

it('is nothing where the words are gone', () => {
  expect(textFor(withSource({ stale: true, wordIds: ['gone'] }))).toBe('');
  expect(textFor(withSource({ stale: true, wordIds: [] }))).toBe('in human rights.');
});
