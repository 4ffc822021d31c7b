import { describe, expect, it } from 'vitest';
import { belongTogether } from '../../../../shared/cues/fixed-expressions';
import { breakLines } from '../../../../shared/cues/lines';
import { profileFor } from '../../../../shared/profiles/profiles';

describe('belongTogether', () => {
  it.each([
    ['en', 'human', 'rights'],
    ['en', 'one', 'another'],
    ['ru', 'прав', 'человека'],
    ['ru', 'гражданского', 'общества'],
    ['kk', 'адам', 'құқықтары'],
    ['es', 'derechos', 'humanos'],
    ['fr', 'parce', 'qu’elle'],
    ['ar', 'حقوق', 'الإنسان'],
  ])('%s: %s %s', (language, first, second) => {
    expect(belongTogether(first, second, language)).toBe(true);
  });

  it.each([
    ['en', 'human', 'voices'],
    ['en', 'another', 'one'],
    ['ru', 'human', 'rights'],
    ['de', 'human', 'rights'],
    ['en', 'constructor', 'rights'],
  ])('not %s: %s %s', (language, first, second) => {
    expect(belongTogether(first, second, language)).toBe(false);
  });
});

describe('lines', () => {
  it.each([
    ['en', 'advent of a world in which human beings / shall enjoy freedom of'],
    ['en', 'conscience and should act towards / one another in a spirit of brotherhood.'],
    ['es', 'y el menosprecio de los derechos humanos / han originado actos de barbarie'],
    ['ar', 'أو الدينية، وإلى زيادة مجهود الأمم المتحدة / لحفظ السلام. للآباء الحق الأول'],
  ])('%s: are not parted inside one: %s', (language, marked) => {
    const lines = marked.split(' / ');
    expect(breakLines(lines.join(' '), profileFor(language), language).split('\n')).toEqual(lines);
  });
});
