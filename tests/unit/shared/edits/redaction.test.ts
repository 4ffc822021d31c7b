import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/api/errors';
import {
  addCover,
  coversOf,
  placeCover,
  redactionsOf,
  redactSound,
  redactVoice,
  removeKey,
  removeRedactions,
  setFill,
  setRedactionTimes,
  setTreatment,
} from '../../../../shared/edits/redaction';
import { parseProjectFile } from '../../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../../shared/formats/project/write';
import { applyChanges, diffProjects } from '../../../../shared/history/diff';
import type { Project } from '../../../../shared/domain/project';
import { idMaker, sampleProject } from '../../../support/sample-project';

const BOX = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
const covered = () =>
  addCover.apply(sampleProject(), { newId: idMaker(), startMs: 1000.4, endMs: 2000, atMs: 1000, box: BOX });

/** The project after an edit, once it is sure that the edit can be taken back and done again. */
function after(before: Project, made: Project): Project {
  const changes = diffProjects(before, made);
  expect(applyChanges(made, changes, 'back')).toEqual(before);
  expect(applyChanges(before, changes, 'forward')).toEqual(made);
  return made;
}

describe('covers', () => {
  it('are solid, on whole milliseconds, and inside the picture', () => {
    const box = { x: 0.9, y: -0.2, width: 0.5, height: 0.3 };
    const project = after(
      sampleProject(),
      addCover.apply(sampleProject(), { newId: idMaker(), startMs: 10.6, endMs: 5, atMs: 0, box }),
    );
    expect(coversOf(project)).toEqual([
      {
        ...{ id: 'x1', order: 0, kind: 'cover', fill: 'solid', startMs: 11, endMs: 12 },
        keys: [{ atMs: 0, x: 0.9, y: 0, width: 0.1, height: 0.1 }],
      },
    ]);
  });
  it('take key positions in order of time, one for each time, and keep the last', () => {
    let project = covered();
    for (const atMs of [2000, 1500, 2000])
      project = after(
        project,
        placeCover.apply(project, { id: 'x1', atMs, box: { ...BOX, x: atMs / 10_000 } }),
      );
    expect(coversOf(project)[0]?.keys.map(({ atMs, x }) => [atMs, x])).toEqual([
      [1000, 0.1],
      [1500, 0.15],
      [2000, 0.2],
    ]);
    expect(placeCover.apply(project, { id: 'x1', atMs: 2000, box: { ...BOX, x: 0.2 } })).toBe(project);
    project = after(project, removeKey.apply(project, { id: 'x1', atMs: 1500 }));
    project = after(project, removeKey.apply(project, { id: 'x1', atMs: 1000 }));
    expect(() => removeKey.apply(project, { id: 'x1', atMs: 2000 })).toThrow(AppError);
    expect(() => removeKey.apply(project, { id: 'x1', atMs: 7 })).toThrow(AppError);
  });
  it('change their times and their looks, and go', () => {
    let project = after(covered(), setRedactionTimes.apply(covered(), { id: 'x1', endMs: 900 }));
    expect(coversOf(project)[0]).toMatchObject({ startMs: 1000, endMs: 1001 });
    project = after(project, setFill.apply(project, { id: 'x1', fill: 'mosaic' }));
    expect(setFill.apply(project, { id: 'x1', fill: 'mosaic' })).toBe(project);
    expect(after(project, removeRedactions.apply(project, { ids: ['x1'] }))).toEqual(sampleProject());
  });
  it('that are no numbers or not there are refused', () => {
    expect(() => placeCover.apply(covered(), { id: 'x1', atMs: 0, box: { ...BOX, x: NaN } })).toThrow(
      AppError,
    );
    expect(() => setFill.apply(covered(), { id: 'x9', fill: 'blur' })).toThrow(AppError);
    expect(() => setTreatment.apply(covered(), { id: 'x1', treatment: 'mute' })).toThrow(AppError);
  });
});

describe('sound', () => {
  it('is redacted in a stretch or for a speaker, once each', () => {
    const newId = idMaker();
    let project = after(
      sampleProject(),
      redactSound.apply(sampleProject(), { newId, treatment: 'beep', startMs: 100, endMs: 300 }),
    );
    project = after(project, redactVoice.apply(project, { newId, treatment: 'disguise', speakerId: 's1' }));
    project = after(project, redactVoice.apply(project, { newId, treatment: 'mute', speakerId: 's1' }));
    expect(redactionsOf(project)).toEqual([
      { id: 'x1', order: 0, kind: 'sound', treatment: 'beep', startMs: 100, endMs: 300 },
      { id: 'x2', order: 1, kind: 'voice', treatment: 'mute', speakerId: 's1' },
    ]);
    expect(() => redactVoice.apply(project, { newId, treatment: 'mute', speakerId: 'gone' })).toThrow(
      AppError,
    );
    expect(() => setRedactionTimes.apply(project, { id: 'x2', startMs: 1 })).toThrow(AppError);
  });
});

describe('project files', () => {
  const written = (project: Project) =>
    writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} });
  const versionOf = (text: string) => (JSON.parse(text) as { version: number }).version;

  it('keep redactions, and what a newer version says of them', () => {
    const text = written(covered()).replace('"fill": "solid"', '"fill": "solid", "reason": "face"');
    const { project } = parseProjectFile(text, 'a.outspoken');
    expect(redactionsOf(project)[0]).toMatchObject({
      ...redactionsOf(covered())[0],
      extra: { reason: 'face' },
    });
    expect(written(project)).toContain('"reason": "face"');
  });
  it('with redactions are refused by apps that do not know them, others are not', () => {
    expect(versionOf(written(covered()))).toBe(2);
    expect(versionOf(written(sampleProject()))).toBe(1);
    const before = written(sampleProject());
    expect(written(parseProjectFile(before, 'a.outspoken').project)).toBe(before);
  });
});
