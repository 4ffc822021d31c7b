import { describe, expect, it } from 'vitest';
import { parseGlossaryCsv, parseTbx, termFinder } from '../../../../../shared/translation/glossary/terms';

const csv =
  'en,ru,kk\nhuman rights,права человека|!людские права,адам құқықтары\nactivist,активистка,белсенді\n';

describe('a glossary', () => {
  it('is a table with a column a language', () => {
    expect(parseGlossaryCsv(csv, 'en-GB', 'ru')).toEqual([
      { source: 'human rights', target: 'права человека', forbidden: ['людские права'] },
      { source: 'activist', target: 'активистка', forbidden: [] },
    ]);
    expect(parseGlossaryCsv(csv, 'en', 'fr')).toBeNull();
    expect(parseGlossaryCsv('', 'en', 'ru')).toBeNull();
  });
  it('is TBX, old and new, deprecated terms forbidden', () => {
    const term = (language: string, text: string, status = '') =>
      `<langSet xml:lang="${language}"><tig><term>${text}</term>${status}</tig></langSet>`;
    const note = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>';
    const tbx = `<martif><text><body><termEntry id="1">${term('en', 'activist')}${term('ru', 'активистка')}${term('ru', 'активист', note)}</termEntry></body></text></martif>`;
    expect(parseTbx(tbx, 'en', 'ru')).toEqual([
      { source: 'activist', target: 'активистка', forbidden: ['активист'] },
    ]);
    expect(parseTbx('<tbx', 'en', 'ru')).toEqual([]);
  });
  it.each([
    ['ru', 'активистка', 'Мы говорили с активисткой.'],
    ['ru', 'достоинство', 'Об их достоинстве.'],
    ['ru', 'насилие', 'Против насилия.'],
    ['ru', 'активистка', 'В команде 37 активисток.'],
    ['ru', 'женщина', 'Права женщин.'],
    ['ru', 'девочка', 'Школа для девочек.'],
    ['ru', 'статья', 'Несколько статей закона.'],
    ['ru', 'право', 'Одно из прав.'],
    ['ru', 'сестра', 'Много сестёр.'],
    ['ru', 'активистка с инвалидностью', 'Несколько активисток с инвалидностью.'],
    ['kk', 'белсенді', 'Белсенділерге сұрақ қойдық.'],
    ['kk', 'активист', 'Екі активистерге хат жаздық.'],
    ['ar', 'حقوق', 'تحدثنا عن الحقوق'],
    ['ar', 'حقوق الإنسان', 'تحدثنا عن حقوق الإنسان وحقوق الإنسان'],
    ['ru', 'человек с инвалидностью', 'О людях и человеке с инвалидностью.'],
    ['ru', 'верховенство права', 'Речь о верховенстве права.'],
    ['kk', 'адам құқықтары', 'Адам құқықтарын қорғау.'],
    ['kk', 'адам құқығы', 'Адам құқығының декларациясы.'],
    ['es', 'derecho a la salud', 'Los derechos a la salud.'],
    ['fr', 'état d’urgence', 'L’État d’urgence est là.'],
  ])('finds terms in any form: %s %s', (_, target, text) => {
    const finder = termFinder([{ source: 'activist', target, forbidden: [] }]);
    expect(finder.find('We met two activists.', text)).toMatchObject([{ target, isUsed: true, wrong: [] }]);
    expect(finder.find('We met nobody.', text)).toEqual([]);
  });
  it.each([
    ['отец семейства', 'Говорили с отцом семейства.'],
    ['отец семейства', 'Мать и отца семейства.'],
    ['лев революции', 'О льве революции.'],
  ])('finds a phrase whose first word has other letters in its cases: %s', (target, text) => {
    const finder = termFinder([{ source: 'activist', target, forbidden: [] }]);
    expect(finder.find('An activist.', text)).toMatchObject([{ isUsed: true }]);
  });
  it('takes any of several agreed words, and none of them for a forbidden one inside it', () => {
    const terms =
      parseGlossaryCsv('en,ru\nfighter,борец|активистка за права|!активистка\n', 'en', 'ru') ?? [];
    expect(terms).toEqual([
      { source: 'fighter', target: 'борец', also: ['активистка за права'], forbidden: ['активистка'] },
    ]);
    const said = (target: string) =>
      termFinder(terms)
        .find('A fighter.', target)
        .map(({ isUsed, wrong }) => [isUsed, ...wrong]);
    expect(said('Это борец.')).toEqual([[true]]);
    expect(said('Это активистка за права.')).toEqual([[true]]);
    expect(said('Это активистка.')).toEqual([[false, 'активистка']]);
    expect(said('Активистка за права и активистка.')).toEqual([[true, 'активистка']]);
  });
  it('tells writings of one language apart, and takes the first where the wanted one is not there', () => {
    const columns = 'en,zh-Hans,zh-Hant\nright,权利,權利\n';
    const targetOf = (language: string) =>
      parseGlossaryCsv(columns, 'en', language)?.map(({ target }) => target);
    expect([targetOf('zh-Hant'), targetOf('zh-Hans'), targetOf('zh-TW')]).toEqual([
      ['權利'],
      ['权利'],
      ['权利'],
    ]);
    const section = (language: string, text: string, status = '') =>
      `<langSec xml:lang="${language}"><termSec><term>${text}</term>${status}</termSec></langSec>`;
    const preferred = '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>';
    const tbx = `<tbx><text><body><conceptEntry>${section('en', 'right')}${section('zh-Hans', '权利')}${section('zh-Hant', '權')}${section('zh-Hant', '權利', preferred)}</conceptEntry></body></text></tbx>`;
    expect(parseTbx(tbx, 'en', 'zh-Hant')).toEqual([
      { source: 'right', target: '權利', also: ['權'], forbidden: [] },
    ]);
  });
  it.each([
    ['верховенство права', 'Право и верховенство.'],
    ['права человека', 'Правы ли люди?'],
    ['право', 'Правы ли люди?'],
    ['адам құқықтары', 'Адамның құқығы жоқ.'],
    ['rule of law', 'The rule. Of law we say nothing.'],
  ])('takes no other words for %s', (target, text) => {
    const finder = termFinder([{ source: 'activist', target, forbidden: [] }]);
    expect(finder.find('An activist.', text)).toMatchObject([{ isUsed: false }]);
  });
  it('looks for the longest term', () => {
    const terms = ['human', 'human rights', 'human rights defender'].map((source) => ({
      source,
      target: 'x',
      forbidden: [],
    }));
    const found = (text: string) =>
      termFinder(terms)
        .find(text, '')
        .map(({ source }) => source);
    expect(found('Two human rights defenders.')).toEqual(['human rights defender']);
    expect(found('Human beings have human rights.')).toEqual(['human', 'human rights']);
  });
  it('finds a word of one term inside another, in one look at the translation', () => {
    const finder = termFinder([
      { source: 'right', target: 'право', forbidden: ['права человека'] },
      { source: 'vote', target: 'право голоса', forbidden: ['голос'] },
      { source: 'rights', target: 'права', forbidden: [] },
    ]);
    expect(finder.find('The right to vote.', 'Речь о праве голоса и правах человека.')).toMatchObject([
      { source: 'right', isUsed: true, wrong: ['права человека'] },
      // Inside the agreed words it is not said by itself.
      { source: 'vote', isUsed: true, wrong: [] },
    ]);
  });
  it('says what must not be written', () => {
    const finder = termFinder([
      { source: 'disabled person', target: 'человек с инвалидностью', forbidden: ['инвалид'] },
    ]);
    expect(finder.find('A disabled person came.', 'Речь об инвалидах.')).toMatchObject([
      { isUsed: false, wrong: ['инвалид'] },
    ]);
  });
});
