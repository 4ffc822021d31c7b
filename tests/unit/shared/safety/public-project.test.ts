import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import { createGuard } from '../../../../shared/safety/guard';
import { publicProject, speakersAsNames } from '../../../../shared/safety/public-project';
import { unpairedItalic } from '../../../../shared/text/mark-up';
import { cue, sampleProject } from '../../../support/sample-project';

const protect = (name: string, pseudonym: string | null = null, languages: string[] = []) => ({
  ...{ name, aliases: [], kind: 'person' as const },
  ...{ languages, pseudonym },
});
const ALL = { trackIds: ['en', 'ru'], speakers: true, transcript: true, labels: true };
const withCue = (text: string, language = 'en'): Project => ({
  ...sampleProject(),
  cues: [cue('x', 0, 1000, text, { trackId: language })],
});

describe('what an export may see', () => {
  it('is what is in scope and nothing else', () => {
    const { project } = publicProject(sampleProject(), createGuard([]), {
      ...{ trackIds: ['ru'], speakers: false, transcript: false, labels: false },
    });
    expect(JSON.stringify(project)).not.toMatch(/Zhanar|Gulzada|engaged|Feminita/);
    expect(project.cues.map(({ id }) => id)).toEqual(['r1', 'r2']);
  });

  it('names speakers by pseudonym only, where they have one', () => {
    const { project } = publicProject(sampleProject(), createGuard([]), ALL);
    expect(project.speakers.map(({ name, pseudonym }) => [name, pseudonym])).toEqual([
      ['Zhanar', null],
      ['G.', null],
    ]);
  });

  it('tells each listed name with its place', () => {
    const project = { ...sampleProject(), ...{ meta: { ...sampleProject().meta, title: 'With Zhanar' } } };
    const { findings } = publicProject(
      project,
      createGuard([protect('Жанар'), protect('земля'), protect('land')]),
      ALL,
    );
    expect(findings.map(({ kind, place, found }) => [kind, place, found])).toEqual([
      ['label', 'the title', 'Zhanar'],
      ['speaker', 'a speaker’s name', 'Zhanar'],
      ['cue', 'subtitle 3 (en)', 'land'],
      ['paragraph', 'paragraph 2 of the transcript', 'land'],
    ]);
  });

  it('tells a name that begins in one subtitle and ends in the next', () => {
    const read = (...texts: string[]) => {
      const cues = texts.map((text, n) => cue(`c${n}`, n * 1000, n * 1000 + 900, text, { trackId: 'en' }));
      const guard = createGuard([protect('Zhanar Sekerbayeva'), protect('Aigul')]);
      return publicProject(
        { ...sampleProject(), paragraphs: [], speakers: [], cues },
        guard,
        ALL,
      ).findings.map(({ place, found }) => [place, found]);
    };
    expect(read('This is Zhanar', 'Sekerbayeva, a friend.')).toEqual([
      ['subtitle 1 (en)', 'Zhanar\nSekerbayeva'],
    ]);
    expect(read('This is <i>Zhanar…</i>', '', '...Sekerbayeva')).toEqual([
      ['subtitle 1 (en)', 'Zhanar\nSekerbayeva'],
    ]);
    expect(read('This is Zhanar', '…', 'Sekerbayeva.')).toEqual([['subtitle 1 (en)', 'Zhanar\nSekerbayeva']]);
    expect(read('This is Zhanar', 'Kuatovna', 'Sekerbayeva.')).toEqual([
      ['subtitle 2 (en)', 'Zhanar\nKuatovna\nSekerbayeva'],
    ]);
    expect(read('This is Zhanar', `${'long '.repeat(60)}Zhanar`, 'Sekerbayeva.')).toEqual([
      ['subtitle 2 (en)', 'Zhanar\nSekerbayeva'],
    ]);
    expect(read('Aigul is here.', 'Aigul spoke.').map(([place]) => place)).toEqual([
      'subtitle 1 (en)',
      'subtitle 2 (en)',
    ]);
    expect(read('This is Zhanar!', 'Sekerbayeva is another.')).toEqual([]);
  });

  it('puts pseudonyms in the place of names, with their endings, and finds nothing then', () => {
    const guard = createGuard([protect('Жанар', 'Асель')]);
    const { project, replaced, findings } = publicProject(withCue('Мы у Жанары. Zhanar!', 'ru'), guard, ALL);
    expect(project.cues[0]?.text).toBe('Мы у Асель. Асель!');
    expect(findings).toEqual([]);
    expect(replaced).toBe(3);
  });

  it('stops at a pseudonym that is itself a listed name', () => {
    const guard = createGuard([protect('Жанар', 'Айгуль'), protect('Айгуль')]);
    const { findings } = publicProject(withCue('Это Жанар.', 'ru'), guard, {
      ...ALL,
      speakers: false,
      transcript: false,
    });
    expect(findings.map(({ found }) => found)).toEqual(['Айгуль']);
  });

  it('looks for a name in its languages, and in texts of no known language', () => {
    const guard = createGuard([protect('May', null, ['en'])]);
    const places = (text: string, language: string) =>
      publicProject(withCue(text, language), guard, ALL).findings.length;
    expect(places('May said so.', 'en')).toBe(1);
    expect(places('May said so.', 'ru')).toBe(0);
    expect(
      guard.find([
        { kind: 'file-name', place: 'the file’s name', text: 'May.mp4', language: null, recordId: null },
      ]),
    ).toHaveLength(1);
  });

  it('protects speakers with a pseudonym without anybody listing them', () => {
    const project = withCue('Gulzada told us, and Гүлзада left.');
    const { project: shown } = publicProject(project, createGuard(speakersAsNames(project)), ALL);
    expect(shown.cues[0]?.text).toBe('G. told us, and G. left.');
  });

  it('keeps words timed when a name of two words becomes one', () => {
    const project = sampleProject();
    const guard = createGuard([protect('human rights', 'X')]);
    const words = publicProject(project, guard, ALL).project.paragraphs[0]?.words ?? [];
    expect(words.map(({ text }) => text).join(' ')).toBe('We are engaged in X.');
    expect(words.at(-1)).toMatchObject({ startMs: 2000, endMs: 2900 });
  });

  it('has both times or none of a name whose first word nobody timed', () => {
    const sample = sampleProject();
    const paragraphs = sample.paragraphs.map((paragraph) => ({
      ...paragraph,
      words: paragraph.words.map((word) =>
        word.text === 'human' ? { ...word, startMs: null, endMs: null } : word,
      ),
    }));
    const guard = createGuard([protect('human rights', 'X')]);
    const words = publicProject({ ...sample, paragraphs }, guard, ALL).project.paragraphs[0]?.words ?? [];
    expect(words.at(-1)?.startMs).not.toBeNull();
    expect(words.at(-1)?.endMs).toBe(2900);
  });
});

describe('replacing in cues', () => {
  it('keeps italics in pairs, and no listed name survives it', () => {
    const part = fc.constantFrom(
      'Жанар',
      'Жанары',
      '<i>',
      '</i>',
      ' ',
      '\n',
      'и',
      'x.',
      'Жа<i>нар</i>',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const { project, findings } = publicProject(
          withCue(text, 'ru'),
          createGuard([protect('Жанар', 'Speaker A')]),
          { ...ALL, speakers: false, transcript: false },
        );
        const shown = project.cues[0]?.text ?? '';
        expect(findings).toEqual([]);
        expect(unpairedItalic(shown) === null).toBe(unpairedItalic(text) === null);
      }),
    );
  });
});
