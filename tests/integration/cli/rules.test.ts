/** Every rule of the table through the command line: the built program over real files. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rules } from '../../../shared/checks/check';
import { Finding, Unchecked } from '../../../shared/domain/profile';
import { fontWith } from '../../support/fonts';
import { cliPlace, theObject, type CliRun } from '../../support/cli';
import { writeRuleProject } from '../../support/rule-project';
import type { FixtureProject } from '../../support/rule-fixtures';

const Report = z.object({
  language: z.string(),
  profile: z.string(),
  cues: z.number(),
  findings: z.array(Finding.extend({ message: z.string() })),
  unchecked: z.array(Unchecked.extend({ message: z.string() })),
});
const Answer = z.object({ tracks: z.array(Report) });

const place = cliPlace();
afterAll(() => place.remove());
const here = (name: string) => join(place.folder, name);
const names = rules.map(({ name }) => name);
const SHOT_RULES = ['shot-start', 'shot-end'];

let made: FixtureProject;
let run: CliRun;

beforeAll(async () => {
  made = await writeRuleProject(place.folder);
  run = await place.run([
    ...['check', 'rules.outspoken', '--shots', 'rules.shots.txt', '--spelling', '--contrast'],
    ...['--json', '--junit', 'report.xml'],
  ]);
});

const findingsOf = (answer: CliRun) => Answer.parse(theObject(answer)).tracks.flatMap((one) => one.findings);

describe('check of a project', () => {
  it('runs every rule there is', () => {
    expect(run.code).toBe(1);
    const found = new Set(findingsOf(run).map(({ rule }) => rule));
    expect(names.filter((name) => !found.has(name))).toEqual([]);
  });

  it('finds each fault of the table and nothing in what is sound', () => {
    const findings = findingsOf(run);
    for (const { rule, isBroken, cueIds } of made.placed) {
      // Texts of other rules are mostly no words at all.
      const looked = findings.filter(({ rule: found }) => found !== 'spelling' || rule === 'spelling');
      const about = looked.filter(({ cueId }) => cueIds.includes(cueId)).map((finding) => finding.rule);
      if (isBroken) expect(about, `${rule} in ${cueIds.join()}`).toContain(rule);
      else expect(about, `${rule} in ${cueIds.join()}`).toEqual([]);
    }
  });

  it('looks at the contrast in the pictures of outputs, each with a finding of its own', async () => {
    const answer = await place.run([
      ...[
        'check',
        'rules.outspoken',
        '--contrast',
        '--preset',
        'tiktok,facebook,srt',
        '--lang',
        'it',
        '--json',
      ],
    ]);
    const low = findingsOf(answer).filter(({ rule }) => rule === 'contrast');
    expect(new Set(low.map(({ values }) => values.output))).toEqual(
      new Set(['none', 'TikTok', 'Facebook feed']),
    );
    expect(low.find(({ values }) => values.output === 'TikTok')?.message).toMatch(/Hard to read in “TikTok”/);
  });

  it('writes the same as JUnit XML', () => {
    const xml = readFileSync(here('report.xml'), 'utf8');
    const findings = findingsOf(run);
    expect(xml.match(/<failure /g)).toHaveLength(findings.length);
    for (const name of names) expect(xml).toMatch(new RegExp(`type="(?:error|warning)\\.${name}"`));
    const cases = [...xml.matchAll(/<testcase classname="([^"]*)" name="([^"]*)"/g)].map(
      ([, c, n]) => `${c} ${n}`,
    );
    expect(new Set(cases).size).toBe(cases.length);
    expect(xml).toContain(`<testsuites name="rules.outspoken" tests="${cases.length}"`);
  });

  it('says which rules it could not look at, and skips them in the report', async () => {
    const answer = await place.run(['check', 'rules.outspoken', '--lang', 'en', '--junit', 'unknown.xml']);
    for (const rule of SHOT_RULES) expect(answer.stdout).toContain(`Not checked: ${rule} (the shot changes`);
    expect(answer.stdout).not.toMatch(/ (?:shot-start|shot-end): /);
    expect(readFileSync(here('unknown.xml'), 'utf8').match(/<skipped /g)).toHaveLength(SHOT_RULES.length + 1);
    expect(answer.stdout).toContain('Not checked: spelling (words have not been looked up');
  });

  it('takes the words of the campaign for right, and says where it has no dictionary', async () => {
    writeFileSync(here('words.srt'), '1\n00:00:01,000 --> 00:00:04,000\nСеркебаевой палучили.\n');
    const spelt = async (...more: string[]) => {
      const answer = await place.run(['check', 'words.srt', '--spelling', '--json', ...more]);
      const found = findingsOf(answer).filter(({ rule }) => rule === 'spelling');
      return found.map(({ values }) => values.word);
    };
    expect(await spelt('--lang', 'ru')).toEqual(['Серкебаевой', 'палучили']);
    writeFileSync(here('spelling.ru.txt'), '# names\nСеркебаева\n');
    expect(await spelt('--lang', 'ru')).toEqual(['палучили']);
    expect(await spelt('--lang', 'ka')).toEqual([]);
    const none = await place.run(['check', 'words.srt', '--spelling', '--lang', 'ka']);
    expect(none.stdout).toContain('Not checked: spelling (there is no dictionary for this language');
  });

  it('knows the fonts that lie beside a project or a subtitle file', async () => {
    writeFileSync(here('flag.srt'), '1\n00:00:01,000 --> 00:00:04,000\nWe came to 🏳.\n');
    const missing = async (file: string) =>
      findingsOf(await place.run(['check', file, '--lang', 'en', '--json'])).filter(
        ({ rule }) => rule === 'missing-letters',
      ).length;
    expect([await missing('flag.srt'), await missing('rules.outspoken')]).toEqual([1, 1]);
    mkdirSync(here('fonts'));
    writeFileSync(here('fonts/Flag-400.ttf'), fontWith('🏳', 'Flag Sans'));
    expect([await missing('flag.srt'), await missing('rules.outspoken')]).toEqual([0, 0]);
    rmSync(here('fonts'), { recursive: true });
  });

  it('looks for shot changes itself, and then knows them', async () => {
    const shotFindings = (answer: CliRun) =>
      findingsOf(answer).filter(({ rule }) => SHOT_RULES.includes(rule));
    const looked = await place.run(['check', 'rules.outspoken', '--lang', 'en', '--find-shots', '--json']);
    expect(shotFindings(looked)).toEqual(shotFindings(run));
    const known = await place.run(['check', 'rules.outspoken', '--lang', 'en', '--json']);
    expect(shotFindings(known)).toEqual(shotFindings(run));
  });

  it('measures by several style guides at once', async () => {
    const answer = await place.run([
      'check',
      'rules.outspoken',
      '--lang',
      'en',
      '--profile',
      'ted,bbc',
      '--json',
    ]);
    expect(Answer.parse(theObject(answer)).tracks.map(({ profile }) => profile)).toEqual(['ted', 'bbc']);
  });

  it('leaves no trace and minds no lock', async () => {
    const lock = {
      pid: process.pid,
      host: (await import('node:os')).hostname(),
      startedAt: Date.now(),
      token: 'other',
    };
    writeFileSync(here('rules.outspoken.lock'), JSON.stringify(lock));
    const before = readdirSync(place.folder).sort();
    for (const command of ['check', 'inspect']) {
      const answer = await place.run([command, 'rules.outspoken', '--json']);
      expect(answer.code, answer.stderr).toBe(command === 'check' ? 1 : 0);
    }
    expect(readdirSync(place.folder).sort()).toEqual(before);
    expect(JSON.parse(readFileSync(here('rules.outspoken.lock'), 'utf8'))).toEqual(lock);
  });

  it('refuses what it cannot use in a sentence', async () => {
    writeFileSync(here('odd.txt'), '1.5\nsoon\n');
    const odd = await place.run(['check', 'rules.outspoken', '--shots', 'odd.txt']);
    expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('line 2')]);
    const again = await place.run(['check', 'rules.outspoken', '--junit', 'report.xml']);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('--force')]);
    const gone = await place.run(['check', 'rules.outspoken', '--shots', 'none.txt']);
    expect([gone.code, gone.stderr]).toEqual([3, expect.stringContaining('none.txt')]);
  });
});
