import { describe, expect, it } from 'vitest';
import { checkTrack, findingsIn } from '../../../../../shared/checks/check';
import { canFix, planFixes } from '../../../../../shared/checks/fixes/plan';
import { inputOf } from '../../../../../shared/checks/input';
import { fixCues } from '../../../../../shared/edits/cue-fix';
import type { Project } from '../../../../../shared/domain/project';
import { parseGlossaryCsv, termFinder } from '../../../../../shared/translation/glossary/terms';
import { FRAME_RATE, GLOSSARY, fixtureProject } from '../../../../support/rule-fixtures';

const { project, placed, durationMs, shots } = fixtureProject();
const glossary = termFinder(parseGlossaryCsv(GLOSSARY, 'en', 'ru') ?? []);
const media = { frameRate: FRAME_RATE, durationMs, shots };

function checkOf(of: Project, trackId: string) {
  const track = of.tracks.find(({ id }) => id === trackId);
  if (!track) throw new Error(trackId);
  const input = inputOf(of, track, media, ({ id }) => of.cues.filter((cue) => cue.trackId === id));
  return checkTrack({ ...input, glossary: track.language === 'ru' ? glossary : null });
}
const fixed = (of: Project, trackId: string, rule: string, ids?: ReadonlySet<string>) => {
  const plan = planFixes(checkOf(of, trackId), rule, ids);
  return { plan, after: fixCues.apply(of, { fixes: plan.changes }) };
};
const afterAll = (rule: string) => fixed(project, 'netflix-en', rule).after;
const textOf = (of: Project, id: string) => of.cues.find((cue) => cue.id === id)?.text;
const broken = (rule: string, trackId = 'netflix-en') =>
  placed.filter((slot) => slot.isBroken && slot.rule === rule && slot.trackId === trackId);

const fixable = [...new Set(placed.map(({ rule }) => rule))].filter(canFix);

describe('planFixes', () => {
  it.each(fixable)('%s: leaves exactly what it says it leaves, and nothing new', (rule) => {
    for (const trackId of new Set(placed.filter((slot) => slot.rule === rule).map((slot) => slot.trackId))) {
      const { plan, after } = fixed(project, trackId, rule);
      const before = findingsIn(checkOf(project, trackId));
      const found = findingsIn(checkOf(after, trackId));
      expect(found.filter((finding) => finding.rule === rule).length).toBe(plan.left);
      const keys = new Set(before.map((finding) => `${finding.cueId} ${finding.rule}`));
      expect(found.filter((finding) => !keys.has(`${finding.cueId} ${finding.rule}`))).toEqual([]);
    }
  });

  it.each(fixable)('%s: mends at least one of its fixtures', (rule) => {
    const trackIds = new Set(placed.filter((slot) => slot.rule === rule).map((slot) => slot.trackId));
    const fixes = [...trackIds].map((trackId) => fixed(project, trackId, rule).plan.cues.length);
    expect(Math.max(...fixes)).toBeGreaterThan(0);
  });

  it.each([
    ['double-space', ['We came.', 'We came.']],
    ['unpaired-italics', ['We <i>came.</i>', 'We came.']],
    ['stray-mark-up', ['We came.', 'We came.', 'We & they came.']],
    ['invisible-mark', ['We came.', 'We came.', 'We came.']],
    ['ellipsis', ['We came…']],
    ['dialogue-dash', ['-We came.\n-And you?', '-We came.\n-And you?', 'We came.\n-And you?']],
  ])('%s makes %j', (rule, texts) => {
    const after = afterAll(rule);
    expect(broken(rule).map(({ cueIds: [id = ''] }) => textOf(after, id))).toEqual(texts);
  });

  it.each([
    ['term-missing', ['Мы знаем права человека.']],
    ['term-forbidden', ['Он человек с инвалидностью.']],
  ])('%s makes %j', (rule, texts) => {
    const { after } = fixed(project, 'netflix-ru', rule);
    const ids = broken(rule, 'netflix-ru').map(({ cueIds }) => cueIds.at(-1) ?? '');
    expect(ids.map((id) => textOf(after, id))).toEqual(texts);
  });

  it('mends only the cues it is asked to', () => {
    const [first, second] = broken('double-space').map(({ cueIds: [id = ''] }) => id);
    const { plan } = fixed(project, 'netflix-en', 'double-space', new Set([second ?? '']));
    expect(plan.cues.map(({ before }) => before.id)).toEqual([second]);
    expect(first).not.toBe(second);
  });

  it('does not make a cue longer than there is room', () => {
    const [slot] = broken('reading-speed');
    const id = slot?.cueIds[0] ?? '';
    const cue = project.cues.find((one) => one.id === id);
    if (!cue) throw new Error('no cue');
    const next = { ...cue, id: 'wall', startMs: cue.endMs + 80, endMs: cue.endMs + 2080, text: 'Next.' };
    const walled = { ...project, cues: [...project.cues, next].sort((a, b) => a.startMs - b.startMs) };
    const { plan } = fixed(walled, 'netflix-en', 'reading-speed', new Set([id]));
    expect([plan.cues.length, plan.left]).toEqual([0, 1]);
  });
});

describe('fixCues', () => {
  it('takes back approvals, marks translations and times as every edit does', () => {
    const [slot] = broken('ellipsis');
    const id = slot?.cueIds[0] ?? '';
    const cues = project.cues.map((cue) =>
      cue.id === id
        ? { ...cue, status: 'approved' as const }
        : cue.trackId === 'netflix-ru'
          ? { ...cue, sourceCueId: id, stale: false }
          : cue,
    );
    const after = fixCues.apply({ ...project, cues }, { fixes: [{ id, text: 'We came…', endMs: 1 }] });
    const fixedCue = after.cues.find((cue) => cue.id === id);
    expect(fixedCue).toMatchObject({ text: 'We came…', status: 'timed', timedByHand: true });
    expect(fixedCue?.endMs).toBe((fixedCue?.startMs ?? 0) + 1);
    expect(after.cues.filter((cue) => cue.trackId === 'netflix-ru').every(({ stale }) => stale)).toBe(true);
    expect(fixCues.apply(project, { fixes: [] })).toBe(project);
  });
});
