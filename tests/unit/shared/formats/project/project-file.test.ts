import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../../shared/api/errors';
import { migrate, MIGRATIONS, PROJECT_VERSION } from '../../../../../shared/formats/project/migrations';
import { parseProjectFile } from '../../../../../shared/formats/project/parse';
import { writeProjectFile } from '../../../../../shared/formats/project/write';
import { setCueText } from '../../../../../shared/edits/cue';
import { takeMachineTexts } from '../../../../../shared/edits/machine-translation';
import { randomEdit } from '../../../../support/random-edits';
import { idMaker, sampleProject } from '../../../../support/sample-project';

const fileOf = (project = sampleProject()) => ({ project, savedSeq: 7, savedEntry: 'abc', extra: {} });
const text = writeProjectFile(fileOf());
const codeOf = (broken: string) => {
  try {
    parseProjectFile(broken, 'x.outspoken');
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return null;
};
const changed = (change: (file: Record<string, unknown>) => void) => {
  const file = JSON.parse(text) as Record<string, unknown>;
  change(file);
  return JSON.stringify(file);
};

describe('a project file', () => {
  it('comes back as it went, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(randomEdit, { maxLength: 15 }), (steps) => {
        const newId = idMaker();
        const project = steps.reduce((before, step) => step.apply(before, newId), sampleProject());
        const written = writeProjectFile(fileOf(project));
        const read = parseProjectFile(written, 'x');
        expect(read).toEqual(fileOf(project));
        expect(writeProjectFile(read)).toBe(written);
      }),
      { numRuns: 60 },
    );
  });

  it('comes back with the draft of a machine whose clock stood at its very beginning', () => {
    const cue = 'r1';
    const before = sampleProject();
    const said = before.cues.find(({ id }) => id === cue)?.text ?? '';
    const project = takeMachineTexts.apply(before, {
      trackId: 'ru',
      answers: [{ cue, before: said, text: 'Права человека' }],
      made: { by: 'machine', atMs: 0 },
    });
    expect(project).not.toBe(before);
    expect(parseProjectFile(writeProjectFile(fileOf(project)), 'x')).toEqual(fileOf(project));
  });

  it('is the same text whatever the order of tables and fields', () => {
    const project = sampleProject();
    const shuffled = {
      ...project,
      cues: [...project.cues].reverse(),
      speakers: [...project.speakers].reverse(),
    };
    const [first] = shuffled.cues;
    if (first) shuffled.cues[0] = Object.fromEntries(Object.entries(first).reverse()) as typeof first;
    expect(writeProjectFile(fileOf(shuffled))).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).toContain('\n  "version": 1,\n');
  });

  it('changes by a line for a changed line, so that it diffs well', () => {
    const other = writeProjectFile(
      fileOf(setCueText.apply(sampleProject(), { id: 'c2', text: 'in rights' })),
    );
    const lines = text.split('\n');
    const different = other.split('\n').filter((line, index) => line !== lines[index]);
    expect(different).toEqual(['      "text": "in rights",', '      "stale": true,']);
  });

  it('keeps unknown fields of the file, of every kind of record, of words and of the media', () => {
    const media = {
      path: 'film.mp4',
      durationMs: 5,
      fingerprint: { sizeBytes: 1, headSha256: 'a'.repeat(64), tailSha256: 'b'.repeat(64) },
    };
    const base = sampleProject();
    const file = JSON.parse(writeProjectFile(fileOf({ ...base, meta: { ...base.meta, media } }))) as Record<
      string,
      Record<string, unknown>[]
    > & { meta: Record<string, Record<string, unknown>> };
    const strange = { deep: [1, { a: null }] };
    const mark = (record: Record<string, unknown> | undefined) => {
      if (!record) throw new Error('the sample has every kind of record');
      record.strange = strange;
      record.extra = 'a field of that very name';
    };
    for (const table of ['speakers', 'styles', 'tracks', 'paragraphs', 'cues']) file[table]?.forEach(mark);
    mark((file.paragraphs?.[0]?.words as Record<string, unknown>[])[1]);
    mark(file.meta);
    mark(file.meta.media);
    mark(file);
    const written = JSON.stringify(file, null, 2) + '\n';
    const read = parseProjectFile(written, 'x');
    expect(JSON.parse(writeProjectFile(read))).toEqual(file);
    const edited = { ...read, project: setCueText.apply(read.project, { id: 'c1', text: 'Other' }) };
    expect(writeProjectFile(edited).split('"strange"')).toHaveLength(written.split('"strange"').length);
    expect(JSON.parse(writeProjectFile(parseProjectFile(writeProjectFile(edited), 'x')))).toMatchObject({
      strange,
    });
  });

  it('keeps a field named __proto__ harmless', () => {
    const hostile = text
      .replace('"format"', '"format"')
      .replace('"savedSeq"', '"__proto__": {"polluted": 1},\n  "savedSeq"');
    const read = parseProjectFile(hostile, 'x');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(read.extra)).toBe(Object.prototype);
    expect(writeProjectFile(read)).toContain('"__proto__"');
  });
});

describe('a file that is no good project', () => {
  it.each([
    ['not JSON', 'hello', 'not-a-project'],
    ['other JSON', '{"a": 1}', 'not-a-project'],
    ['a list', '[]', 'not-a-project'],
    ['JSON null', 'null', 'not-a-project'],
    ['nothing', '', 'damaged-project'],
    ['zeros, as a power cut leaves them', '\0'.repeat(5000), 'damaged-project'],
    ['a newer version', changed((file) => (file.version = PROJECT_VERSION + 1)), 'newer-version'],
    ['version 0', changed((file) => (file.version = 0)), 'damaged-project'],
    ['a version that is text', changed((file) => (file.version = '1')), 'damaged-project'],
    ['a missing table', changed((file) => delete file.cues), 'damaged-project'],
    ['a table that is no list', changed((file) => (file.cues = {})), 'damaged-project'],
    ['a record that is none', changed((file) => (file.cues = [null])), 'damaged-project'],
    ['a wrong field', changed((file) => (file.savedSeq = -1)), 'damaged-project'],
    [
      'an id twice',
      changed((file) => (file.styles as unknown[]).push(...(file.styles as unknown[]))),
      'damaged-project',
    ],
    ['cues without their track', changed((file) => (file.tracks = [])), 'damaged-project'],
    [
      'an abyss',
      changed((file) => (file.abyss = 0)).replace(
        '"abyss":0',
        `"abyss":${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      ),
      'damaged-project',
    ],
  ])('%s', (_, broken, code) => {
    expect(codeOf(broken)).toBe(code);
  });

  it('is called damaged wherever it was cut off', () => {
    for (let length = 30; length < text.length - 2; length += 37)
      expect(codeOf(text.slice(0, length))).toBe('damaged-project');
  });

  it('says both versions', () => {
    const newer = changed((file) => (file.version = 12));
    expect(() => parseProjectFile(newer, 'x.outspoken')).toThrow(
      expect.objectContaining({ detail: { name: 'x.outspoken', found: 12, known: PROJECT_VERSION } }),
    );
  });
});

describe('migrations', () => {
  it('lead from every version to the newest, each step once', () => {
    expect(MIGRATIONS).toHaveLength(PROJECT_VERSION - 1);
    const steps = [1, 2, 3].map((n) => (file: object) => ({ ...file, [`step${n}`]: true }));
    expect(migrate({ a: 1 }, 2, steps)).toEqual({ a: 1, step2: true, step3: true });
    expect(migrate({ a: 1 }, 4, steps)).toEqual({ a: 1 });
  });
});
