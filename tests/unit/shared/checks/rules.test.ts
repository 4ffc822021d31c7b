import { describe, expect, it } from 'vitest';
import { checkTrack, findingsIn, rules } from '../../../../shared/checks/check';
import { inputOf } from '../../../../shared/checks/input';
import { formatMessage, isMessageKey } from '../../../../shared/messages/index';
import { parseGlossaryCsv, termFinder } from '../../../../shared/translation/glossary/terms';
import { FRAME_RATE, GLOSSARY, fixtureProject, ruleFixtures } from '../../../support/rule-fixtures';

const { project, placed, durationMs, shots } = fixtureProject();
/** What the dictionaries find in the table, as `tests/integration/cli/rules.test.ts` asks them. */
const spelling = { wrong: new Set(['recieved', 'палучили']) };
const glossary = termFinder(parseGlossaryCsv(GLOSSARY, 'en', 'ru') ?? []);
const media = { frameRate: FRAME_RATE, durationMs, shots };
/** What measuring finds in the table's footage. */
const dark = placed
  .filter(({ rule, isBroken }) => rule === 'contrast' && isBroken)
  .flatMap(({ cueIds }) => cueIds);
const contrast = {
  needed: 4.5,
  ratios: new Map(project.cues.map(({ id }) => [id, dark.includes(id) ? 2 : 21])),
};
const findings = project.tracks.flatMap((track) =>
  findingsIn(
    checkTrack({
      ...inputOf(project, track, media, ({ id }) => project.cues.filter(({ trackId }) => trackId === id)),
      spelling,
      contrast,
      glossary: track.language === 'ru' ? glossary : null,
    }),
  ),
);
const about = (cueIds: readonly string[]) => findings.filter(({ cueId }) => cueIds.includes(cueId));

describe('rules', () => {
  it('each have a row in the table of fixtures, and a name', () => {
    const withRow = new Set(ruleFixtures.filter(({ breaks }) => breaks.length > 0).map(({ rule }) => rule));
    expect(rules.map(({ name }) => name).filter((name) => !withRow.has(name))).toEqual([]);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    for (const { name } of rules) expect(isMessageKey(`rule.${name}`), name).toBe(true);
  });

  it.each(placed.filter(({ isBroken }) => isBroken).map((slot) => [slot.rule, slot.trackId, slot] as const))(
    '%s finds its fault in %s',
    (rule, _, slot) => {
      expect(about(slot.cueIds).map((finding) => finding.rule)).toContain(rule);
    },
  );

  it.each(placed.filter(({ isBroken }) => !isBroken).map((slot) => [slot.rule, slot.trackId, slot] as const))(
    'nothing is found in what %s lets pass in %s',
    (_, __, slot) => {
      expect(about(slot.cueIds).map(({ rule, values }) => ({ rule, values }))).toEqual([]);
    },
  );

  it('have a whole sentence for every fault', () => {
    for (const { messageKey, values } of findings) {
      if (!isMessageKey(messageKey)) throw new Error(messageKey);
      expect(formatMessage(messageKey, values)).toMatch(/^(?!.*\b(select|plural|other)\b).+[.]$/su);
    }
  });

  it('that cannot be looked at say so', () => {
    const [track] = project.tracks;
    if (!track) throw new Error('no track');
    const input = inputOf(project, track, { frameRate: null, durationMs: null, shots: [] }, () => []);
    expect(checkTrack(input).unchecked.map(({ rule }) => rule)).toEqual([
      'shot-start',
      'shot-end',
      'outside-media',
      'spelling',
    ]);
    expect(checkTrack({ ...input, media, spelling }).unchecked).toEqual([]);
    const source = { track, cues: [] };
    expect(checkTrack({ ...input, media, spelling, source, glossary }).unchecked).toEqual([]);
    expect(checkTrack({ ...input, media, spelling, source }).unchecked.map(({ rule }) => rule)).toEqual([
      'term-missing',
      'term-forbidden',
    ]);
    expect(checkTrack({ ...input, spelling, media: { ...media, shots: null } }).unchecked.length).toBe(2);
  });
});
