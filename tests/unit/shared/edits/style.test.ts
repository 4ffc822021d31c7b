import { describe, expect, test } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import { removeStyle, useStyle } from '../../../../shared/edits/style';
import { setSpeakerColour } from '../../../../shared/edits/speaker';
import { changedStyle } from '../../../../shared/style/change';
import { stylePresets } from '../../../../shared/style/presets';
import { emptyProject } from '../../../../shared/history/tables';
import { defaultStyles } from '../../../../shared/style/styles';

const [plain, box] = defaultStyles();
const project: Project = {
  ...emptyProject({ id: 'p', title: '', language: 'en' }),
  speakers: [{ id: 'aya', order: 1, name: 'Aya', pseudonym: null }],
  tracks: ['en', 'ru'].map((id, order) => ({
    id,
    order,
    kind: order === 0 ? 'source' : 'translation',
    language: id,
    name: '',
    direction: 'ltr',
    profileId: 'p',
    styleId: id === 'en' ? plain.id : box.id,
  })),
  styles: [plain, box],
};

describe('styles of a project', () => {
  test('a new one is added and drawn with in one step', () => {
    const style = { ...plain, id: 'new', order: 9 };
    const next = useStyle.apply(project, { trackId: 'ru', style });
    expect(next.styles.map(({ id }) => id)).toEqual([plain.id, box.id, 'new']);
    expect(next.tracks.map(({ styleId }) => styleId)).toEqual([plain.id, 'new']);
  });

  test('the languages of a removed one fall back on another; the last one stays', () => {
    const next = removeStyle.apply(project, { id: plain.id });
    expect(next.tracks.map(({ styleId }) => styleId)).toEqual([box.id, box.id]);
    expect(() => removeStyle.apply(next, { id: box.id })).toThrow();
    expect(() => removeStyle.apply(project, { id: 'unknown' })).toThrow();
  });
});

test('a speaker’s colour is set and taken away again', () => {
  const coloured = setSpeakerColour.apply(project, { id: 'aya', colour: '#00FF00' });
  expect(coloured.speakers[0]?.colour).toBe('#00FF00');
  const plainAgain = setSpeakerColour.apply(coloured, { id: 'aya', colour: null });
  expect(plainAgain.speakers[0]).toEqual(project.speakers[0]);
  expect(setSpeakerColour.apply(project, { id: 'aya', colour: null })).toBe(project);
});

describe('changedStyle', () => {
  test('a field that is taken away is gone, not undefined', () => {
    const spaced = changedStyle(plain, { lineSpacingEm: 1.2 });
    expect(spaced.lineSpacingEm).toBe(1.2);
    expect(changedStyle(spaced, { lineSpacingEm: undefined })).toStrictEqual(plain);
  });

  test('refuses what no picture could be drawn with', () => {
    expect(() => changedStyle(plain, { fontSizePct: 0 })).toThrow();
    expect(() => changedStyle(plain, { colour: 'red' })).toThrow();
  });

  test.each(stylePresets.map((preset) => [preset.id, preset] as const))(
    'preset %s is a whole style',
    (_, { look }) => {
      const style = changedStyle({ ...look, id: 'x', order: 1, name: 'X' }, {});
      expect(style).toMatchObject(look);
    },
  );
});
