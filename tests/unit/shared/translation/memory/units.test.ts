import { describe, expect, it } from 'vitest';
import { unitsOf } from '../../../../../shared/translation/memory/units';
import { cue, sampleProject } from '../../../../support/sample-project';

const project = sampleProject();
const ru = { id: 'ru' };

describe('what a translation gives to the memory', () => {
  it('is a unit a cue', () => {
    expect(unitsOf(project, ru)).toEqual([
      { source: 'We are engaged', target: 'Мы занимаемся' },
      { source: 'in human rights.', target: 'правами человека.' },
    ]);
  });

  it('is one unit where two cues render one source, and none of half a sentence', () => {
    const third = cue('r3', 3000, 4900, 'Вот и всё.', { trackId: 'ru', sourceCueId: 'c2' });
    const parted = { ...project, cues: [...project.cues, third] };
    expect(unitsOf(parted, ru).at(-1)).toEqual({
      source: 'in human rights.',
      target: 'правами человека. Вот и всё.',
    });
    for (const id of ['r2', 'r3']) expect(unitsOf(parted, ru, id)).toHaveLength(1);
    const stale = {
      ...parted,
      cues: parted.cues.map((one) => (one.id === 'r3' ? { ...one, stale: true } : one)),
    };
    expect(unitsOf(stale, ru)).toHaveLength(1);
  });

  it('is one unit where one cue renders two sources and another one of them', () => {
    const both = cue('r3', 3000, 4900, 'Всё вместе.', {
      trackId: 'ru',
      sourceCueId: 'c1',
      moreSourceCueIds: ['c2'],
    });
    expect(unitsOf({ ...project, cues: [...project.cues, both] }, ru)).toEqual([
      { source: 'We are engaged in human rights.', target: 'Мы занимаемся правами человека. Всё вместе.' },
    ]);
  });
});
