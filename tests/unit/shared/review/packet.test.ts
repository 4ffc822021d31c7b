import { describe, expect, it } from 'vitest';
import { inertJson } from '../../../../electron/services/review/template';
import { packetMessages } from '../../../../shared/messages/packet/index';
import { rules } from '../../../../shared/checks/check';
import { Packet } from '../../../../shared/review/packet';
import { familiesOf } from '../../../../shared/style/campaign-families';
import { packetOf } from '../../../support/reviews';
import { sampleProject } from '../../../support/sample-project';

describe('a packet', () => {
  it('holds what is reviewed and nothing else of the project', () => {
    const project = sampleProject();
    project.meta.media = {
      path: '../secret/place/film.mp4',
      fingerprint: { sizeBytes: 1, headSha256: 'a'.repeat(64), tailSha256: 'b'.repeat(64) },
      durationMs: 5000,
    };
    const packet = packetOf({
      ...project,
      tracks: project.tracks.map((one) => ({ ...one, name: 'Track name' })),
    });
    const text = JSON.stringify(packet);
    for (const secret of ['secret', 'film.mp4', 'aaaa', 'Gulzada', 'Track name'])
      expect(text).not.toContain(secret);
    expect(packet.tracks.map(({ language, cues }) => [language, cues.length])).toEqual([
      ['en', 3],
      ['ru', 2],
    ]);
    expect(packet.tracks[1]?.cues[0]).toMatchObject({ text: 'Мы занимаемся', source: 'We are engaged' });
    expect(packet.transcript.map(({ speaker }) => speaker)).toEqual(['Zhanar', 'Zhanar']);
    expect(Packet.parse(packet)).toEqual(packet);
  });

  it('says what the checks find', () => {
    const project = sampleProject();
    project.cues = project.cues.map((one) => (one.id === 'c2' ? { ...one, text: '' } : one));
    expect(packetOf(project).tracks[0]?.cues.find(({ text }) => text === '')?.findings).toContainEqual({
      rule: 'empty',
      severity: 'error',
    });
  });

  it('calls letters missing only where no font of the campaign has them', () => {
    const project = sampleProject();
    project.cues = project.cues.map((one) => (one.id === 'c2' ? { ...one, text: '漢字' } : one));
    const own = familiesOf([
      {
        ...{ family: 'Own', weight: 400, italic: false, ascentEm: 1, descentEm: 0.3, averageEm: 1 },
        coverage: '4e00-9fff',
      },
    ]);
    const found = (fonts: typeof own) =>
      packetOf(project, 'packet-1', fonts)
        .tracks.flatMap(({ cues }) => cues)
        .some(({ findings }) => findings.some(({ rule }) => rule === 'missing-letters'));
    expect([found([]), found(own)]).toEqual([true, false]);
  });

  it('puts pseudonyms in the place of names, also inside texts and inflected', () => {
    const project = sampleProject();
    project.speakers = [{ id: 's1', order: 0, name: 'Жанар Секербаева', pseudonym: 'А.' }];
    project.cues = project.cues.map((one) =>
      one.id === 'r1' ? { ...one, text: 'Мы говорили с Жанар Секербаевой.' } : one,
    );
    const hidden = JSON.stringify(packetOf(project));
    expect(hidden).not.toMatch(/Жанар|Секербаев/);
    expect(hidden).toContain('Мы говорили с А.');
  });

  it('cannot be left by anything inside it', () => {
    const project = sampleProject();
    const hostile = '</script><script>alert(1)</script><!-- ]]> \u2028';
    project.meta.title = hostile;
    const json = inertJson(packetOf(project));
    expect(json).not.toMatch(/[<\u2028]/);
    expect(Packet.parse(JSON.parse(json)).title).toBe(hostile);
  });
});

describe('the page’s texts', () => {
  const placeholders = (text: string) => [...new Set(text.match(/\{(\w+)/g))].sort();

  it.each(Object.entries(packetMessages))('%s has every text, filled in with the same', (_, messages) => {
    for (const [key, text] of Object.entries(packetMessages.en)) {
      const own = Object.entries(messages).find(([name]) => name === key)?.[1] ?? '';
      expect(own.trim()).not.toBe('');
      const counted = placeholders(text).filter((one) =>
        /^\{(count|done|all|number|title|name|language|quote)$/.test(one),
      );
      expect(placeholders(own)).toEqual(expect.arrayContaining(counted));
    }
  });

  it('name every rule there is', () => {
    for (const { name } of rules) expect(Object.keys(packetMessages.en)).toContain(`rule.${name}`);
  });
});
