import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../../../shared/domain/project';
import type { Cue } from '../../../../shared/domain/track';
import { setCueText, setCueTimes, shiftCues } from '../../../../shared/edits/cue';
import { mergeCues } from '../../../../shared/edits/cue-merge';
import { splitCue } from '../../../../shared/edits/cue-split';
import {
  addTranslation,
  linkCues,
  mendCue,
  setTrackTiming,
  untranslatedCues,
} from '../../../../shared/edits/translation';
import { replaceTexts } from '../../../../shared/edits/replace-texts';
import { setParagraphText } from '../../../../shared/edits/transcript';
import { applyChanges, diffProjects } from '../../../../shared/history/diff';
import { emptyProject, sortedProject } from '../../../../shared/history/tables';
import { sharedOut, sourceIdsOf, withSourceIds } from '../../../../shared/translation/links';
import { applyEdit } from '../../../../shared/translation/settle';
import { defaultStyles } from '../../../../shared/style/styles';
import { cue, idMaker, sampleProject, track } from '../../../support/sample-project';

const get = (project: Project, id: string) => {
  const found = project.cues.find((each) => each.id === id);
  if (!found) throw new Error(`no cue ${id}`);
  return found;
};

/** A source of `count` cues `s<n>a s<n>b…` and a locked translation whose texts are `t<n>a t<n>b…`. */
function translated(count: number): Project {
  const words = (letter: string, n: number) =>
    ['a', 'b', 'c', 'd'].map((part) => `${letter}${n}${part}`).join(' ');
  const bare = sortedProject({
    ...emptyProject({ id: 'p', title: 'T', language: 'en' }),
    tracks: [track('en', 'source', 'en', 0)],
    cues: Array.from({ length: count }, (_, n) => cue(`c${n}`, n * 2000, n * 2000 + 1900, words('s', n))),
    styles: defaultStyles(),
  });
  const added = applyEdit(addTranslation, bare, { newId: idMaker('t'), language: 'ru' });
  return added.cues
    .filter(({ trackId }) => trackId === 't1')
    .reduce((project, { id, sourceCueId }) => {
      const n = Number(sourceCueId?.slice(1));
      return setCueText.apply(project, { id, text: words('t', n) });
    }, added);
}

const ofTrack = (project: Project, trackId: string) =>
  project.cues.filter((each) => each.trackId === trackId);

describe('a language added beside the source', () => {
  it('has an empty cue for every source cue, by identity, at its times, and its own direction and profile', () => {
    const project = applyEdit(addTranslation, sampleProject(), { newId: idMaker('n'), language: 'ar' });
    const added = project.tracks.at(-1);
    expect(added).toMatchObject({ kind: 'translation', language: 'ar', direction: 'rtl', timing: 'source' });
    const cues = ofTrack(project, added?.id ?? '');
    expect(cues.map(({ sourceCueId, startMs, endMs, text }) => [sourceCueId, startMs, endMs, text])).toEqual([
      ['c1', 0, 1400, ''],
      ['c2', 1500, 2900, ''],
      ['c3', 3000, 4900, ''],
    ]);
  });
  it('cannot be without a source', () => {
    const project = emptyProject({ id: 'p', title: '', language: 'en' });
    expect(() => addTranslation.apply(project, { newId: idMaker(), language: 'ru' })).toThrow();
  });
  it('says what has no translation yet', () => {
    expect(untranslatedCues(sampleProject(), 'ru').map(({ id }) => id)).toEqual(['c3']);
  });
});

describe('links', () => {
  it('hold one, several and no source cues, in order and each once', () => {
    const plain = cue('r', 0, 1, '');
    const linked = withSourceIds(plain, ['a', 'b', 'a']);
    expect(sourceIdsOf(linked)).toEqual(['a', 'b']);
    expect(withSourceIds(linked, ['a', 'b'])).toBe(linked);
    expect(withSourceIds(linked, ['b'])).toEqual({ ...plain, sourceCueId: 'b' });
    expect(withSourceIds(linked, [])).toEqual(plain);
  });
  it('are shared out at the place where two sources meet, and kept whole elsewhere', () => {
    expect(sharedOut(['a', 'b'], [10, 10], 0.52)).toEqual([['a'], ['b']]);
    expect(sharedOut(['a', 'b'], [10, 10], 0.9)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(sharedOut(['a', 'b'], [90, 10], 1)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(sharedOut(['a'], [10], 0.5)).toEqual([['a'], ['a']]);
  });
  it('come back when a merge of translations is divided again', () => {
    const merged = applyEdit(mergeCues, translated(3), { ids: ['t2', 't3'] });
    expect(sourceIdsOf(get(merged, 't2'))).toEqual(['c0', 'c1']);
    const again = applyEdit(splitCue, merged, { newId: idMaker('x'), id: 't2', offset: 15, atMs: null });
    expect([sourceIdsOf(get(again, 't2')), sourceIdsOf(get(again, 'x1'))]).toEqual([['c0'], ['c1']]);
    expect(get(again, 'x1')).toMatchObject({ startMs: 2000, endMs: 3900 });
  });
  it('are all kept where another translation renders part of the same: lengths do not say which part is whose', () => {
    const ids = ['t2', 't3'];
    const sources = [
      ['c0', 'c1'],
      ['c1', 'c2'],
    ].map((sourceIds, n) => ({ ids: [ids[n] ?? ''], sourceIds }));
    const linked = sources.reduce((project, each) => applyEdit(linkCues, project, each), translated(3));
    const after = applyEdit(splitCue, linked, { newId: idMaker('x'), id: 't2', offset: 7, atMs: null });
    expect([sourceIdsOf(get(after, 't2')), sourceIdsOf(get(after, 'x1'))]).toEqual([
      ['c0', 'c1'],
      ['c0', 'c1'],
    ]);
  });
  it('go to both parts of a source cue that is split, and stay up to date: nothing else was said', () => {
    const after = applyEdit(splitCue, translated(2), {
      newId: idMaker('x'),
      id: 'c0',
      offset: 7,
      atMs: null,
    });
    expect(get(after, 't2')).toMatchObject({
      sourceCueId: 'c0',
      moreSourceCueIds: ['x1'],
      stale: false,
      endMs: 1900,
    });
  });
  it('can be set by hand, to source cues only', () => {
    const after = applyEdit(linkCues, translated(3), { ids: ['t2'], sourceIds: ['c2', 'c1'] });
    expect(sourceIdsOf(get(after, 't2'))).toEqual(['c1', 'c2']);
    expect(get(after, 't2')).toMatchObject({ startMs: 2000 });
    expect(() => linkCues.apply(after, { ids: ['t2'], sourceIds: ['t3'] })).toThrow();
  });
});

type Step = { readonly side: 0 | 1; readonly merge: boolean; readonly at: number; readonly share: number };
const steps = fc.array(
  fc.record({
    side: fc.constantFrom<0 | 1>(0, 1),
    merge: fc.boolean(),
    at: fc.nat(100),
    share: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  }),
  { maxLength: 25 },
);

function apply(project: Project, { side, merge, at, share }: Step, newId: () => string): Project {
  const own = ofTrack(project, side === 0 ? 'en' : 't1');
  const picked = own[at % own.length];
  const next = own[(at % own.length) + 1];
  if (!picked) return project;
  if (merge) return next ? applyEdit(mergeCues, project, { ids: [picked.id, next.id] }) : project;
  // Between words: a word is never in two cues.
  const words = picked.text.split(/\s+/u);
  const count = Math.round(words.length * share);
  if (count < 1 || count >= words.length || picked.endMs - picked.startMs < 20) return project;
  const offset = words.slice(0, count).join(' ').length;
  return applyEdit(splitCue, project, { newId, id: picked.id, offset, atMs: null });
}

const tokens = (cues: readonly Cue[]) =>
  new Set(cues.flatMap(({ text }) => text.split(/\s+/u)).map((word) => word.slice(1, -1)));

it('splits and merges on either side never part a translation from what it renders, and undo is exact', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 8 }), steps, (count, list) => {
      const first = translated(count);
      const newId = idMaker('x');
      const states = [first];
      for (const step of list) states.push(apply(states.at(-1) ?? first, step, newId));
      const last = states.at(-1) ?? first;
      const sources = ofTrack(last, 'en');
      const byId = new Map(sources.map((each) => [each.id, each]));
      const rendered = new Set<string>();
      for (let n = 0; n < count; n++) {
        const carriers = ofTrack(last, 't1').filter((each) => tokens([each]).has(String(n)));
        const linked = carriers.flatMap((each) => sourceIdsOf(each).map((id) => byId.get(id)));
        expect(linked.every((each) => each !== undefined)).toBe(true);
        expect(tokens(linked.flatMap((each) => each ?? [])).has(String(n))).toBe(true);
      }
      for (const each of ofTrack(last, 't1')) for (const id of sourceIdsOf(each)) rendered.add(id);
      expect(sources.every(({ id }) => rendered.has(id))).toBe(true);
      for (let n = states.length - 1; n > 0; n--) {
        const [before, after] = [states[n - 1] ?? first, states[n] ?? first];
        expect(applyChanges(after, diffProjects(before, after), 'back')).toEqual(before);
      }
    }),
    { numRuns: 150 },
  );
});

describe('times of a translation', () => {
  it('are the source’s: they move with it, and with nothing else', () => {
    const project = translated(3);
    const moved = applyEdit(setCueTimes, project, { id: 'c1', startMs: 2300 });
    expect(get(moved, 't3')).toMatchObject({ startMs: 2300, endMs: 3900, timedByHand: false });
    expect(applyEdit(shiftCues, project, { ids: ['t3'], deltaMs: 500 }).cues).toEqual(project.cues);
  });
  it('keep their share where several render one source cue', () => {
    const split = applyEdit(splitCue, translated(2), { newId: idMaker('x'), id: 't2', offset: 3, atMs: 950 });
    const moved = applyEdit(shiftCues, split, { ids: ['c0'], deltaMs: 20 });
    expect([get(moved, 't2'), get(moved, 'x1')]).toMatchObject([
      { startMs: 20, endMs: 970 },
      { startMs: 970, endMs: 1920 },
    ]);
  });
  it('are its own once freed, and the source’s again once tied', () => {
    const free = applyEdit(setTrackTiming, translated(2), { id: 't1', timing: 'own' });
    const moved = applyEdit(shiftCues, free, { ids: ['t2'], deltaMs: 50 });
    expect(get(moved, 't2').startMs).toBe(50);
    expect(get(applyEdit(shiftCues, moved, { ids: ['c0'], deltaMs: 9 }), 't2').startMs).toBe(50);
    expect(get(applyEdit(setTrackTiming, moved, { id: 't1', timing: 'source' }), 't2').startMs).toBe(0);
  });
});

describe('what a stale cue was made from', () => {
  it('is kept through further changes, and gone once the cue is up to date', () => {
    const once = applyEdit(setCueText, translated(2), { id: 'c0', text: 'other' });
    expect(get(once, 't2')).toMatchObject({ stale: true, staleFrom: 's0a s0b s0c s0d' });
    const twice = applyEdit(setCueText, once, { id: 'c0', text: 'yet\nother' });
    expect(get(twice, 't2').staleFrom).toBe('s0a s0b s0c s0d');
    const mended = applyEdit(mendCue, twice, { id: 't2', text: 'иначе' });
    expect(get(mended, 't2')).toMatchObject({ stale: false, text: 'иначе' });
    expect(get(mended, 't2')).not.toHaveProperty('staleFrom');
  });
  it('is the words of the transcript for a source cue, and its text for translations of it', () => {
    const project = sampleProject();
    const after = applyEdit(setParagraphText, project, {
      newId: idMaker('n'),
      id: 'p1',
      text: 'We are engaged in humane rights.',
    });
    expect(get(after, 'c2')).toMatchObject({ stale: true, staleFrom: 'in human rights.' });
    expect(get(after, 'r2')).toMatchObject({ stale: true, staleFrom: 'in human rights.' });
    expect(get(after, 'r1').stale).toBe(false);
  });
  it('is known for every cue of a replacement in bulk', () => {
    const texts = new Map([
      ['c0', 'x'],
      ['c1', 'y'],
    ]);
    const after = applyEdit(replaceTexts, translated(3), {
      newId: idMaker('n'),
      cues: texts,
      paragraphs: new Map(),
    });
    expect(ofTrack(after, 't1').map(({ staleFrom }) => staleFrom)).toEqual([
      's0a s0b s0c s0d',
      's1a s1b s1c s1d',
      undefined,
    ]);
  });
});
