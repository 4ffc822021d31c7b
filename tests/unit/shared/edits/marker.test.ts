import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/api/errors';
import { addMarker, markersOf, removeMarkers, setMarker } from '../../../../shared/edits/marker';
import { parseProjectFile } from '../../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../../shared/formats/project/write';
import { applyChanges, diffProjects } from '../../../../shared/history/diff';
import { idMaker, sampleProject } from '../../../support/sample-project';

const marked = () => {
  const newId = idMaker();
  const first = addMarker.apply(sampleProject(), { newId, atMs: 3000.4, name: ' Ask her ', colour: 'blue' });
  return addMarker.apply(first, { newId, atMs: 1000 });
};

describe('markers', () => {
  it('stand by time, on whole milliseconds, with trimmed names', () => {
    expect(markersOf(marked()).map(({ atMs, name, colour }) => [atMs, name, colour])).toEqual([
      [1000, '', 'red'],
      [3000, 'Ask her', 'blue'],
    ]);
  });
  it('move, are renamed and go, and each step can be taken back', () => {
    const before = marked();
    const [first, second] = markersOf(before);
    if (!first || !second) throw new Error('there are two');
    const after = removeMarkers.apply(
      setMarker.apply(before, { id: second.id, atMs: 500, name: 'Names a child', colour: 'green' }),
      { ids: [first.id] },
    );
    expect(markersOf(after).map(({ atMs, name }) => [atMs, name])).toEqual([[500, 'Names a child']]);
    expect(applyChanges(after, diffProjects(before, after), 'back')).toEqual(before);
    expect(applyChanges(before, diffProjects(before, after), 'forward')).toEqual(after);
  });
  it('that are set to what they are make no step', () => {
    const project = marked();
    const id = markersOf(project)[0]?.id ?? '';
    expect(setMarker.apply(project, { id, atMs: 1000, name: '', colour: 'red' })).toBe(project);
    expect(removeMarkers.apply(project, { ids: [] })).toBe(project);
  });
  it('that are not there are refused', () => {
    expect(() => setMarker.apply(sampleProject(), { id: 'gone', atMs: 1 })).toThrow(AppError);
    expect(() => removeMarkers.apply(marked(), { ids: ['gone'] })).toThrow(AppError);
  });
});

describe('project files', () => {
  const written = (project: ReturnType<typeof marked>) =>
    writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} });

  it('keep markers, and what a newer version says of them', () => {
    const text = written(marked()).replace('"name": "Ask her"', '"name": "Ask her", "note": "later"');
    const { project } = parseProjectFile(text, 'a.outspoken');
    expect(markersOf(project)[1]).toMatchObject({ name: 'Ask her', extra: { note: 'later' } });
    expect(written(project)).toContain('"note": "later"');
  });
  it('of earlier versions have none, and are written as they were until one is set', () => {
    const text = written(sampleProject());
    expect(text).not.toContain('markers');
    expect(written(parseProjectFile(text, 'a.outspoken').project)).toBe(text);
  });
  it('with a marker twice are refused', () => {
    const project = marked();
    const twice = { ...project, markers: [...markersOf(project), ...markersOf(project)] };
    expect(() => parseProjectFile(written(twice), 'a.outspoken')).toThrow(/damaged|twice/);
  });
});
