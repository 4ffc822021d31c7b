import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import {
  balanceCues,
  breakCues,
  italiciseCues,
  removeHearingImpaired,
  repairCase,
} from '../../../../shared/edits/cue-texts';
import { duplicateTrack } from '../../../../shared/edits/duplicate-track';
import { sortedProject } from '../../../../shared/history/tables';
import { cue, idMaker, sampleProject } from '../../../support/sample-project';

const withTexts = (...texts: string[]) =>
  sortedProject({
    ...sampleProject(),
    cues: texts.map((text, n) => cue(`c${n}`, n * 1000, n * 1000 + 900, text)),
  });
const textsOf = (project: Project) => project.cues.map(({ text }) => text);
const idsOf = (project: Project) => project.cues.map(({ id }) => id);
const apply = <A>(edit: { apply(p: Project, a: A): Project }, project: Project, args: Omit<A, 'ids'>) =>
  textsOf(edit.apply(project, { ids: idsOf(project), ...args } as unknown as A));

describe('cue.balance', () => {
  it('puts a short line on two, by sense', () => {
    expect(apply(balanceCues, withTexts('We are here, and we will stay.'), {})).toEqual([
      'We are here,\nand we will stay.',
    ]);
  });
  it('balances three lines as three, and leaves dialogues and single words', () => {
    expect(
      apply(balanceCues, withTexts('a b c d e f g\nh\ni', '- Yes, I do think so.\n- No.', 'Rights', ''), {}),
    ).toEqual(['a b c\nd e f\ng h i', '- Yes, I do think so.\n- No.', 'Rights', '']);
  });
});

describe('cue.break', () => {
  const long = 'All human beings are born free and equal in dignity and rights.';
  it('lays what is too long on the lines of the profile', () => {
    const [text = ''] = apply(breakCues, withTexts(long), { onlyBroken: true });
    expect(text.split('\n')).toHaveLength(2);
    expect(text.replace('\n', ' ')).toBe(long);
  });
  it('joins needless lines only where asked to', () => {
    expect(apply(breakCues, withTexts('One\ntwo'), { onlyBroken: true })).toEqual(['One\ntwo']);
    expect(apply(breakCues, withTexts('One\ntwo'), { onlyBroken: false })).toEqual(['One two']);
  });
});

describe('cue.italics', () => {
  it('makes all italic where one is not, else all upright', () => {
    expect(apply(italiciseCues, withTexts('<i>A</i>', 'B', ''), {})).toEqual(['<i>A</i>', '<i>B</i>', '']);
    expect(apply(italiciseCues, withTexts('<i>A</i>', '<i>B\nC</i>'), {})).toEqual(['A', 'B\nC']);
  });
});

describe('cue.repairCase', () => {
  const both = { starts: true, capitals: true };
  it('knows where sentences begin, also from the cue before', () => {
    expect(
      apply(repairCase, withTexts('we came to', 'the city. it was 3 p.m. then.', '- yes.\n- no.'), both),
    ).toEqual(['We came to', 'the city. It was 3 p.m. then.', '- Yes.\n- No.']);
  });
  it('makes sentences of capitals, with the names it knows', () => {
    const before = withTexts(
      'Then Zhanar spoke of the UN in Almaty.',
      'ZHANAR AND I WENT TO ALMATY.',
      'THE UN WAS HERE',
    );
    expect(apply(repairCase, before, both).slice(1)).toEqual([
      'Zhanar and I went to Almaty.',
      'The UN was here',
    ]);
  });
  it('leaves sounds in brackets small: they are no sentences', () => {
    const texts = ['He came. [door slams] it was late.', 'To torture. (laughs)', '[sighs] Well.'];
    expect(apply(repairCase, withTexts(...texts), both)).toEqual(texts);
  });
  it('leaves abbreviations, Arabic and what a person wrote', () => {
    const texts = ['NGO.', 'مرحبا. كيف حالك؟', '<i>Good.</i>'];
    expect(apply(repairCase, withTexts(...texts), both)).toEqual(texts);
  });
});

describe('cue.removeHearingImpaired', () => {
  it('takes out what is not said and cues that then say nothing', () => {
    const before = withTexts('[door slams]', 'ZHANAR: Hello. (laughs)', '', '♪ song ♪');
    const args = { brackets: true, parentheses: true, labels: true, music: true };
    expect(apply(removeHearingImpaired, before, args)).toEqual(['Hello.', '']);
  });
  it('leaves translations of a cue that went, without a source', () => {
    const before = sampleProject();
    const noisy = {
      ...before,
      cues: before.cues.map((one) => (one.id === 'c1' ? { ...one, text: '[sighs]' } : one)),
    };
    const args = { ids: ['c1'], brackets: true, parentheses: false, labels: false, music: false };
    const after = removeHearingImpaired.apply(noisy, args);
    expect(after.cues.find(({ id }) => id === 'r1')).toMatchObject({ sourceCueId: null, stale: true });
  });
});

describe('track.duplicate', () => {
  it('copies a source track into a translation of it', () => {
    const args = { id: 'en', language: 'ar', name: '', withTexts: false };
    const after = duplicateTrack.apply(sampleProject(), { ...args, newId: idMaker() });
    const track = after.tracks.at(-1);
    expect(track).toMatchObject({ kind: 'translation', language: 'ar', direction: 'rtl', order: 2 });
    const copies = after.cues.filter(({ trackId }) => trackId === track?.id);
    expect(copies.map(({ sourceCueId, text }) => [sourceCueId, text])).toEqual([
      ['c1', ''],
      ['c2', ''],
      ['c3', ''],
    ]);
  });
  it('copies a translation beside its own source', () => {
    const args = { id: 'ru', language: 'ru', name: 'short', withTexts: true };
    const after = duplicateTrack.apply(sampleProject(), { ...args, newId: idMaker() });
    const copies = after.cues.filter(({ trackId }) => trackId === after.tracks.at(-1)?.id);
    expect(copies.map(({ sourceCueId, text, status }) => [sourceCueId, text, status])).toEqual([
      ['c1', 'Мы занимаемся', 'draft'],
      ['c2', 'правами человека.', 'draft'],
    ]);
  });
});
