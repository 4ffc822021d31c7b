import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import {
  confirmCues,
  insertCue,
  removeCues,
  setCueStatus,
  setCueText,
  setCueTimes,
  shiftCues,
} from '../../../../shared/edits/cue';
import { joinTexts, mergeCues } from '../../../../shared/edits/cue-merge';
import { splitCue, splitText } from '../../../../shared/edits/cue-split';
import { cue, idMaker, sampleProject } from '../../../support/sample-project';

const get = (project: Project, id: string) => project.cues.find((one) => one.id === id);
const badRequest = expect.objectContaining({ code: 'bad-request' }) as unknown;

describe('cue.setText', () => {
  it('takes the approval away and makes translations stale', () => {
    const after = setCueText.apply(sampleProject(), { id: 'c1', text: 'We work' });
    expect(get(after, 'c1')).toMatchObject({ text: 'We work', status: 'timed' });
    expect(get(after, 'r1')).toMatchObject({ stale: true, status: 'approved' });
    expect(get(after, 'r2')).toMatchObject({ stale: false });
  });
  it('gives an approved translation back to its translator', () => {
    const after = setCueText.apply(sampleProject(), { id: 'r1', text: 'Мы' });
    expect(get(after, 'r1')).toMatchObject({ text: 'Мы', status: 'translated' });
  });
  it('leaves translations alone when only line breaks moved', () => {
    const after = setCueText.apply(sampleProject(), { id: 'c1', text: 'We are\nengaged' });
    expect(get(after, 'r1')?.stale).toBe(false);
  });
  it('gives the same project for the same text', () => {
    const before = sampleProject();
    expect(setCueText.apply(before, { id: 'c1', text: 'We are engaged' })).toBe(before);
  });
  it('refuses unknown cues and texts no file could hold', () => {
    expect(() => setCueText.apply(sampleProject(), { id: 'x', text: '' })).toThrow(badRequest);
    expect(() => setCueText.apply(sampleProject(), { id: 'c1', text: 'x'.repeat(20_001) })).toThrow(
      badRequest,
    );
  });
});

describe('cue.setTimes', () => {
  it.each([
    [{ startMs: 200 }, 200, 1400],
    [{ startMs: -5 }, 0, 1400],
    [{ startMs: 5000 }, 1399, 1400],
    [{ endMs: 1000.4 }, 0, 1000],
    [{ endMs: -1 }, 0, 1],
    [{ startMs: 700, endMs: 300 }, 700, 701],
    [{ startMs: 4000, endMs: 5000 }, 4000, 5000],
    [{ endMs: 1e15 }, 0, 3_600_000_000],
  ])('%o gives [%i, %i)', (args, startMs, endMs) => {
    const after = setCueTimes.apply(sampleProject(), { id: 'c1', ...args });
    expect(get(after, 'c1')).toMatchObject({ startMs, endMs });
  });
  it('says that a person set them', () => {
    expect(get(setCueTimes.apply(sampleProject(), { id: 'c1', startMs: 9 }), 'c1')?.timedByHand).toBe(true);
    const before = sampleProject();
    expect(setCueTimes.apply(before, { id: 'c1', startMs: 0 })).toBe(before);
  });
  it('refuses what is no number', () => {
    expect(() => setCueTimes.apply(sampleProject(), { id: 'c1', startMs: NaN })).toThrow(badRequest);
  });
});

describe('cue.shift', () => {
  it('stops at the start of the timeline and keeps the distances', () => {
    const later = shiftCues.apply(sampleProject(), { ids: ['c2', 'c3'], deltaMs: -9000 });
    expect(get(later, 'c2')).toMatchObject({ startMs: 0, endMs: 1400 });
    expect(get(later, 'c3')).toMatchObject({ startMs: 1500, endMs: 3400 });
  });
  it('refuses a cue that is not there', () => {
    expect(() => shiftCues.apply(sampleProject(), { ids: ['c1', 'x'], deltaMs: 1 })).toThrow(badRequest);
  });
});

describe('cue.split', () => {
  const split = (project: Project, offset: number | null, atMs: number | null, id = 'c2') =>
    splitCue.apply(project, { newId: idMaker('n'), id, offset, atMs });

  it('divides text, words and time at a place in the text', () => {
    const after = split(sampleProject(), 'in human'.length, null);
    expect(get(after, 'c2')).toMatchObject({
      text: 'in human',
      wordIds: ['w3', 'w4'],
      startMs: 1500,
      endMs: 2450,
    });
    expect(get(after, 'n1')).toMatchObject({ text: 'rights.', wordIds: ['w5'], startMs: 2450, endMs: 2900 });
    expect(get(after, 'r2')).toMatchObject({ sourceCueId: 'c2', moreSourceCueIds: ['n1'], stale: false });
  });
  it('finds the place in the text from the time', () => {
    const after = split(sampleProject(), null, 1950);
    expect(get(after, 'c2')).toMatchObject({ text: 'in', wordIds: ['w3'], endMs: 1950 });
    expect(get(after, 'n1')).toMatchObject({ text: 'human rights.', wordIds: ['w4', 'w5'] });
  });
  it('divides an untimed cue in proportion', () => {
    const after = split(sampleProject(), null, 700, 'r1');
    expect(get(after, 'r1')).toMatchObject({ text: 'Мы', endMs: 700, status: 'translated' });
    expect(get(after, 'n1')).toMatchObject({ text: 'занимаемся', sourceCueId: 'c1' });
  });
  it('never makes an empty time', () => {
    const after = split(sampleProject(), 2, 99_999);
    expect(get(after, 'n1')).toMatchObject({ startMs: 2899, endMs: 2900 });
  });
  it('refuses cues too short to divide, and no place at all', () => {
    const short = setCueTimes.apply(sampleProject(), { id: 'c2', startMs: 2899 });
    expect(() => split(short, 2, null)).toThrow(badRequest);
    expect(() => split(sampleProject(), null, null)).toThrow(badRequest);
  });
  it.each([
    ['<i>one two</i>', 6, '<i>one</i>', '<i>two</i>'],
    ['<i>one</i> two', 11, '<i>one</i>', 'two'],
    ['one two', 0, '', 'one two'],
    ['one\ntwo', 3, 'one', 'two'],
    ['<i>one</i>', 3, '', '<i>one</i>'],
  ])('balances italics: %j at %i', (text, offset, left, right) => {
    expect(splitText(text, offset)).toEqual([left, right]);
  });
  it.each([
    [
      'All human beings\nare born free',
      'All human beings\nare'.length,
      ['All human beings are', 'born free'],
    ],
    ['All human beings\nare born free', 'All'.length, ['All', 'human beings are born free']],
    ['– Yes.\n– No, we never did.', '– Yes.\n– No,'.length, ['– Yes.\n– No,', 'we never did.']],
    ['<i>All human beings\nare born</i>', 6, ['<i>All</i>', '<i>human beings are born</i>']],
  ])('lays the parts of %j cut at %i on lines anew', (text, offset, parts) => {
    const project = setCueText.apply(sampleProject(), { id: 'c2', text });
    const after = split(project, offset, null);
    expect([get(after, 'c2')?.text, get(after, 'n1')?.text]).toEqual(parts);
  });
  it('never cuts through a character', () => {
    const project = setCueText.apply(sampleProject(), { id: 'c2', text: 'a😀b' });
    const after = split(project, 2, null);
    expect(get(after, 'c2')?.text).toBe('a😀');
    expect(get(after, 'n1')?.text).toBe('b');
  });
});

describe('cue.merge', () => {
  it('keeps the first, both texts, all words, and moves translations', () => {
    const after = mergeCues.apply(sampleProject(), { ids: ['c2', 'c1'] });
    expect(get(after, 'c1')).toMatchObject({
      startMs: 0,
      endMs: 2900,
      text: 'We are engaged\nin human rights.',
      wordIds: ['w0', 'w1', 'w2', 'w3', 'w4', 'w5'],
      status: 'timed',
    });
    expect(get(after, 'c2')).toBeUndefined();
    expect(get(after, 'r2')).toMatchObject({ sourceCueId: 'c1', stale: false });
  });
  it.each([
    ['one cue', ['c1']],
    ['cues of two tracks', ['c1', 'r1']],
    ['cues with another between', ['c1', 'c3']],
  ])('refuses %s', (_, ids) => {
    expect(() => mergeCues.apply(sampleProject(), { ids })).toThrow(badRequest);
  });
  it.each([
    [['a', 'b'], 'a\nb'],
    [['a\nb', 'c'], 'a b c'],
    [['', 'b'], 'b'],
    [['<i>a</i>', '<i>b</i>', 'c'], '<i>a b</i> c'],
    [['甲\n乙', '丙'], '甲乙丙'],
    [['<i>甲\n乙</i>', '<i>丙</i>'], '<i>甲乙丙</i>'],
    [['สิทธิ\nมนุษย', 'ชน'], 'สิทธิมนุษยชน'],
    [['인권은\n모두의', '것'], '인권은 모두의 것'],
  ])('joins %j', (texts, joined) => {
    expect(joinTexts(texts)).toBe(joined);
  });
});

describe('cue.insert, cue.remove, status', () => {
  it('inserts in the order of time', () => {
    const args = { newId: idMaker('n'), trackId: 'en', startMs: 1450, endMs: 1450, text: 'New' };
    const after = insertCue.apply(sampleProject(), args);
    const own = after.cues.filter(({ trackId }) => trackId === 'en').map(({ id }) => id);
    expect(own).toEqual(['c1', 'n1', 'c2', 'c3']);
    expect(get(after, 'n1')).toEqual(cue('n1', 1450, 1451, 'New', { status: 'draft', timedByHand: true }));
    expect(() => insertCue.apply(sampleProject(), { ...args, trackId: 'x' })).toThrow(badRequest);
  });
  it('keeps translations of removed cues, stale', () => {
    const after = removeCues.apply(sampleProject(), { ids: ['c1'] });
    expect(get(after, 'r1')).toMatchObject({ sourceCueId: null, stale: true });
  });
  it('approving, and only a look, makes a stale cue up to date', () => {
    const stale = setCueText.apply(sampleProject(), { id: 'c1', text: 'x' });
    expect(get(setCueStatus.apply(stale, { ids: ['r1'], status: 'draft' }), 'r1')?.stale).toBe(true);
    expect(get(setCueStatus.apply(stale, { ids: ['r1'], status: 'approved' }), 'r1')?.stale).toBe(false);
    expect(get(confirmCues.apply(stale, { ids: ['r1'] }), 'r1')).toMatchObject({
      stale: false,
      status: 'approved',
    });
  });
});
