import { describe, expect, it } from 'vitest';
import { NO_MEDIA, checkTrack, findingsIn } from '../../../../shared/checks/check';
import { inputOf } from '../../../../shared/checks/input';
import { planFixes } from '../../../../shared/checks/fixes/plan';
import type { Project } from '../../../../shared/domain/project';
import { setCueText } from '../../../../shared/edits/cue';
import { mergeCues } from '../../../../shared/edits/cue-merge';
import { splitCue } from '../../../../shared/edits/cue-split';
import { balanceCues, breakCues, keepBreaks } from '../../../../shared/edits/cue-texts';
import type { Edit } from '../../../../shared/edits/edit';
import { replaceTexts } from '../../../../shared/edits/replace-texts';
import { sortedProject } from '../../../../shared/history/tables';
import { applyEdit } from '../../../../shared/translation/settle';
import { cue, idMaker, sampleProject } from '../../../support/sample-project';

const POEM = 'Roses\nare red, and violets are blue.';
const with2 = (text: string, hardBreaks: number[] | undefined, next = 'Next.') =>
  sortedProject({
    ...sampleProject(),
    cues: [cue('a', 0, 3000, text, hardBreaks ? { hardBreaks } : {}), cue('b', 3000, 6000, next)],
  });
const after = <A>(project: Project, edit: Edit<A>, args: A) =>
  applyEdit(edit, project, args).cues.map(({ text, hardBreaks }) => [text, hardBreaks]);

describe('hard breaks', () => {
  it('are made of all breaks at once, and soft again where all are hard', () => {
    const project = with2('a\nb\nc', [1]);
    expect(after(project, keepBreaks, { ids: ['a', 'b'] })[0]).toEqual(['a\nb\nc', [0, 1]]);
    expect(after(with2('a\nb', [0]), keepBreaks, { ids: ['a'] })[0]).toEqual(['a\nb', undefined]);
    expect(keepBreaks.apply(project, { ids: ['b'] })).toBe(project);
  });

  it.each<[string, Edit<{ ids: readonly string[] }>]>([
    ['balancing', balanceCues],
    [
      'breaking by the profile',
      { ...breakCues, apply: (p, { ids }) => breakCues.apply(p, { ids, onlyBroken: false }) },
    ],
  ])('stay where they are when %s', (_, edit) => {
    expect(after(with2(POEM, [0]), edit, { ids: ['a'] })[0]).toEqual([POEM, [0]]);
    expect(after(with2(POEM, undefined), edit, { ids: ['a'] })[0]?.[0]).not.toBe(POEM);
  });

  it('hold while what stands between them is laid anew', () => {
    const long = 'All human beings are born free and equal in dignity and rights.';
    const [made] = after(with2(`Listen:\n${long}`, [0]), breakCues, { ids: ['a'], onlyBroken: true });
    expect(made?.[0]).toMatch(/^Listen:\nAll [^\n]+\n[^\n]+$/);
    expect(made?.[1]).toEqual([0]);
  });

  it('follow the words through edits that know nothing of them', () => {
    const longer = 'All roses\nare red, and violets are blue.';
    const found = { newId: idMaker(), cues: new Map([['a', longer]]), paragraphs: new Map() };
    expect(after(with2(POEM, [0]), replaceTexts, found)[0]).toEqual([longer, [0]]);
    expect(after(with2(POEM, [0]), setCueText, { id: 'a', text: 'Roses are red' })[0]).toEqual([
      'Roses are red',
      undefined,
    ]);
    expect(
      after(with2(POEM, undefined), setCueText, { id: 'a', text: 'Roses\nare', hardBreaks: [0] })[0],
    ).toEqual(['Roses\nare', [0]]);
  });

  it('go with their part of a divided text', () => {
    const split = { newId: idMaker(), id: 'a', atMs: null };
    expect(after(with2('a b\nc d\ne', [0, 1]), splitCue, { ...split, offset: 5 }).slice(0, 2)).toEqual([
      ['a b\nc', [0]],
      ['d\ne', [0]],
    ]);
    // The soft one before it goes where it fits best, the hard one stays between its words.
    expect(after(with2('a b\nc d\ne f', [1]), splitCue, { ...split, offset: 9 }).slice(0, 2)).toEqual([
      ['a b c d\ne', [0]],
      ['f', undefined],
    ]);
    expect(after(with2('a\nb', [0]), splitCue, { ...split, offset: 1 }).slice(0, 2)).toEqual([
      ['a', undefined],
      ['b', undefined],
    ]);
  });

  it('are gone where a merged text has no such break', () => {
    expect(after(with2('a\nb', [0]), mergeCues, { ids: ['a', 'b'] })).toEqual([['a b Next.', undefined]]);
  });

  it('are not uneven, and stay when a line too long is mended', () => {
    const uneven = 'Yes.\nThis is what we came here to say today.';
    const checked = (text: string, hardBreaks: number[] | undefined) => {
      const project = with2(text, hardBreaks);
      const [source] = project.tracks;
      if (!source) throw new Error('the sample has a track');
      return checkTrack(inputOf(project, { ...source, profileId: 'ted' }, NO_MEDIA, () => project.cues));
    };
    const rulesIn = (hardBreaks: number[] | undefined) =>
      findingsIn(checked(uneven, hardBreaks)).map(({ rule }) => rule);
    expect(rulesIn(undefined)).toContain('balance');
    expect(rulesIn([0])).not.toContain('balance');
    // On two lines it would fit, on the one behind the hard break it does not: a third would be one too many.
    const long = 'We say\nyes to all of this, which we came for today.';
    const fixes = (hardBreaks: number[] | undefined) =>
      planFixes(checked(long, hardBreaks), 'line-length').changes.map(({ text }) => text);
    expect(fixes(undefined)).toHaveLength(1);
    expect(fixes([0])).toEqual([]);
  });
});
